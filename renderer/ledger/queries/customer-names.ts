import { mergedNames } from '@shared/domain/customers/merged-names';
import { nameOrder } from '@shared/kernel/name-order';
import type { WorkbenchDatabase } from '@renderer/data/database';
import type { ColumnStore } from '../store/column-store';

/** Every customer that live facts or files name, merged names as the one they count as, in the order of names; none: []. */
export async function customerNames(db: WorkbenchDatabase, store: ColumnStore, language: 'zh-CN' | 'en'): Promise<string[]> {
  const [filed, merges] = await Promise.all([db.customers.toArray(), db.customerMerges.toArray()]);
  const counted = mergedNames(merges);
  const names = new Set([...filed.map(({ name }) => name), ...namesOfRows(store)].map((name) => counted.get(name) ?? name));
  names.delete('');
  return [...names].sort(nameOrder(language));
}

/** The dictionary also keeps names whose rows were undone: these are nobody's. */
function namesOfRows(store: ColumnStore): string[] {
  const texts = store.dictionaries.texts('customer');
  const used = new Uint8Array(texts.length);
  for (const { hot, live } of store.all) {
    const numbers = hot.dimensions['customer'];
    if (numbers === undefined) continue;
    for (let row = 0; row < hot.count; row++) if (live === null || live[row] === 1) used[numbers[row]!] = 1;
  }
  return texts.filter((_, number) => used[number] === 1);
}
