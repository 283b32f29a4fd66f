import type { StageCourses } from '@shared/domain/figures/cohort-funnel';
import { OPEN, WON } from '@shared/domain/figures/fact-source';
import { type StageOrder, orderStages } from '@shared/domain/figures/stage-order';
import type { ColumnStore, LoadedSegment } from './column-store';
import type { HotSegment } from './segments';

/** What the imports that stand tell of one opportunity. */
interface Course {
  /** As in `StageCourses`. */
  furthest: number;
  imports: number;
}

interface Courses {
  readonly version: number;
  readonly order: StageOrder;
  /** By segment, then row: versions of one opportunity share one. */
  readonly bySegment: ReadonlyMap<string, readonly Course[]>;
}
const kept = new WeakMap<ColumnStore, Courses>();

/** The courses of all live opportunities, in the order of `buildOpportunityColumns`. Worked out once per change of the facts. */
export function stageCourses(store: ColumnStore): StageCourses {
  const { order, bySegment } = coursesOf(store);
  const live = store.segments('opportunities').flatMap((segment) => bySegment.get(segment.hot.id)!.filter((_, row) => segment.live === null || segment.live[row] === 1));
  return { order, furthest: Int16Array.from(live, ({ furthest }) => furthest), imports: Uint16Array.from(live, ({ imports }) => imports) };
}

/** Whether an opportunity came as far as a stage: the same rule as `cohortFunnel`. No row has, where nothing ever stood in it. */
export function hasReached(store: ColumnStore, stage: string): (hot: HotSegment, row: number) => boolean {
  const { order, bySegment } = coursesOf(store);
  const at = order.stages.indexOf(stage);
  return (hot, row) => at !== -1 && (hot.numbers['outcome']![row] === WON || Math.max(0, bySegment.get(hot.id)![row]!.furthest) >= at);
}

function coursesOf(store: ColumnStore): Courses {
  const before = kept.get(store);
  if (before?.version === store.version) return before;
  const held = store.segments('opportunities').map((segment) => ({ segment, holders: store.holderCounts(segment.hot) }));
  const order = orderStages(countOpenStages(store, held));
  const placeOf = store.dictionaries.texts('stage').map((stage) => order.stages.indexOf(stage));
  const byKey = new Map<string, Course>();
  const bySegment = new Map<string, readonly Course[]>();
  for (const { segment: { hot }, holders } of held) {
    bySegment.set(hot.id, Array.from({ length: hot.count }, (_, row) => {
      const key = `${hot.keyHi[row]!},${hot.keyLo[row]!},${hot.source}`;
      const course = byKey.get(key) ?? { furthest: -1, imports: 0 };
      byKey.set(key, course);
      if (holders[row]! > 0) course.furthest = Math.max(course.furthest, reachedBy(hot, row, placeOf, order));
      course.imports += holders[row]!;
      return course;
    }));
  }
  const courses = { version: store.version, order, bySegment };
  kept.set(store, courses);
  return courses;
}

function reachedBy(hot: HotSegment, row: number, placeOf: readonly number[], order: StageOrder): number {
  const outcome = hot.numbers['outcome']![row]!;
  if (outcome === WON) return order.stages.length - 1;
  return outcome === OPEN ? placeOf[hot.dimensions['stage']?.[row] ?? 0]! : -1;
}

interface Held {
  readonly segment: LoadedSegment;
  readonly holders: Uint16Array;
}

/** Versions by the open stage they stand in, of imports that stand. */
function countOpenStages(store: ColumnStore, held: readonly Held[]): Map<string, number> {
  const texts = store.dictionaries.texts('stage');
  const counts = new Map<string, number>();
  for (const { segment: { hot }, holders } of held) {
    for (let row = 0; row < hot.count; row++) {
      if (holders[row] === 0 || hot.numbers['outcome']![row] !== OPEN) continue;
      const stage = texts[hot.dimensions['stage']?.[row] ?? 0]!;
      counts.set(stage, (counts.get(stage) ?? 0) + 1);
    }
  }
  return counts;
}
