import type { KpiResult, ScorecardResult, SectionResult } from '../../contracts/review-pack';
import { roundHalfUp, roundPartsToTotal } from '../../kernel/rounding';
import type { ManualScore } from '../../records/review';
import type { Kpi, KpiMeasure, ScorecardTemplate, Section } from '../../records/scorecard-template';
import { exactAttainment } from './attainment';
import { scoreHundredths } from './curves';
import { type Fraction, fraction, fractionOf, overOneDenominator, plus, times, toNumber } from './fraction';
import { gradeOf } from './grade';

/** What is known of a computed measure in the month: the figure, and the target where the plan sets it. */
export interface MeasuredKpi {
  readonly actual: number | null;
  readonly target: number | null;
}

const ZERO = fraction(0n, 1n);
const HUNDRED = fraction(100n, 1n);

/**
 * Total = Σ KPI score × KPI weight × section weight, in exact arithmetic, rounded half-up to 0.01 once, then graded.
 * KPI scores themselves are whole hundredths. A KPI without a figure or score is skipped: the others of its section
 * share its weight in proportion, a section with nothing scored is skipped likewise, and `rebased` says so.
 * Contributions are the exact parts, rounded by largest remainder so that they sum to the total.
 * Source: performance.md «KPI and scorecard» (悟空HRM; hrms#690: 5 and 5 must give 5).
 */
export function scoreCard(
  template: ScorecardTemplate,
  measured: (measure: Exclude<KpiMeasure, 'manual'>) => MeasuredKpi,
  manual: Readonly<Record<string, ManualScore>>,
): ScorecardResult {
  const drafts = template.sections.map((section) => {
    const kpis = section.kpis.map((kpi) => scoreKpi(kpi, template.threshold, measured, manual[kpi.id]));
    return { section, kpis, exact: weightedMean(kpis) };
  });
  const scored = drafts.filter((draft) => draft.exact !== null);
  const weights = scored.reduce((sum, { section }) => sum + section.weight, 0);
  const known = weights > 0;
  const parts = drafts.map(({ section, exact }) => (exact && known ? times(exact, fraction(BigInt(section.weight), BigInt(weights))) : ZERO));
  const total = known ? toHundredths(parts.reduce(plus, ZERO)) : null;
  const { numerators, denominator } = overOneDenominator(parts.map((part) => times(part, HUNDRED)));
  const contributions = roundPartsToTotal(total ?? 0, numerators, denominator);
  const sections = drafts.map(({ section, kpis, exact }, i) => sectionResult(section, kpis, exact, exact && known ? contributions[i]! : null));
  const everyKpi = drafts.flatMap(({ kpis }) => kpis);
  return {
    templateId: template.id,
    templateName: template.name,
    templateVersion: template.version,
    sections,
    total: total === null ? null : total / 100,
    grade: total === null ? null : gradeOf(total / 100, template.grades),
    rebased: total !== null && everyKpi.some(({ score, weight }) => score === null && weight > 0),
  };
}

function scoreKpi(
  kpi: Kpi,
  threshold: number,
  measured: (measure: Exclude<KpiMeasure, 'manual'>) => MeasuredKpi,
  typed: ManualScore | undefined,
): KpiResult {
  const base = { kpiId: kpi.id, name: kpi.name, measure: kpi.measure, direction: kpi.direction, weight: kpi.weight, curve: kpi.curve, note: typed?.note ?? '' };
  if (kpi.measure === 'manual') {
    const typedScore = typed?.score ?? null;
    const score = typedScore === null ? null : toHundredths(fractionOf(typedScore)) / 100;
    return { ...base, target: kpi.target, actual: typedScore, attainment: null, score, belowThreshold: score !== null && score < threshold };
  }
  const found = measured(kpi.measure);
  const target = kpi.measure === 'planAttainment' ? found.target : kpi.target;
  const attainment = found.actual === null || target === null ? null : exactAttainment(found.actual, target, kpi.direction);
  const hundredths = attainment === null ? null : scoreHundredths(kpi.curve, attainment);
  const score = hundredths === null ? null : hundredths / 100;
  return { ...base, target, actual: found.actual, attainment: attainment && toNumber(attainment), score, belowThreshold: score !== null && score < threshold };
}

/** Σ score × weight ÷ Σ weight over what is scored; null when nothing with weight is. */
function weightedMean(kpis: readonly KpiResult[]): Fraction | null {
  const scored = kpis.filter(({ score, weight }) => score !== null && weight > 0);
  const weights = scored.reduce((sum, { weight }) => sum + weight, 0);
  if (weights === 0) return null;
  const sum = scored.reduce((total, { score, weight }) => plus(total, times(fractionOf(score!), fraction(BigInt(weight), 1n))), ZERO);
  return times(sum, fraction(1n, BigInt(weights)));
}

function sectionResult(section: Section, kpis: KpiResult[], exact: Fraction | null, contribution: number | null): SectionResult {
  return {
    sectionId: section.id,
    name: section.name,
    weight: section.weight,
    score: exact === null ? null : toHundredths(exact) / 100,
    contribution: contribution === null ? null : contribution / 100,
    kpis,
  };
}

function toHundredths(score: Fraction): number {
  const scaled = times(score, HUNDRED);
  return Number(roundHalfUp(scaled.n, scaled.d));
}
