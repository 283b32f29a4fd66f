import type { CohortFunnel, CountedDeals, DaySpan, FunnelStep } from '../../contracts/funnel';
import { type Day, firstDayOf, lastDayOf, toEpochDay } from '../../kernel/day';
import { addMonths } from '../../kernel/month';
import type { Period } from '../../kernel/period';
import { ratioOf } from '../../kernel/rate';
import { type StepTrials, isBottleneck } from './bottleneck';
import { LOST, NO_DAY, OPEN, type OpportunityColumns, WON } from './fact-source';
import type { StageOrder } from './stage-order';

/** What the imports that stand tell of the course of each opportunity, in the order of the columns. */
export interface StageCourses {
  /** Every open stage that any import saw. */
  readonly order: StageOrder;
  /** Index of the furthest open stage it was ever seen in; −1 = never seen open. One that was won came through all of them. */
  readonly furthest: Int16Array;
  /** How many imports that stand know it. */
  readonly imports: Uint16Array;
}

export interface CohortFunnelInput {
  readonly columns: OpportunityColumns;
  readonly courses: StageCourses;
  readonly scope: CohortFunnel['scope'];
  readonly period: Period;
  readonly today: Day;
}

const PERIODS_BEFORE = 4;
/** Of the lost ones, how many may have been lost from a stage nobody saw before their steps say nothing. */
const MAX_UNSEEN = 0.1;

/**
 * The funnel of a scope (see `CohortFunnel`). An opportunity has reached the furthest stage that any import saw it in and all
 * before it; a won one all; every one the first. So `reached` never rises from a stage to the next. Conversions are null
 * where the order of the stages is not known. Throws if an open one stands in a stage that the order lacks.
 */
export function cohortFunnel(input: CohortFunnelInput): CohortFunnel {
  const { columns, courses, period, today, scope } = input;
  const { stages, known } = courses.order;
  const mine = rowsOf(columns, new Set(scope.leaves));
  const created = createdIn(columns, mine, period);
  const spans = spansBefore(period);
  const before = spans.map((span) => createdIn(columns, mine, span));
  const earlier = before.every((rows) => rows.length > 0) ? before.flat() : null;
  const waits = waitsWithin(columns, earlier ?? [], today);
  const cohort = countCohort(input, created, waits);
  const past = earlier && countCohort(input, earlier, waits);
  const isComparable = earlier !== null && [created, earlier].every((rows) => isMostlySeen(input, rows));
  const standing = snapshotOf(columns, mine, stages);
  return {
    period: { key: period.key, from: period.from, to: period.to },
    scope,
    today,
    steps: stages.map((stage, at) => ({ stage, cohort: known ? stepOf(cohort, past, at, isComparable) : null, snapshot: standing[at]! })),
    cohort: {
      created: created.length,
      won: cohort.won,
      conversion: ratioOf(cohort.won, created.length),
      open: created.filter((row) => columns.outcome[row] === OPEN).length,
      seenOnce: created.filter((row) => courses.imports[row] === 1).length,
      lostUnseen: created.filter((row) => isLostUnseen(input, row)).length,
    },
    history: past && earlier && { from: spans.at(-1)!.from, to: spans[0]!.to, created: earlier.length, conversion: ratioOf(past.won, earlier.length) },
    closed: closedIn(columns, mine, period),
  };
}

/** The periods of the same length before, nearest first. */
function spansBefore({ months }: Period): DaySpan[] {
  return Array.from({ length: PERIODS_BEFORE }, (_, at) => {
    const back = (at + 1) * months.length;
    return { from: firstDayOf(addMonths(months[0]!, -back)), to: lastDayOf(addMonths(months.at(-1)!, -back)) };
  });
}

function rowsOf({ count, leaf, leaves }: OpportunityColumns, wanted: ReadonlySet<string>): number[] {
  const isWanted = leaves.map((name) => wanted.has(name));
  const rows: number[] = [];
  for (let row = 0; row < count; row++) if (isWanted[leaf[row]!]) rows.push(row);
  return rows;
}

function createdIn({ createdDay }: OpportunityColumns, rows: readonly number[], { from, to }: DaySpan): number[] {
  const [first, last] = [toEpochDay(from), toEpochDay(to)];
  return rows.filter((row) => createdDay[row]! >= first && createdDay[row]! <= last);
}

/** Of ten that were won, nine took no longer. */
const USUAL_SHARE = 0.9;

/**
 * Whether an open one may still be waiting: it is no older than nine of ten were when they were won, of the four periods
 * before. An older one is stuck, which counts against its stage; where nothing was won before nobody can say, and all may wait.
 */
function waitsWithin({ outcome, createdDay, closeDay }: OpportunityColumns, earlier: readonly number[], today: Day): (row: number) => boolean {
  const cycles = earlier.flatMap((row) => (outcome[row] === WON && closeDay[row] !== NO_DAY ? [closeDay[row]! - createdDay[row]!] : [])).sort((a, b) => a - b);
  const usual = cycles[Math.ceil(cycles.length * USUAL_SHARE) - 1] ?? Infinity;
  return (row) => outcome[row] === OPEN && toEpochDay(today) - createdDay[row]! <= usual;
}

interface CohortCounts {
  /** By stage, then those won. */
  readonly reached: readonly number[];
  /** By stage: came no further yet and may still. */
  readonly waiting: readonly number[];
  readonly won: number;
}

function countCohort({ columns, courses }: CohortFunnelInput, rows: readonly number[], waits: (row: number) => boolean): CohortCounts {
  const steps = courses.order.stages.length;
  const ended = Array.from({ length: steps + 1 }, () => 0);
  const waiting = ended.slice();
  for (const row of rows) {
    const place = columns.outcome[row] === WON ? steps : Math.max(0, courses.furthest[row]!);
    ended[place]!++;
    if (waits(row)) waiting[place]!++;
  }
  const reached = ended.map((_, at) => ended.slice(at).reduce((sum, count) => sum + count, 0));
  return { reached, waiting, won: rows.filter((row) => columns.outcome[row] === WON).length };
}

const isLostUnseen = ({ columns, courses }: CohortFunnelInput, row: number): boolean => columns.outcome[row] === LOST && courses.furthest[row] === -1;

/** Lost ones that nobody saw open make the first step look narrow and the others wide: with more than a tenth of them no step is compared. */
function isMostlySeen(input: CohortFunnelInput, rows: readonly number[]): boolean {
  const lost = rows.filter((row) => input.columns.outcome[row] === LOST);
  return lost.filter((row) => isLostUnseen(input, row)).length <= lost.length * MAX_UNSEEN;
}

function stepOf(cohort: CohortCounts, past: CohortCounts | null, at: number, isComparable: boolean): FunnelStep['cohort'] {
  const reached = cohort.reached[at]!;
  const conversion = ratioOf(cohort.reached[at + 1]!, reached);
  const history = past && ratioOf(past.reached[at + 1]!, past.reached[at]!);
  const isLower = conversion !== null && history !== null && conversion < history;
  return { reached, conversion, history, isBottleneck: isComparable && past !== null && isLower && isBottleneck(trialsOf(cohort, at), trialsOf(past, at)) };
}

const trialsOf = ({ reached, waiting }: CohortCounts, at: number): StepTrials => ({ settled: reached[at]! - waiting[at]!, passed: reached[at + 1]! });

function snapshotOf(columns: OpportunityColumns, rows: readonly number[], stages: readonly string[]): CountedDeals[] {
  const standing = stages.map(() => ({ count: 0, amountFen: 0 }));
  const placeOf = columns.stages.map((stage) => stages.indexOf(stage));
  for (const row of rows) {
    if (columns.outcome[row] !== OPEN) continue;
    const counted = standing[placeOf[columns.stage[row]!]!];
    if (counted === undefined) throw new RangeError(`No such stage in order: ${columns.stages[columns.stage[row]!]}`);
    counted.count++;
    counted.amountFen += columns.amountFen[row]!;
  }
  return standing;
}

function closedIn(columns: OpportunityColumns, rows: readonly number[], { from, to }: DaySpan): CohortFunnel['closed'] {
  const [first, last] = [toEpochDay(from), toEpochDay(to)];
  const within = rows.filter((row) => columns.closeDay[row] !== NO_DAY && columns.closeDay[row]! >= first && columns.closeDay[row]! <= last);
  const sum = (outcome: number, amounts: Float64Array): CountedDeals => {
    const found = within.filter((row) => columns.outcome[row] === outcome);
    return { count: found.length, amountFen: found.reduce((total, row) => total + amounts[row]!, 0) };
  };
  return { won: sum(WON, columns.wonFen), lost: sum(LOST, columns.amountFen) };
}
