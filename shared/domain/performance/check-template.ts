import { FULL_WEIGHT, type Curve, type Kpi, type ScorecardTemplate } from '../../records/scorecard-template';

/** Why a template cannot be activated. `off` is in whole hundredths of a percent: > 0 too much, < 0 too little. */
export type TemplateIssue =
  | { readonly code: 'template.sectionWeights'; readonly off: number }
  | { readonly code: 'template.kpiWeights'; readonly sectionId: string; readonly name: string; readonly off: number }
  | { readonly code: 'template.duplicateId'; readonly name: string }
  | { readonly code: 'template.curve'; readonly kpiId: string; readonly name: string }
  | { readonly code: 'template.kpiTarget'; readonly kpiId: string; readonly name: string }
  | { readonly code: 'template.manualCurve'; readonly kpiId: string; readonly name: string }
  | { readonly code: 'template.grades' };

/**
 * Everything that keeps a template from being used; [] = ready. Weights must sum to exactly 100 % at both levels,
 * curve points rise, grades fall and end with one that takes the rest. Source: performance.md «KPI and scorecard».
 */
export function checkTemplate(template: Pick<ScorecardTemplate, 'sections' | 'grades'>): TemplateIssue[] {
  const issues: TemplateIssue[] = [];
  const off = weightOff(template.sections);
  if (off !== 0) issues.push({ code: 'template.sectionWeights', off });
  const seen = new Set<string>();
  for (const section of template.sections) {
    const kpisOff = weightOff(section.kpis);
    if (kpisOff !== 0) issues.push({ code: 'template.kpiWeights', sectionId: section.id, name: section.name, off: kpisOff });
    for (const kpi of section.kpis) {
      if (seen.has(kpi.id)) issues.push({ code: 'template.duplicateId', name: kpi.name });
      seen.add(kpi.id);
      issues.push(...checkKpi(kpi));
    }
  }
  if (new Set(template.sections.map(({ id }) => id)).size < template.sections.length) issues.push({ code: 'template.duplicateId', name: '' });
  if (!gradesFall(template)) issues.push({ code: 'template.grades' });
  return issues;
}

/** How far weights are from exactly 100 %, in whole hundredths of a percent. */
export function weightOff(parts: readonly { readonly weight: number }[]): number {
  return parts.reduce((sum, { weight }) => sum + weight, 0) - FULL_WEIGHT;
}

function checkKpi(kpi: Kpi): TemplateIssue[] {
  const named = { kpiId: kpi.id, name: kpi.name };
  const issues: TemplateIssue[] = [];
  const typed = kpi.measure === 'manual';
  if (typed !== (kpi.curve.kind === 'manual')) issues.push({ code: 'template.manualCurve', ...named });
  if (!curveRises(kpi.curve)) issues.push({ code: 'template.curve', ...named });
  if (!typed && kpi.measure !== 'planAttainment' && (kpi.target === null || (kpi.target === 0 && kpi.direction === 'higher'))) {
    issues.push({ code: 'template.kpiTarget', ...named });
  }
  return issues;
}

function curveRises(curve: Curve): boolean {
  const rises = (points: readonly (readonly [number, number])[]) => points.every(([x], i) => i === 0 || x > points[i - 1]![0]);
  if (curve.kind === 'linearCapped') return curve.floor < curve.cap;
  if (curve.kind === 'banded') return rises(curve.bands);
  return curve.kind === 'manual' || rises(curve.points);
}

function gradesFall({ grades }: Pick<ScorecardTemplate, 'grades'>): boolean {
  return grades.every(({ from }, i) => {
    if (i === grades.length - 1) return from === null;
    const above = grades[i - 1]?.from ?? Infinity;
    return from !== null && from < above;
  });
}
