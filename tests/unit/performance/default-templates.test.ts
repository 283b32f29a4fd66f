import { checkCommissionPlan } from '@shared/domain/commission/check-commission-plan';
import { checkTemplate } from '@shared/domain/performance/check-template';
import { describe, expect, it } from 'vitest';
import { defaultCommissionPlan } from '../../../resources/templates/commission-plans';
import { defaultScorecardTemplates } from '../../../resources/templates/scorecard-templates';

describe.each(['zh-CN', 'en'] as const)('default templates in %s', (language) => {
  const templates = defaultScorecardTemplates(language);

  it('can all be activated', () => {
    expect(templates.flatMap(checkTemplate)).toEqual([]);
    expect(checkCommissionPlan(defaultCommissionPlan(language))).toEqual([]);
  });

  it('the monthly one weighs 40 / 25 / 20 / 15 and no single KPI above 20 %', () => {
    const monthly = templates.find(({ id }) => id === 'monthly/v1')!;
    expect(monthly.sections.map(({ weight }) => weight)).toEqual([4000, 2500, 2000, 1500]);
    for (const { weight, kpis } of monthly.sections) for (const kpi of kpis) expect(weight * kpi.weight).toBeLessThanOrEqual(2000 * 10_000);
  });

  it('grades S from 95 ×1.5 down to D ×0', () => {
    expect(templates[0]!.grades.map(({ name, from, multiplier }) => [name, from, multiplier])).toEqual([['S', 95, 1.5], ['A', 85, 1.2], ['B', 70, 1], ['C', 60, 0.7], ['D', null, 0]]);
  });
});

describe('languages', () => {
  it('differ in names only', () => {
    const plain = (language: 'zh-CN' | 'en') => JSON.stringify(defaultScorecardTemplates(language), (key, value: unknown) => (key === 'name' ? '' : value));
    expect(plain('en')).toBe(plain('zh-CN'));
  });
});
