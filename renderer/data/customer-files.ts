import type { Customer } from '@shared/records/customer';
import { commitChangeSet } from './change-sets';
import type { Workspace } from './workspace';

/** Puts customers into a class, many at once as one step; '' = into none. Customers that are gone are left out. */
export async function setCustomerClass(ws: Workspace, ids: readonly string[], customerClass: string): Promise<void> {
  const label = { key: 'customer_class', params: { count: ids.length, class: customerClass } };
  await commitChangeSet(ws, { kind: 'edit', label }, async (writer) => {
    await writer.preload('customers', ids);
    for (const id of ids) if (await writer.get('customers', id)) await writer.patch('customers', id, { class: customerClass });
  });
}

/** Opens a file for customers that only facts name so far; a later customer list fills in the rest. One that has a file keeps it. */
export async function openCustomerFiles(ws: Workspace, names: readonly string[]): Promise<void> {
  const label = { key: 'customer_file', params: { count: names.length } };
  await commitChangeSet(ws, { kind: 'edit', label }, async (writer) => {
    await writer.preload('customers', names.map((name) => `c:${name}`));
    for (const name of names) {
      const file: Customer = { id: `c:${name}`, name, code: '', class: '', industry: '', city: '', ownerName: '' };
      if (!(await writer.get('customers', file.id))) await writer.put('customers', file);
    }
  });
}
