import type { FunnelStage } from '../../contracts/figures';
import { type Day, toEpochDay } from '../../kernel/day';
import { fen } from '../../kernel/fen';
import { LOST, NO_DAY, OPEN, type OpportunityColumns, WON } from './fact-source';
import { stageRank } from './stage-rank';

const OUTCOMES = { [OPEN]: 'open', [WON]: 'won', [LOST]: 'lost' } as const;
const OUTCOME_ORDER = ['open', 'won', 'lost'];

/**
 * Snapshot of the funnel: open opportunities by the stage they stand in now (whenever they were created), then those won
 * and lost in the period, by stage. Open stages in the order of the sales process where it is known (see stage-rank.ts),
 * the others after them, fullest first. Amounts: expected of open and lost ones, won value of won ones. Nothing: [].
 */
export function funnelOf(columns: OpportunityColumns, leaves: ReadonlySet<string>, from: Day, to: Day): FunnelStage[] {
  const first = toEpochDay(from);
  const last = toEpochDay(to);
  const stages = new Map<string, { stage: string; count: number; amountFen: number; outcome: FunnelStage['outcome'] }>();
  for (let i = 0; i < columns.count; i++) {
    if (!leaves.has(columns.leaves[columns.leaf[i]!]!)) continue;
    const outcome = OUTCOMES[columns.outcome[i] as keyof typeof OUTCOMES];
    const closed = columns.closeDay[i]!;
    if (outcome !== 'open' && (closed === NO_DAY || closed < first || closed > last)) continue;
    const stage = columns.stages[columns.stage[i]!]!;
    const key = `${outcome}:${stage}`;
    const entry = stages.get(key) ?? { stage, count: 0, amountFen: 0, outcome };
    stages.set(key, entry);
    entry.count++;
    entry.amountFen += outcome === 'won' ? columns.wonFen[i]! : columns.amountFen[i]!;
  }
  return [...stages.values()]
    .map((entry) => ({ ...entry, amountFen: fen(entry.amountFen) }))
    .sort(
      (a, b) =>
        OUTCOME_ORDER.indexOf(a.outcome) - OUTCOME_ORDER.indexOf(b.outcome) ||
        stageRank(a.stage) - stageRank(b.stage) ||
        b.count - a.count ||
        (a.stage < b.stage ? -1 : 1),
    );
}
