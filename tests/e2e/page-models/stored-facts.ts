import type { Page } from 'playwright';

export type Row = Readonly<Record<string, unknown>>;

/** What the database of the open workspace holds, read past the app. */
export interface StoredFacts {
  readonly changeSets: readonly (Row & { id: string; seq: number; changes: readonly { table: string; id: string; after: Row | null }[] })[];
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

/** The last change-set of the database, by its key alone: large values cannot be read while the folder is away. */
export function storedLastSeq(page: Page): Promise<number> {
  return page.evaluate(async () => {
    const { workbench } = window as unknown as { workbench: Bridge };
    const { databaseName } = (await workbench.call('app.info', {})).value.workspace;
    const done = <T>(request: IDBRequest<T>) =>
      new Promise<T>((resolve, reject) => {
        request.addEventListener('success', () => resolve(request.result));
        request.addEventListener('error', () => reject(request.error ?? new Error('indexedDB')));
      });
    const db = await done(indexedDB.open(databaseName));
    const keys = await done(db.transaction('changeSets').objectStore('changeSets').getAllKeys());
    db.close();
    return Number(keys.at(-1) ?? 0);
  });
}
