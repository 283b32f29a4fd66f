import { readDecimalText, writeDecimalText } from '@renderer/features/reviews/decimal-text';
import { hasReadableCurve } from '@renderer/features/reviews/has-readable-curve';
import { addKpi, addSection, manualKpi, removeKpi, removeSection, startOf, withKpi, withMeasure } from '@renderer/features/reviews/template-draft';
import { checkTemplate } from '@shared/domain/performance/check-template';
import { latestTemplates, templatesInForce } from '@shared/domain/performance/template-in-force';
import { yearMonth } from '@shared/kernel/month';
import { type Kpi, scorecardTemplateSchema } from '@shared/records/scorecard-template';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { defaultScorecardTemplates } from '../../../resources/templates/scorecard-templates';

const monthly = defaultScorecardTemplates('en')[0]!;

describe('editing a scorecard', () => {
  it('takes a ready KPI twice under ids of their own, so that the scorecard is not refused for it', () => {
    const kpi: Kpi = { ...monthly.sections[0]!.kpis[0]!, weight: 0 };
    const edited = addKpi(addKpi(monthly, 0, kpi), 1, kpi);
    expect(edited.sections.flatMap(({ kpis }) => kpis.map(({ id }) => id)).filter((id) => id.startsWith('attainment'))).toEqual(['attainment', 'attainment-2', 'attainment-3']);
    expect(checkTemplate(edited)).toEqual([]);
  });

  it('adds a section whose one KPI holds all its weight: only the sections are to be balanced', () => {
    const edited = addSection(monthly, 'Safety', 'Driving');
    expect(checkTemplate(edited)).toEqual([]);
    expect(checkTemplate({ ...edited, sections: edited.sections.map((section, at) => (at === 4 ? { ...section, weight: 500 } : section)) })).toEqual([{ code: 'template.sectionWeights', off: 500 }]);
  });

  it('keeps the last KPI of a section and the last section', () => {
    expect(removeKpi(monthly, 3, 0)).toEqual(monthly);
    expect(removeKpi(monthly, 0, 1).sections[0]!.kpis.map(({ id }) => id)).toEqual(['attainment', 'returnRate']);
    const one = { ...monthly, sections: monthly.sections.slice(0, 1) };
    expect(removeSection(one, 0)).toEqual(one);
  });

  it('a KPI that is scored by hand from now on has neither curve nor target, and gets a curve back when it is computed', () => {
    const typed = withMeasure(monthly.sections[0]!.kpis[1]!, 'manual');
    expect(typed).toMatchObject({ measure: 'manual', target: null, curve: { kind: 'manual' } });
    const computed = withMeasure(typed, 'planAttainment');
    expect(checkTemplate(withKpi(monthly, 0, 1, computed))).toEqual([]);
    expect(checkTemplate(withKpi(monthly, 0, 1, withMeasure(computed, 'winRate'))).map(({ code }) => code)).toEqual(['template.kpiTarget']);
  });

  it('every kind of curve starts as one that may be used', () => {
    for (const kind of ['linearCapped', 'thresholdTargetStretch', 'interpolate', 'banded', 'manual'] as const) expect([kind, hasReadableCurve(startOf(kind))]).toEqual([kind, true]);
    expect(hasReadableCurve({ kind: 'banded', bands: [[1, 100], [Number.NaN, 100]] })).toBe(false);
    expect(hasReadableCurve({ kind: 'interpolate', points: [[1, 100], [1, 110]] })).toBe(false);
  });

  it('what cannot be read is no template', () => {
    expect(scorecardTemplateSchema.safeParse(withKpi(monthly, 0, 0, { weight: Number.NaN })).success).toBe(false);
    expect(scorecardTemplateSchema.safeParse(addKpi(monthly, 0, manualKpi('  '))).success).toBe(false);
  });
});

describe('numbers typed in the editor', () => {
  it('move their decimal point without a binary fraction in the way', () => {
    expect([readDecimalText('33.33', 2, 2), readDecimalText('2.3', -2, 2), readDecimalText('0.1', 6, 6), readDecimalText(' ', 0, 2)]).toEqual([3_333, 0.023, 100_000, null]);
    expect(['-1', '1.234', '1,000', '12%', 'x'].map((text) => readDecimalText(text, 2, 2))).toEqual(Array.from({ length: 5 }, () => Number.NaN));
  });

  it('read back as they were stored', () => {
    fc.assert(fc.property(fc.integer({ min: 0, max: 10_000_000 }), fc.constantFrom(2, -2, 0, 6), (units, shift) => {
      const stored = Number(`${units}e${shift - 2}`);
      expect(readDecimalText(writeDecimalText(stored, shift), shift, 8)).toBe(stored);
    }));
  });
});

describe('versions of a template', () => {
  const versions = [
    { ...monthly, id: 'monthly/v1', version: 1 },
    { ...monthly, id: 'monthly/v2', version: 2, fromMonth: yearMonth('2026-11') },
    { ...monthly, id: 'monthly/v10', version: 10, fromMonth: yearMonth('2027-01'), active: false },
    { ...monthly, id: 'goals/v1', version: 1, active: false },
  ];

  it('a month is scored by the latest active one that has taken effect', () => {
    const inForce = (month: string) => templatesInForce(versions, yearMonth(month)).map(({ id }) => id);
    expect([inForce('2026-10'), inForce('2026-11'), inForce('2027-02')]).toEqual([['monthly/v1'], ['monthly/v2'], ['monthly/v2']]);
  });

  it('the latest one is what is edited, active or not', () => {
    expect(latestTemplates(versions).map(({ id }) => id)).toEqual(['monthly/v10', 'goals/v1']);
  });
});
