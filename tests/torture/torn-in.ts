import type { Row, StoredFacts } from '../e2e/page-models/stored-facts';

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
