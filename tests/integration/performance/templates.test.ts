import { yearMonth } from '@shared/kernel/month';
import { fen } from '@shared/kernel/fen';
import { saveCommissionPlan } from '@renderer/data/commission-plans';
import { openCycle } from '@renderer/data/review-cycles';
import { installTemplates, saveTemplate } from '@renderer/data/scorecard-templates';
import { describe, expect, it } from 'vitest';
import { openTestWorkspace } from './open-test-workspace';

describe('scorecard templates', () => {
  it('are installed once: what the user made of them stays', async () => {
    const ws = await openTestWorkspace();
    const monthly = (await ws.db.scorecardTemplates.get('monthly/v1'))!;
    await saveTemplate(ws, { ...monthly, name: 'Ours' });
    await installTemplates(ws, 'zh-CN');
    expect((await ws.db.scorecardTemplates.get('monthly/v1'))!.name).toBe('Ours');
  });

  it('cannot be active with weights that are off, and says by how much; a draft may be', async () => {
    const ws = await openTestWorkspace();
    const monthly = (await ws.db.scorecardTemplates.get('monthly/v1'))!;
    const off = { ...monthly, sections: monthly.sections.map((section, i) => (i === 0 ? { ...section, weight: 3_950 } : section)) };
    expect(await saveTemplate(ws, off)).toEqual({ ok: false, error: [{ code: 'template.sectionWeights', off: -50 }] });
    expect(await saveTemplate(ws, { ...off, active: false })).toEqual({ ok: true, value: { templateId: 'monthly/v1' } });
    expect(await openCycle(ws, yearMonth('2026-09'), 'monthly/v1')).toEqual({ ok: false, error: 'cycle.templateInactive' });
  });

  it('a version that scores a cycle stays; saving it makes the next version', async () => {
    const ws = await openTestWorkspace();
    await openCycle(ws, yearMonth('2026-09'), 'monthly/v1');
    const used = (await ws.db.scorecardTemplates.get('monthly/v1'))!;
    expect(await saveTemplate(ws, { ...used, threshold: 70 })).toEqual({ ok: true, value: { templateId: 'monthly/v2' } });
    expect(await ws.db.scorecardTemplates.get('monthly/v1')).toEqual({ ...used, active: false });
    expect(await ws.db.scorecardTemplates.get('monthly/v2')).toMatchObject({ version: 2, threshold: 70, active: true });
  });
});

describe('commission plans', () => {
  it('cover every base from 0 up in rising bands', async () => {
    const ws = await openTestWorkspace();
    const plan = (await ws.db.commissionPlans.toArray())[0]!;
    const bands = [{ fromFen: fen(100), rateMillionths: 1 }, { fromFen: fen(100), rateMillionths: 2 }];
    expect(await saveCommissionPlan(ws, { ...plan, bands })).toEqual({ ok: false, error: [{ code: 'commission.firstBand' }, { code: 'commission.bandOrder', band: 2 }] });
    expect(await saveCommissionPlan(ws, { ...plan, mode: 'wholeAmount' })).toEqual({ ok: true, value: null });
    expect((await ws.db.commissionPlans.get(plan.id))!.mode).toBe('wholeAmount');
  });
});
