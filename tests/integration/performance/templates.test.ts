import { yearMonth } from '@shared/kernel/month';
import { fen } from '@shared/kernel/fen';
import { saveCommissionPlan } from '@renderer/data/commission-plans';
import { openCycle } from '@renderer/data/review-cycles';
import { copyTemplate, installTemplates, saveTemplate } from '@renderer/data/scorecard-templates';
import { setUpWorkspace } from '@renderer/data/settings';
import { undo } from '@renderer/data/undo';
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

  it('a version that scores a cycle stays; a change is the next version, says why and takes effect after the month scored', async () => {
    const ws = await openTestWorkspace();
    await openCycle(ws, yearMonth('2026-09'), 'monthly/v1');
    const used = (await ws.db.scorecardTemplates.get('monthly/v1'))!;
    const changed = { ...used, threshold: 70, fromMonth: yearMonth('2026-11'), reason: 'Returns weigh more' };
    expect(await saveTemplate(ws, { ...used, threshold: 70 })).toEqual({ ok: false, error: [{ code: 'template.monthScored', month: '2026-09' }, { code: 'template.reasonMissing' }] });
    expect(await saveTemplate(ws, { ...changed, fromMonth: yearMonth('2026-09') })).toEqual({ ok: false, error: [{ code: 'template.monthScored', month: '2026-09' }] });
    expect(await saveTemplate(ws, changed)).toEqual({ ok: true, value: { templateId: 'monthly/v2' } });
    expect(await ws.db.scorecardTemplates.get('monthly/v1')).toEqual(used);
    expect(await ws.db.scorecardTemplates.get('monthly/v2')).toEqual({ ...changed, id: 'monthly/v2', version: 2 });
    expect(await openCycle(ws, yearMonth('2026-10'), 'monthly/v2')).toEqual({ ok: false, error: 'cycle.templateInactive' });
    expect((await openCycle(ws, yearMonth('2026-10'), 'monthly/v1')).ok).toBe(true);
    expect(await openCycle(ws, yearMonth('2026-11'), 'monthly/v1')).toEqual({ ok: false, error: 'cycle.templateInactive' });
    expect((await openCycle(ws, yearMonth('2026-11'), 'monthly/v2')).ok).toBe(true);
  });

  it('a blank or unreadable field is refused, nothing is thrown', async () => {
    const ws = await openTestWorkspace();
    const monthly = (await ws.db.scorecardTemplates.get('monthly/v1'))!;
    expect(await saveTemplate(ws, { ...monthly, name: ' ' })).toEqual({ ok: false, error: [{ code: 'template.incomplete' }] });
    expect(await saveTemplate(ws, { ...monthly, active: false, threshold: Number.NaN })).toEqual({ ok: false, error: [{ code: 'template.incomplete' }] });
  });

  it('taken out of use, no version of it starts a month any more', async () => {
    const ws = await openTestWorkspace();
    await openCycle(ws, yearMonth('2026-09'), 'monthly/v1');
    const used = (await ws.db.scorecardTemplates.get('monthly/v1'))!;
    await saveTemplate(ws, { ...used, threshold: 70, fromMonth: yearMonth('2026-11'), reason: 'Stricter' });
    const next = (await ws.db.scorecardTemplates.get('monthly/v2'))!;
    expect(await saveTemplate(ws, { ...next, active: false })).toEqual({ ok: true, value: { templateId: 'monthly/v2' } });
    expect(await openCycle(ws, yearMonth('2026-10'), 'monthly/v1')).toEqual({ ok: false, error: 'cycle.templateInactive' });
  });

  it('a copy is a draft of its own, and undo takes it away', async () => {
    const ws = await openTestWorkspace();
    const id = await copyTemplate(ws, 'monthly/v1', 'Key accounts');
    const source = (await ws.db.scorecardTemplates.get('monthly/v1'))!;
    expect(await ws.db.scorecardTemplates.get(id)).toEqual({ ...source, id, name: 'Key accounts', active: false });
    expect(await undo(ws)).toEqual({ ok: true, value: { key: 'template_copy', params: { name: 'Key accounts' } } });
    expect(await ws.db.scorecardTemplates.get(id)).toBeUndefined();
  });
});

describe('a workspace set up in the window', () => {
  it('has the ready templates and the tier plan in its first change-set', async () => {
    const ws = await openTestWorkspace({ bare: true });
    await setUpWorkspace(ws, { organisation: 'East', actor: 'Lin', currency: 'CNY', fiscalYearStartMonth: 1, fixedToday: null, sample: false }, 'en');
    expect((await ws.db.scorecardTemplates.toArray()).map(({ name }) => name)).toEqual(['Monthly scorecard', 'Goals and attitude']);
    expect((await ws.db.commissionPlans.toArray()).map(({ name }) => name)).toEqual(['Monthly tiers']);
    expect(await ws.db.changeSets.count()).toBe(1);
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
