import type { Curve, Kpi, KpiMeasure, ScorecardTemplate, Section } from '@shared/records/scorecard-template';
import { FULL_WEIGHT } from '@shared/records/scorecard-template';

/** Changes to a template being edited. Each answers a new template; places are indexes. */

export function withSection(template: ScorecardTemplate, at: number, fields: Partial<Section>): ScorecardTemplate {
  return { ...template, sections: template.sections.map((section, index) => (index === at ? { ...section, ...fields } : section)) };
}

export function withKpi(template: ScorecardTemplate, sectionAt: number, kpiAt: number, fields: Partial<Kpi>): ScorecardTemplate {
  const kpis = template.sections[sectionAt]?.kpis.map((kpi, index) => (index === kpiAt ? { ...kpi, ...fields } : kpi));
  return kpis ? withSection(template, sectionAt, { kpis }) : template;
}

/** With an id that nothing in the template has, so that a ready KPI can be taken twice. */
export function addKpi(template: ScorecardTemplate, sectionAt: number, kpi: Kpi): ScorecardTemplate {
  const taken = template.sections.flatMap(({ kpis }) => kpis.map(({ id }) => id));
  const section = template.sections[sectionAt];
  return section ? withSection(template, sectionAt, { kpis: [...section.kpis, { ...kpi, id: freeId(kpi.id, taken) }] }) : template;
}

/** A section needs a KPI, so its last one stays. */
export function removeKpi(template: ScorecardTemplate, sectionAt: number, kpiAt: number): ScorecardTemplate {
  const kpis = template.sections[sectionAt]?.kpis.filter((_, index) => index !== kpiAt) ?? [];
  return kpis.length === 0 ? template : withSection(template, sectionAt, { kpis });
}

/** A section without weight yet; its one KPI holds all of it. */
export function addSection(template: ScorecardTemplate, name: string, kpiName: string): ScorecardTemplate {
  const id = freeId('section', template.sections.map((section) => section.id));
  const added = { ...template, sections: [...template.sections, { id, name, weight: 0, kpis: [] }] };
  return addKpi(added, template.sections.length, { ...manualKpi(kpiName), weight: FULL_WEIGHT });
}

/** A scorecard needs a section, so the last one stays. */
export function removeSection(template: ScorecardTemplate, at: number): ScorecardTemplate {
  return template.sections.length === 1 ? template : { ...template, sections: template.sections.filter((_, index) => index !== at) };
}

export function manualKpi(name: string): Kpi {
  return { id: 'manual', name, measure: 'manual', direction: 'higher', target: null, weight: 0, curve: { kind: 'manual' } };
}

/** What changes with where a KPI's figure comes from: a typed score has no curve, and the plan or nobody sets its target. */
export function withMeasure(kpi: Kpi, measure: KpiMeasure): Kpi {
  const typed = measure === 'manual';
  const curve = typed ? ({ kind: 'manual' } as const) : kpi.curve.kind === 'manual' ? startOf('linearCapped') : kpi.curve;
  // Another measure counts in another unit.
  return { ...kpi, measure, curve, target: measure === kpi.measure ? kpi.target : null };
}

/** A curve of a kind to start from: 100 points on target. */
export function startOf(kind: Curve['kind']): Curve {
  switch (kind) {
    case 'linearCapped':
      return { kind, floor: 0, cap: 120 };
    case 'thresholdTargetStretch':
      return { kind, points: [[0.6, 60], [1, 100], [1.2, 120]] };
    case 'interpolate':
      return { kind, points: [[0.5, 50], [1, 100]] };
    case 'banded':
      return { kind, bands: [[0.6, 60], [0.8, 80], [1, 100]] };
    case 'manual':
      return { kind };
  }
}

function freeId(wanted: string, taken: readonly string[]): string {
  let id = wanted;
  for (let n = 2; taken.includes(id); n++) id = `${wanted}-${n}`;
  return id;
}
