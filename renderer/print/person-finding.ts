import type { PersonReview } from '@shared/contracts/review-pack';
import type { PackText } from './pack-text';

/** The one line under a person's name: the weakest flagged KPI, how many are flagged, and the target. */
export function personFinding(review: PersonReview, { t, number, percent, signedMoney }: PackText): string[] {
  const flagged = review.scorecard.sections.flatMap((section) => section.kpis).filter((kpi) => kpi.belowThreshold && kpi.score !== null);
  flagged.sort((a, b) => (a.score ?? 0) - (b.score ?? 0));
  const [weakest] = flagged;
  const clauses = weakest ? [t('print.findingFlags', { name: weakest.name, score: number(weakest.score, 2) })] : [t('print.findingNoFlags')];
  if (flagged.length > 1) clauses.push(t('print.findingFlagsMore', { n: flagged.length }));
  const known = review.attainment !== null && review.actualFen !== null && review.targetFen !== null;
  clauses.push(known ? t('print.findingAttainment', { rate: percent(review.attainment), gap: signedMoney((review.actualFen ?? 0) - (review.targetFen ?? 0)) }) : t('print.findingNoTarget'));
  return clauses;
}
