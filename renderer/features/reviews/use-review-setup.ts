import { useLiveQuery } from 'dexie-react-hooks';
import { templatesInForce } from '@shared/domain/performance/template-in-force';
import type { YearMonth } from '@shared/kernel/month';
import type { ReviewCycle } from '@shared/records/review-cycle';
import type { ScorecardTemplate } from '@shared/records/scorecard-template';
import { cycleIdOf } from '@renderer/data/review-cycles';
import { useWorkspace } from '@renderer/parts/workspace-context';

export interface ReviewSetup {
  /** Null until the month's reviews are started. */
  readonly cycle: ReviewCycle | null;
  /** The cycle's template; before there is a cycle, the first it could be started with. Null = none yet. */
  readonly template: ScorecardTemplate | null;
  /** The templates that the month could be started with. */
  readonly choices: readonly ScorecardTemplate[];
}

/** The month's cycle and template, followed live; undefined while they are read. */
export function useReviewSetup(month: YearMonth): ReviewSetup | undefined {
  const { db } = useWorkspace();
  return useLiveQuery(async () => {
    const cycle = (await db.reviewCycles.get(cycleIdOf(month))) ?? null;
    const templates = await db.scorecardTemplates.toArray();
    const choices = templatesInForce(templates, month);
    const template = cycle ? templates.find(({ id }) => id === cycle.templateId) : choices[0];
    return { cycle, template: template ?? null, choices };
  }, [db, month]);
}
