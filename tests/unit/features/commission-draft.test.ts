import { describe, expect, test } from 'vitest';
import { draftOf, parseDraft } from '@renderer/features/incentives/commission-draft';
import { fen } from '@shared/kernel/fen';
import { yearMonth } from '@shared/kernel/month';
import type { CommissionPlan } from '@shared/records/commission-plan';

const plan: CommissionPlan = {
  id: 'commission-2026-01',
  name: 'Tiers',
  fromMonth: yearMonth('2026-01'),
  base: 'planMeasure',
  mode: 'marginal',
  bands: [{ fromFen: fen(0), rateMillionths: 10_000 }, { fromFen: fen(10_000_050), rateMillionths: 22_500 }],
};

describe('a commission plan as it is typed', () => {
  test('shows 元 and percent, and reads back to the same bands', () => {
    const draft = draftOf(plan);
    expect(draft.bands).toEqual([{ fromYuan: '0', ratePercent: '1' }, { fromYuan: '100000.5', ratePercent: '2.25' }]);
    expect(parseDraft(draft)).toEqual({ ok: true, value: { name: 'Tiers', fromMonth: '2026-01', mode: 'marginal', bands: plan.bands } });
  });

  test('is refused unless the first band starts at 0 and each next one higher', () => {
    const bands = (...starts: string[]) => parseDraft({ ...draftOf(plan), bands: starts.map((fromYuan) => ({ fromYuan, ratePercent: '1' })) });
    expect(bands('5')).toEqual({ ok: false, error: 'bandsInvalid' });
    expect(bands('0', '100', '100')).toEqual({ ok: false, error: 'bandsInvalid' });
    expect(bands()).toEqual({ ok: false, error: 'bandsInvalid' });
  });

  test('is refused with a rate above 100 %, finer than four decimals, or a month that is none', () => {
    const rate = (ratePercent: string) => parseDraft({ ...draftOf(plan), bands: [{ fromYuan: '0', ratePercent }] });
    expect(rate('100.0001')).toEqual({ ok: false, error: 'bandsInvalid' });
    expect(rate('1.00001')).toEqual({ ok: false, error: 'bandsInvalid' });
    expect(parseDraft({ ...draftOf(plan), fromMonth: '2026-13' })).toEqual({ ok: false, error: 'monthInvalid' });
  });
});
