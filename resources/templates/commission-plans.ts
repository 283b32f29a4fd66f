import { type CommissionPlan, commissionPlanSchema } from '@shared/records/commission-plan';
import type { TemplateLanguage } from './scorecard-templates';

const NAMES = { 'zh-CN': '月度阶梯提成', en: 'Monthly tiers' } as const;

/** The tier plan a new workspace starts with: 1 % below 100,000, 2 % below 300,000, 3 % above, marginal, on the plan's measure. */
export function defaultCommissionPlan(language: TemplateLanguage): CommissionPlan {
  return commissionPlanSchema.parse({
    id: 'commission-2000-01',
    name: NAMES[language],
    fromMonth: '2000-01',
    base: 'planMeasure',
    mode: 'marginal',
    bands: [
      { fromFen: 0, rateMillionths: 10_000 },
      { fromFen: 10_000_000, rateMillionths: 20_000 },
      { fromFen: 30_000_000, rateMillionths: 30_000 },
    ],
  });
}
