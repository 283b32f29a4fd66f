import type { ColumnEvidence, FileIssue, SourceInspection, SourceMapping } from '@shared/contracts/import-run';
import { inspectFile } from '@renderer/ledger/import/inspect-file';
import { type ReadFacts, readFacts } from '@renderer/ledger/import/read-facts';
import { textSource } from '../../integration/ledger/bytes-source';

type Change = (mapping: SourceMapping) => SourceMapping;
type Column = SourceMapping['columns'][number];
const unwatched = { onProgress: () => undefined, isCancelled: () => false };

/** Looks a text file over; throws the code of a refused one. */
export async function lookAt(text: string, remembered: SourceMapping | null = null): Promise<SourceInspection> {
  const inspected = await inspectFile(textSource('file.csv', text), null, (id) => Promise.resolve(remembered !== null && id.startsWith(remembered.object) ? remembered : undefined));
  if (!inspected.ok) throw new Error(inspected.error.code);
  return inspected.value;
}

/** Reads a text file as the screen proposes, or as `change` would have it. Throws the code of a refused file. */
export async function readText(text: string, change: Change = (mapping) => mapping): Promise<ReadFacts> {
  const facts = await readFacts(textSource('file.csv', text), change((await lookAt(text)).mapping), unwatched);
  if (!facts.ok) throw new Error((facts.error satisfies FileIssue).code);
  return facts.value;
}

/** The answer to the question of the column that a field is mapped to. */
export const answered = (field: Column['field'], answer: Partial<Column>): Change => (mapping) => ({ ...mapping, columns: mapping.columns.map((column) => (column.field === field ? { ...column, ...answer } : column)) });

/** Column and line, code and detail of every rejected row. */
export const rejectedRows = ({ issues }: ReadFacts): string[] => issues.map(({ line, column, code, detail }) => `${column}${line} ${code} ${detail}`.trim());

export const amountsOf = ({ table }: ReadFacts): number[] => [...table.numbers['amount']!];

export const evidenceOf = (inspection: SourceInspection, header: string): ColumnEvidence => inspection.evidence.find((found) => found.header === header)!;
