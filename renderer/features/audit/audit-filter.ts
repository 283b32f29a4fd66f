import { type Day, localDayOf } from '@shared/kernel/day';
import type { ChangeSet } from '@shared/records/change-set';
import type { RecordTable } from '@shared/records/record-tables';

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

/** Whether a change-set passes. Text is sought in what it is called (`name`, in the language shown) and in every value before and after, in any case. */
export function passes(changeSet: ChangeSet, filter: AuditFilter, name: string): boolean {
  const { person, kind, table, from, to } = filter;
  if (person !== null && changeSet.actor !== person) return false;
  if (kind !== null && changeSet.kind !== kind) return false;
  if (table !== null && !changeSet.changes.some((change) => change.table === table)) return false;
  const day = from === null && to === null ? null : localDayOf(Date.parse(changeSet.at));
  if (day !== null && ((from !== null && day < from) || (to !== null && day > to))) return false;
  const text = filter.text.trim().toLowerCase();
  if (text === '') return true;
  return name.toLowerCase().includes(text) || changeSet.actor.toLowerCase().includes(text) || changeSet.changes.some(({ id, before, after }) => holds(id, text) || holds(before, text) || holds(after, text));
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
