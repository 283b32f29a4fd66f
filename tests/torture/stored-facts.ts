import type { Page } from 'playwright';

type Row = Readonly<Record<string, unknown>>;

/** What the database of the open workspace holds, read past the app. */
export interface StoredFacts {
  readonly changeSets: readonly (Row & { seq: number; changes: readonly { table: string; id: string; after: Row | null }[] })[];
  /** Record tables by name. */
  readonly records: Readonly<Record<string, readonly (Row & { id: string })[]>>;
  /** Rows that each import has in the ledger. */
  readonly ledgerRows: Readonly<Record<string, number>>;
}

interface Bridge {
  call(name: string, input: object): Promise<{ value: { workspace: { databaseName: string } } }>;
}

export function storedFacts(page: Page): Promise<StoredFacts> {
  return page.evaluate(async () => {
    const { workbench } = window as unknown as { workbench: Bridge };
    const { databaseName } = (await workbench.call('app.info', {})).value.workspace;
    const done = <T>(request: IDBRequest<T>) =>
      new Promise<T>((resolve, reject) => {
        request.addEventListener('success', () => resolve(request.result));
        request.addEventListener('error', () => reject(request.error ?? new Error('indexedDB')));
      });
    const db = await done(indexedDB.open(databaseName));
    const names = [...db.objectStoreNames];
    // One transaction: of one moment.
    const moment = db.transaction(names);
    const tables: Record<string, unknown[]> = Object.fromEntries(await Promise.all(names.map(async (name) => [name, (await done(moment.objectStore(name).getAll())) as unknown[]] as const)));
    db.close();
    const ledger = ['hotSegments', 'coldSegments', 'marks', 'dictionaries'];
    const ledgerRows: Record<string, number> = {};
    for (const { batchId, count } of tables['hotSegments'] as { batchId: string; count: number }[]) ledgerRows[batchId] = (ledgerRows[batchId] ?? 0) + count;
    const changeSets = (tables['changeSets'] as StoredFacts['changeSets'][number][]).map(({ touches: _touches, ...changeSet }) => changeSet as StoredFacts['changeSets'][number]);
    return { changeSets, ledgerRows, records: Object.fromEntries(Object.entries(tables).filter(([name]) => name !== 'changeSets' && !ledger.includes(name))) as StoredFacts['records'] };
  });
}

/** The same text for the same content, whatever the order of its fields. */
export function textOf(value: unknown): string {
  return JSON.stringify(value, (_key, each: unknown) => (each !== null && typeof each === 'object' && !Array.isArray(each) ? Object.fromEntries(Object.entries(each).toSorted(([a], [b]) => (a < b ? -1 : 1))) : each));
}

/** Change-sets of which only a part is there: a row is not what the change-sets make it, or an import's rows are not all there. */
export function tornIn({ changeSets, records, ledgerRows }: StoredFacts): string[] {
  const torn: string[] = [];
  const made = new Map<string, Row>();
  changeSets.forEach(({ seq, changes }, index) => {
    if (seq !== index + 1) torn.push(`change-set ${index + 1} is missing`);
    for (const { table, id, after } of changes) {
      const key = `${table} ${id}`;
      if (after === null) made.delete(key);
      else made.set(key, { ...made.get(key), ...after });
    }
  });
  for (const [table, rows] of Object.entries(records)) {
    for (const row of rows) {
      const key = `${table} ${row.id}`;
      if (textOf(made.get(key)) !== textOf(row)) torn.push(`${key} is not what its change-sets made it`);
      made.delete(key);
    }
  }
  for (const key of made.keys()) torn.push(`${key} is missing`);
  for (const batch of records['importBatches'] ?? []) {
    const booked = batch['object'] === 'orders' && batch['undoneAt'] === null ? Number(batch['added']) + Number(batch['changed']) : 0;
    if ((ledgerRows[batch.id] ?? 0) !== booked) torn.push(`import ${batch.id}: ${ledgerRows[batch.id] ?? 0} of ${booked} rows`);
  }
  return torn;
}
