import { commitChangeSet } from '@renderer/data/change-sets';
import { drainJournal } from '@renderer/data/journal';
import { openCycle } from '@renderer/data/review-cycles';
import { signReview } from '@renderer/data/reviews';
import { installTemplates, saveTemplate } from '@renderer/data/scorecard-templates';
import type { Workspace } from '@renderer/data/workspace';
import type { LedgerApi } from '@renderer/ledger/ledger-api';
import type { PersonReview } from '@shared/contracts/review-pack';
import { type YearMonth, addMonths, monthNumber, monthsBetween, yearMonth } from '@shared/kernel/month';
import { type Result, ok } from '@shared/kernel/result';
import type { Review } from '@shared/records/review';
import { CAST } from '../../../resources/sample/cast';
import { reviewComments } from '../../../resources/sample/comments';
import { CLOSING_MONTH, CLOSING_STATES, FIRST_REVIEW, KPI_TARGETS, LAST_SIGNED } from '../../../resources/sample/review-story';
import { typedScores } from '../../../resources/sample/typed-scores';
import { atInstant } from './at-instant';
import type { SampleFailure } from './sample-failure';
import type { StepReport } from './step-report';

export type ReviewLedger = Pick<LedgerApi, 'personReviews'>;

const TEMPLATE_ID = 'monthly/v1';
/** How far a review is: signed, ready to be signed, scored without words, one score typed, or untouched. */
type Progress = (typeof CLOSING_STATES)[number]['state'] | 'untouched';

/**
 * Opens each month's reviews up to the closing one, oldest first (a score shows in the trend of the months after it),
 * fills them as the story tells and signs them on a day of the month after. What is signed already is left alone, what is
 * typed is typed again the same, so an interrupted run goes on where it stopped. Reports after each month.
 */
export async function installReviews(ws: Workspace, ledger: ReviewLedger, report: StepReport): Promise<Result<null, SampleFailure>> {
  const months = monthsBetween(yearMonth(FIRST_REVIEW), yearMonth(CLOSING_MONTH));
  await prepareTemplate(atInstant(ws, '2024-10-28T08:00:00.000Z'));
  for (const [done, month] of months.entries()) {
    report(done, months.length, month);
    const then = atInstant(ws, `${addMonths(month, 1)}-08T02:00:00.000Z`);
    await open(then, month);
    await fill(then, month, await reviewsOf(ledger, month));
    await sign(ws, month, await reviewsOf(ledger, month));
    const drained = await drainJournal(ws);
    if (!drained.ok) return drained;
  }
  report(months.length, months.length, '');
  return ok(null);
}

/** The ready templates and tier plan, the monthly scorecard with the region's own targets. */
async function prepareTemplate(ws: Workspace): Promise<void> {
  await installTemplates(ws, 'zh-CN');
  const template = await ws.db.scorecardTemplates.get(TEMPLATE_ID);
  if (!template) throw new Error(`There is no template ${TEMPLATE_ID}`);
  const sections = template.sections.map((section) => ({ ...section, kpis: section.kpis.map((kpi) => ({ ...kpi, target: KPI_TARGETS[kpi.id] ?? kpi.target })) }));
  const saved = await saveTemplate(ws, { ...template, sections });
  if (!saved.ok) throw new Error(`The sample's template was refused: ${JSON.stringify(saved.error)}`);
}

function progressOf(name: string, month: YearMonth): Progress {
  if (month <= LAST_SIGNED) return 'signed';
  return CLOSING_STATES.find(({ people }) => people.includes(name))?.state ?? 'untouched';
}

async function open(ws: Workspace, month: YearMonth): Promise<void> {
  if (await ws.db.reviewCycles.get(`cycle-${month}`)) return;
  const opened = await openCycle(ws, month, TEMPLATE_ID);
  if (!opened.ok) throw new Error(`The sample's cycle was refused: ${opened.error}`);
}

async function reviewsOf(ledger: ReviewLedger, month: YearMonth): Promise<PersonReview[]> {
  const reviews = await ledger.personReviews({ month, scope: null, personId: null });
  if (!reviews.ok) throw new Error(`The sample has no reviews of ${month}: ${reviews.error}`);
  return reviews.value;
}

/** All scores, notes and comments of a month in one change-set: typing them one by one would take minutes. */
async function fill(ws: Workspace, month: YearMonth, reviews: readonly PersonReview[]): Promise<void> {
  await commitChangeSet(ws, { kind: 'edit', label: { key: 'review_fill', params: { month } } }, async (writer) => {
    const ids = reviews.map(({ personId }) => `cycle-${month}/${personId}`);
    await writer.preload('reviews', ids);
    for (const [at, review] of reviews.entries()) {
      const stored = await writer.get('reviews', ids[at]!);
      if (stored?.state === 'open') await writer.patch('reviews', stored.id, written(review, progressOf(review.name, month)));
    }
  });
}

function written(review: PersonReview, progress: Progress): Pick<Review, 'manual' | 'praise' | 'gaps' | 'advice'> {
  const month = yearMonth(review.month);
  const kpiIds = review.scorecard.sections.flatMap(({ kpis }) => kpis.filter(({ measure }) => measure === 'manual').map(({ kpiId }) => kpiId));
  const typed = progress === 'untouched' ? [] : progress === 'begun' ? kpiIds.slice(0, 1) : kpiIds;
  const words = progress === 'signed' || progress === 'written' ? reviewComments(review, turnOf(review)) : { praise: '', gaps: '', advice: '' };
  return { manual: typedScores(review.name, month, typed), ...words };
}

/** Moves on by one each month, and starts elsewhere for each person. */
function turnOf({ name, month }: PersonReview): number {
  return monthNumber(yearMonth(month)) + 5 * CAST.findIndex((person) => person.name === name);
}

/** Three or four a day, from the tenth of the month after. */
async function sign(ws: Workspace, month: YearMonth, reviews: readonly PersonReview[]): Promise<void> {
  const due = reviews.filter(({ name, signed }) => signed === null && progressOf(name, month) === 'signed');
  for (const [at, review] of due.entries()) {
    const date = 10 + Math.floor(at / 4);
    const then = atInstant(ws, `${addMonths(month, 1)}-${date}T0${1 + (at % 4)}:30:00.000Z`);
    const signed = await signReview(then, review);
    if (!signed.ok) throw new Error(`The sample's review of ${review.personId} in ${month} was refused: ${signed.error}`);
  }
}
