import { type Day, localDayOf } from '@shared/kernel/day';
import type { ChangeSet } from '@shared/records/change-set';
import type { RecordTable } from '@shared/records/record-tables';
import type { AuditHead } from '@renderer/data/audit-heads';

/** What the list is narrowed to; null and '' let everything through. Days are this machine's, both ends included. */
export interface AuditFilter {
  readonly person: string | null;
  readonly kind: ChangeSet['kind'] | null;
  readonly table: RecordTable | null;
  readonly from: Day | null;
  readonly to: Day | null;
  readonly text: string;
}

export const noFilter: AuditFilter = { person: null, kind: null, table: null, from: null, to: null, text: '' };

export const isFiltered = (filter: AuditFilter): boolean => filter.text.trim() !== '' || [filter.person, filter.kind, filter.table, filter.from, filter.to].some((each) => each !== null);

/** Whether a change-set passes. Text is sought in what it is called (`name`, in the language shown), its author and its values (`holdsText`), in any case. */
export function passes(head: AuditHead, filter: AuditFilter, name: string): boolean {
  const { person, kind, table, from, to } = filter;
  if (person !== null && head.actor !== person) return false;
  if (kind !== null && head.kind !== kind) return false;
  if (table !== null && !head.tables.includes(table)) return false;
  const day = from === null && to === null ? null : localDayOf(Date.parse(head.at));
  if (day !== null && ((from !== null && day < from) || (to !== null && day > to))) return false;
  const text = filter.text.trim().toLowerCase();
  return head.holdsText || name.toLowerCase().includes(text) || head.actor.toLowerCase().includes(text);
}
