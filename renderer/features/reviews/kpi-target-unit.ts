import type { PlainMessageKey } from '@shared/messages/message-key';
import type { KpiMeasure } from '@shared/records/scorecard-template';

interface TargetUnit {
  readonly unit: PlainMessageKey;
  /** Decimal places from what is typed to what is stored. */
  readonly shift: number;
  readonly decimals: number;
}

/** How a measure's target is typed; null where the plan sets it or the score is typed. */
export function kpiTargetUnit(measure: KpiMeasure): TargetUnit | null {
  switch (measure) {
    case 'planAttainment':
    case 'manual':
      return null;
    case 'netSales':
    case 'wonValue':
      // 万元 to 分.
      return { unit: 'templates.unitWan', shift: 6, decimals: 6 };
    case 'winRate':
    case 'marginRate':
    case 'returnRate':
      return { unit: 'templates.unitPercent', shift: -2, decimals: 2 };
    case 'wonCount':
      return { unit: 'templates.unitDeals', shift: 0, decimals: 2 };
    case 'cycleDays':
      return { unit: 'templates.unitDays', shift: 0, decimals: 1 };
  }
}
