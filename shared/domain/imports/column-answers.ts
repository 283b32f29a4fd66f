import type { ColumnEvidence, DateSystem, SourceMapping } from '../../contracts/import-run';
import type { FieldKind } from './import-fields';

/** How one column's values are meant, as far as it is known. */
export type ColumnAnswers = Pick<SourceMapping['columns'][number], 'dateOrder' | 'decimalMark' | 'shareUnit'>;
type Evidence = Omit<ColumnEvidence, 'header' | 'reason'>;

const UNANSWERED: ColumnAnswers = { dateOrder: null, decimalMark: null, shareUnit: null };
const isNumeric = (kind: FieldKind | null): boolean => kind === 'money' || kind === 'quantity';

/** What of a column is open to question: its values can be meant in more ways than one. */
export const asksDate = (kind: FieldKind | null, evidence: Evidence): boolean => kind === 'day' && (evidence.ambiguousDates > 0 || evidence.dayNumbers > 0);
export const asksMark = (kind: FieldKind | null, evidence: Evidence): boolean => isNumeric(kind) && evidence.ambiguousNumbers > 0;
export const asksShare = (kind: FieldKind | null, evidence: Evidence): boolean => kind === 'share' && evidence.sharesUpToOne > 0 && (evidence.sharesAboveOne === 0 || evidence.markedShares > 0);

/** What the column's own values say about how they are meant; null stays to be asked. `system` = of the workbook that it lies in. */
export function proposeAnswers(kind: FieldKind | null, evidence: Evidence, system: DateSystem | null): ColumnAnswers {
  if (kind === 'day') return { ...UNANSWERED, dateOrder: dateOrderOf(evidence, system) };
  // A point, unless a value only reads with a decimal comma: then it is asked.
  if (isNumeric(kind)) return { ...UNANSWERED, decimalMark: evidence.ambiguousNumbers > 0 ? null : '.' };
  if (kind === 'share') return { ...UNANSWERED, decimalMark: '.', shareUnit: asksShare(kind, evidence) || evidence.sharesAboveOne === 0 ? null : 'percent' };
  return UNANSWERED;
}

/** Values that read only one way round decide for all; values of both kinds leave it open. Day numbers of our time in a workbook count as the workbook counts. */
function dateOrderOf({ onlyMdy, onlyDmy, ambiguousDates, dayNumbers, dayNumbersLikely }: Evidence, system: DateSystem | null): ColumnAnswers['dateOrder'] {
  if (onlyMdy > 0 && onlyDmy === 0) return 'mdy';
  if (onlyDmy > 0 && onlyMdy === 0) return 'dmy';
  const counts = dayNumbers > 0 && dayNumbersLikely && onlyMdy === 0 && ambiguousDates === 0;
  return counts && system !== null ? `serial${system}` : null;
}

/** The answers of last time for a file of the same header: each stands unless this file's values contradict it, then it is asked anew. */
export function renewAnswers(kind: FieldKind | null, before: ColumnAnswers, evidence: Evidence, system: DateSystem | null): ColumnAnswers {
  const proposed = proposeAnswers(kind, evidence, system);
  return {
    dateOrder: kind !== 'day' || before.dateOrder === null || contradictsOrder(before.dateOrder, evidence, system) ? proposed.dateOrder : before.dateOrder,
    decimalMark: before.decimalMark === null || (before.decimalMark === '.' ? asksMark(kind, evidence) : evidence.onlyPoint > 0) ? proposed.decimalMark : before.decimalMark,
    shareUnit: before.shareUnit === null || (before.shareUnit === 'fraction' && evidence.sharesAboveOne > 0) ? proposed.shareUnit : before.shareUnit,
  };
}

function contradictsOrder(order: NonNullable<ColumnAnswers['dateOrder']>, { onlyMdy, onlyDmy, ambiguousDates, dayNumbers }: Evidence, system: DateSystem | null): boolean {
  if (order === 'mdy') return onlyDmy > 0 || (dayNumbers > 0 && ambiguousDates + onlyMdy === 0);
  if (order === 'dmy') return onlyMdy > 0 || (dayNumbers > 0 && ambiguousDates + onlyDmy === 0);
  if (order === 'ymd') return ambiguousDates + dayNumbers > 0;
  return (dayNumbers === 0 && ambiguousDates > 0) || (system !== null && order !== `serial${system}`);
}
