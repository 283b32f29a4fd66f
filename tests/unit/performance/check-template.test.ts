import { checkTemplate } from '@shared/domain/performance/check-template';
import type { Kpi, ScorecardTemplate } from '@shared/records/scorecard-template';
import { describe, expect, it } from 'vitest';

const typed = (id: string, weight: number): Kpi => ({ id, name: id, measure: 'manual', direction: 'higher', target: null, weight, curve: { kind: 'manual' } });
const grades = [{ name: 'A', from: 85, multiplier: 1.2 }, { name: 'D', from: null, multiplier: 0 }];
const withSections = (sections: ScorecardTemplate['sections']) => ({ sections, grades });
const section = (id: string, weight: number, kpis: Kpi[]) => ({ id, name: id, weight, kpis });

describe('checkTemplate', () => {
  it('passes weights of exactly 100 % at both levels, thirds included', () => {
    expect(checkTemplate(withSections([section('s', 10_000, [typed('a', 3333), typed('b', 3333), typed('c', 3334)])]))).toEqual([]);
  });

  it('says by how much sections and KPIs are off', () => {
    expect(checkTemplate(withSections([section('s', 6000, [typed('a', 9999)]), section('t', 4100, [typed('b', 10_001)])]))).toEqual([
      { code: 'template.sectionWeights', off: 100 },
      { code: 'template.kpiWeights', sectionId: 's', name: 's', off: -1 },
      { code: 'template.kpiWeights', sectionId: 't', name: 't', off: 1 },
    ]);
  });

  it('wants rising points, a target for a computed KPI, a typed score for a manual one, unique ids and falling grades', () => {
    const kpis: Kpi[] = [
      { ...typed('a', 2500), measure: 'winRate', target: 0.5, curve: { kind: 'interpolate', points: [[1, 100], [1, 110]] } },
      { ...typed('b', 2500), measure: 'netSales', curve: { kind: 'linearCapped', floor: 0, cap: 120 } },
      { ...typed('c', 2500), curve: { kind: 'linearCapped', floor: 0, cap: 120 } },
      typed('c', 2500),
    ];
    const found = checkTemplate({ ...withSections([section('s', 10_000, kpis)]), grades: [...grades].reverse() });
    expect(found.map(({ code }) => code)).toEqual(['template.curve', 'template.kpiTarget', 'template.manualCurve', 'template.duplicateId', 'template.grades']);
  });
});
