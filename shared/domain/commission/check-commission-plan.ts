import type { CommissionPlan } from '../../records/commission-plan';

export type CommissionIssue = { readonly code: 'commission.firstBand' } | { readonly code: 'commission.bandOrder'; readonly band: number };

/** Bands are half-open and cover every base: the first starts at 0, each next one higher. [] = usable. */
export function checkCommissionPlan({ bands }: Pick<CommissionPlan, 'bands'>): CommissionIssue[] {
  const issues: CommissionIssue[] = [];
  if (bands[0]?.fromFen !== 0) issues.push({ code: 'commission.firstBand' });
  bands.forEach((band, i) => {
    if (i > 0 && band.fromFen <= bands[i - 1]!.fromFen) issues.push({ code: 'commission.bandOrder', band: i + 1 });
  });
  return issues;
}

/** The plan of a month: the one with the latest start not after it; null when none has begun. */
export function commissionPlanFor(plans: readonly CommissionPlan[], month: string): CommissionPlan | null {
  const begun = plans.filter(({ fromMonth }) => fromMonth <= month);
  return begun.reduce<CommissionPlan | null>((latest, plan) => (latest === null || plan.fromMonth > latest.fromMonth ? plan : latest), null);
}
