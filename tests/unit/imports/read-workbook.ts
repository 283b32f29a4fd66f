import type { FileIssue, SheetPlace, SourceInspection, SourceMapping } from '@shared/contracts/import-run';
import { inspectFile } from '@renderer/ledger/import/inspect-file';
import { type ReadFacts, readFacts } from '@renderer/ledger/import/read-facts';
import { bytesSource } from '../../integration/ledger/bytes-source';

const unwatched = { onProgress: () => undefined, isCancelled: () => false };

/** Looks a file over; the inspection, or why it is refused. */
export async function look(bytes: Uint8Array, place: SheetPlace | null = null, name = 'orders.xlsx'): Promise<SourceInspection | FileIssue> {
  const inspected = await inspectFile(bytesSource(name, bytes), null, () => Promise.resolve(undefined), place);
  return inspected.ok ? inspected.value : inspected.error;
}

/** Reads a file as the screen proposes, or as `change` would have it. Throws the code of a refused file. */
export async function read(bytes: Uint8Array, change: (mapping: SourceMapping) => SourceMapping = (mapping) => mapping, place: SheetPlace | null = null): Promise<ReadFacts> {
  const inspected = await look(bytes, place);
  if ('code' in inspected) throw new Error(inspected.code);
  const facts = await readFacts(bytesSource('orders.xlsx', bytes), change(inspected.mapping), unwatched);
  if (!facts.ok) throw new Error(facts.error.code);
  return facts.value;
}

/** Cell, code and detail of every rejected row. */
export const rejected = ({ issues }: ReadFacts): string[] => issues.map(({ line, column, code, detail }) => `${column}${line} ${code} ${detail}`.trim());

export const amounts = ({ table }: ReadFacts): number[] => [...table.numbers['amount']!];
