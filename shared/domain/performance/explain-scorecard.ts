import type { Drill } from '../../contracts/drill';
import type { Explanation, FigureKey, FormulaLine, Quantity } from '../../contracts/explanation';
import type { KpiResult, PersonReview, SectionResult } from '../../contracts/review-pack';
import { FULL_WEIGHT } from '../../records/scorecard-template';
import type { KpiMeasure } from '../../records/scorecard-template';
import { line, namedLine, partLine, quantity, sumOp } from '../figures/formula-line';
import { curveFormula } from './explain-curve';

/** What each measure is as a figure, and what it counts. */
const MEASURES = {
  planAttainment: ['actual', 'fen'],
  netSales: ['net', 'fen'],
  wonValue: ['wonValue', 'fen'],
  winRate: ['winRate', 'rate'],
  wonCount: ['won', 'count'],
  marginRate: ['marginRate', 'rate'],
  returnRate: ['returnRate', 'rate'],
  cycleDays: ['cycle', 'meanDays'],
  manual: ['kpiScore', 'score'],
} as const satisfies Record<KpiMeasure, readonly [FigureKey, Quantity['unit']]>;

/** The figure that a computed KPI's actual is. */
export const figureOfMeasure = (measure: Exclude<KpiMeasure, 'manual'>) => MEASURES[measure][0];

type Whose = Pick<PersonReview, 'name' | 'month'>;

const bare = ({ name, month }: Whose, figure: FigureKey, result: Quantity): Explanation =>
  ({ figure, of: { name: { text: name }, period: month }, result, lines: [], plan: null, above: null, drill: null });

/** A computed KPI's actual, as the review has it: frozen once signed. Its rows are those of today. */
export function explainKpiActual(whose: Whose, kpi: KpiResult, rows: Drill | null): Explanation {
  const [figure, unit] = MEASURES[kpi.measure];
  return { ...bare(whose, figure, quantity(unit, kpi.actual)), drill: rows };
}

/** Actual against target, in the KPI's direction. Source: attainment.ts of this folder. */
export function explainKpiAttainment(whose: Whose, kpi: KpiResult, actual: Explanation): Explanation {
  return { ...bare(whose, 'kpiAttainment', quantity('rate', kpi.attainment)), lines: attainmentLines(kpi, actual), drill: actual.drill };
}

function attainmentLines({ measure, direction, target }: KpiResult, actual: Explanation): FormulaLine[] {
  const wanted = quantity(MEASURES[measure][1], target);
  const size = quantity(wanted.unit, target === null ? null : Math.abs(target));
  const onTarget = quantity('rate', 1);
  if (direction === 'lower') {
    if (target === 0) return [line('start', 'part_onTarget', onTarget), partLine('minus', actual)];
    return [line('start', 'part_kpiTarget', wanted), partLine('minus', actual), line('over', 'part_kpiTargetSize', size), line('plus', 'part_onTarget', onTarget)];
  }
  if (target !== null && target < 0) return [partLine('start', actual), line('minus', 'part_kpiTarget', wanted), line('over', 'part_kpiTargetSize', size), line('plus', 'part_onTarget', onTarget)];
  return [partLine('start', actual), line('over', 'part_kpiTarget', wanted)];
}

/** A KPI's score: its attainment put through its curve; a typed one stands for itself. */
export function explainKpiScore(whose: Whose, kpi: KpiResult, actual: Explanation): Explanation {
  const score = bare(whose, 'kpiScore', quantity('score', kpi.score));
  if (kpi.measure === 'manual') return score;
  const attainment = explainKpiAttainment(whose, kpi, actual);
  return { ...score, lines: curveFormula(kpi.curve, kpi.attainment, partLine('start', attainment)), drill: actual.drill };
}

/** How a KPI's actual is explained: the screen knows the person's rows and figures, the paper does not. */
export type ExplainActual = (kpi: KpiResult) => Explanation;

const weightOf = (weight: number): Quantity => quantity('rate', weight / FULL_WEIGHT);

/** Σ KPI score × weight, over the weight of what is scored. */
export function explainSection(whose: Whose, section: SectionResult, actualOf: ExplainActual): Explanation {
  const scored = section.kpis.filter(({ score, weight }) => score !== null && weight > 0);
  const weights = scored.reduce((sum, { weight }) => sum + weight, 0);
  const lines = scored.map((kpi, at) =>
    namedLine(sumOp(at), { text: kpi.name }, quantity('score', (kpi.score! * kpi.weight) / FULL_WEIGHT), [quantity('score', kpi.score), weightOf(kpi.weight)], explainKpiScore(whose, kpi, actualOf(kpi))),
  );
  return { ...bare(whose, 'sectionScore', quantity('score', section.score)), lines: weights === FULL_WEIGHT || weights === 0 ? lines : [...lines, line('over', 'part_weights', weightOf(weights))] };
}

/** Σ of what each section contributes: rounded so that they foot to the total. Sections without a score leave their weight to the others. */
export function explainTotal({ name, month, scorecard }: Whose & Pick<PersonReview, 'scorecard'>, actualOf: ExplainActual): Explanation {
  const whose = { name, month };
  const scored = scorecard.sections.filter(({ contribution }) => contribution !== null);
  const weights = scored.reduce((sum, { weight }) => sum + weight, 0);
  const lines = scored.map((section, at) =>
    namedLine(sumOp(at), { text: section.name }, quantity('score', section.contribution), [quantity('score', section.score), quantity('rate', section.weight / weights)], explainSection(whose, section, actualOf)),
  );
  return { ...bare(whose, 'total', quantity('score', scorecard.total)), lines };
}

/** The grade a total reaches, and its multiplier; null while nothing is scored. */
export function explainGrade(review: Whose & Pick<PersonReview, 'scorecard'>, actualOf: ExplainActual): Explanation {
  const { grade } = review.scorecard;
  const grading = bare(review, 'grade', quantity('factor', grade?.multiplier ?? null));
  if (grade === null) return grading;
  const reached = { text: grade.name, ...(grade.from === null ? {} : { from: quantity('score', grade.from) }) };
  return { ...grading, lines: [partLine('start', explainTotal(review, actualOf)), namedLine('gives', reached, quantity('factor', grade.multiplier))] };
}
