import type { Figures } from '@shared/contracts/figures';
import type { PersonReview } from '@shared/contracts/review-pack';
import { explain } from '@shared/domain/figures/explain';
import { type ExplainActual, explainKpiActual, figureOfMeasure } from '@shared/domain/performance/explain-scorecard';
import { kpiDrill } from '@shared/domain/performance/kpi-actuals';

/**
 * How the KPIs of a review are explained: by the person's own figures where they are on screen and say the same, else by
 * definition and rows alone (a signed month has its numbers frozen; somebody who moved counts in several units).
 */
export function explainActualOf(review: PersonReview, leaves: readonly string[], figures: Figures): ExplainActual {
  const node = figures.nodes.find(({ personId }) => personId === review.personId);
  return (kpi) => {
    if (kpi.measure === 'manual') return explainKpiActual(review, kpi, null);
    const rows = kpiDrill(kpi.measure, leaves, review.month, figures.measure);
    const own = node && node.leaves.length === leaves.length ? explain(figures, node, figureOfMeasure(kpi.measure)) : null;
    return own !== null && own.result.value === kpi.actual ? { ...own, drill: rows } : explainKpiActual(review, kpi, rows);
  };
}
