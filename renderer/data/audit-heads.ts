import type { ChangeSet } from '@shared/records/change-set';
import type { RecordTable } from '@shared/records/record-tables';
import type { WorkbenchDatabase } from './database';

/** A change-set without what it changed: what a list of many says of it. */
export interface AuditHead extends Pick<ChangeSet, 'id' | 'seq' | 'at' | 'actor' | 'kind' | 'label' | 'inverseOf'> {
  readonly rows: number;
  readonly tables: readonly RecordTable[];
  /** A value before or after contains the text that was sought; true for none. */
  readonly holdsText: boolean;
}

export interface AuditPage {
  /** Change-sets in the workspace. */
  readonly total: number;
  readonly heads: AuditHead[];
}

/**
 * The heads of the `limit` change-sets before `below` (null = of all), newest first. Change-sets can be large: the ledger's
 * worker reads them, so that only heads come to the window's thread.
 */
export async function readAuditHeads(db: WorkbenchDatabase, below: number | null, limit: number, text: string): Promise<AuditPage> {
  const [total, page] = await Promise.all([db.changeSets.count(), db.changeSets.where('seq').below(below ?? Infinity).reverse().limit(limit).toArray()]);
  return { total, heads: page.map((changeSet) => auditHead(changeSet, text)) };
}

export function auditHead({ id, seq, at, actor, kind, label, inverseOf, changes, batch }: ChangeSet, text: string): AuditHead {
  const sought = text.trim().toLowerCase();
  const holdsText = sought === '' || changes.some((change) => holds(change.id, sought) || holds(change.before, sought) || holds(change.after, sought));
  return { id, seq, at, actor, kind, label, inverseOf, rows: batch?.rows ?? changes.length, tables: [...new Set(changes.map(({ table }) => table))], holdsText };
}

/** What a signature froze repeats half the review: it would be found for every word. */
const FROZEN = 'snapshot';

/** Whether any value in it, at any depth, contains the text (lower case). */
function holds(value: unknown, text: string): boolean {
  if (typeof value === 'string') return value.toLowerCase().includes(text);
  if (typeof value === 'number') return String(value).includes(text);
  if (typeof value !== 'object' || value === null) return false;
  return Object.entries(value).some(([key, inner]) => key !== FROZEN && holds(inner, text));
}
