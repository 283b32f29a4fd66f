import type { ClosingMonth } from '../../contracts/home';
import type { QualityReport } from '../../contracts/quality';
import type { YearMonth } from '../../kernel/month';
import type { PackExport } from '../../records/pack-export';

/** What closing a month takes, in the order it is best done in. */
export const closeSteps = ['facts', 'quality', 'owners', 'targets', 'gaps', 'reviews', 'lateChanges', 'pack'] as const;
export type CloseStep = (typeof closeSteps)[number];
/** `waiting`: something before it comes first. */
export type CloseState = 'done' | 'todo' | 'waiting';

/** What the checks of the data found that concerns a month. */
export interface MonthQuality {
  /** Likely duplicates of customers, months without their rows and repeated lines of the month: what would make its figures wrong. */
  readonly open: number;
  /** Owners that nobody answers to: what they hold counts as 未分配. */
  readonly owners: number;
}

/** Outliers and names without a file can be looked at, but nothing says that they are wrong: they do not keep a month open. */
export function qualityOfMonth({ duplicates, gaps, repeats, owners }: QualityReport, month: YearMonth): MonthQuality {
  const missing = gaps.listed.filter(({ from, to }) => from <= month && month <= to).length;
  const repeated = repeats.listed.filter(({ day }) => day.startsWith(month)).length;
  return { open: duplicates.total + missing + repeated, owners: owners.total };
}

interface MonthCloseInput {
  readonly closing: ClosingMonth;
  /** Null while the checks are at work: what depends on them waits. */
  readonly quality: MonthQuality | null;
  /** The scope's pack of the month that was written last; null = none. */
  readonly pack: Pick<PackExport, 'drafts' | 'exportedAt'> | null;
}

/** How far each step of a month's close is. Nothing but facts waits for nothing; a month without facts has only them to do. */
export function monthClose({ closing, quality, pack }: MonthCloseInput): Record<CloseStep, CloseState> {
  const { rows, plan, gaps, reviews, lateChanges } = closing;
  const isSigned = reviews.standings.length > 0 && reviews.standings.every(({ lack }) => lack === null);
  const after = (isReady: boolean, isDone: boolean): CloseState => (isDone ? 'done' : isReady ? 'todo' : 'waiting');
  const hasFacts = rows > 0;
  return {
    facts: hasFacts ? 'done' : 'todo',
    quality: after(hasFacts && quality !== null, hasFacts && quality?.open === 0),
    owners: after(hasFacts && quality !== null, hasFacts && quality?.owners === 0),
    targets: after(hasFacts, plan !== null && plan.committedVersion > 0 && plan.workingChanges === 0),
    gaps: after(plan !== null, plan !== null && gaps.count === 0),
    reviews: after(hasFacts, isSigned),
    // They are paid with the month's statements: signing settles them, and nothing else.
    lateChanges: isSigned ? 'done' : after(false, hasFacts && lateChanges.thisMonth === 0),
    pack: after(isSigned, isSigned && pack !== null && pack.drafts === 0 && pack.exportedAt >= (reviews.lastSignedAt ?? '')),
  };
}
