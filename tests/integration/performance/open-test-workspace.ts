import { commitChangeSet } from '@renderer/data/change-sets';
import { installTemplates } from '@renderer/data/scorecard-templates';
import { setUpWorkspace } from '@renderer/data/settings';
import { type Workspace, openWorkspace } from '@renderer/data/workspace';
import { day } from '@shared/kernel/day';
import { fen } from '@shared/kernel/fen';
import { uuidV7 } from '@shared/kernel/id';
import { onTestFinished } from 'vitest';

/** A team of two, Ann and Bo, under a company; Ann has 1,000.00 a month to sell in 2026; today is 22 October 2026. Bare: nothing is written yet. */
export async function openTestWorkspace({ bare = false } = {}): Promise<Workspace> {
  const random = (bytes: number) => crypto.getRandomValues(new Uint8Array(bytes));
  const [id, deviceId] = [uuidV7(Date.now(), random(10)), uuidV7(Date.now(), random(10))];
  const ws = await openWorkspace({ databaseName: `performance-${id}`, id, deviceId });
  onTestFinished(async () => {
    ws.db.close();
    await ws.db.delete();
  });
  if (bare) return ws;
  await setUpWorkspace(ws, { organisation: 'Hengchuan', actor: 'Fang', currency: 'CNY', fiscalYearStartMonth: 1, fixedToday: day('2026-10-22'), sample: false });
  await commitChangeSet(ws, { kind: 'edit', label: { key: 'setup', params: {} } }, async (writer) => {
    await writer.put('orgUnits', { id: 'u:', name: 'Hengchuan', kind: 'company', parentId: null, position: 0 });
    await writer.put('orgUnits', { id: 'u:North', name: 'North', kind: 'team', parentId: 'u:', position: 0 });
    for (const name of ['Ann', 'Bo']) {
      await writer.put('people', { id: `p:${name}`, name, externalId: '', title: 'Seller', managerName: 'Fang', joinedOn: null, leftOn: null });
      await writer.put('memberships', { id: `m:p:${name}@u:North@`, personId: `p:${name}`, unitId: 'u:North', from: null, to: null, position: 0 });
    }
    await writer.put('plans', { id: 'plan-2026', fiscalYear: 2026, fiscalYearStartMonth: 1, measure: 'netSales', committedVersion: 0, createdAt: '2026-01-01T00:00:00.000Z' });
    await writer.put('targetRows', {
      id: 'plan-2026/m:p:Ann@u:North@', planId: 'plan-2026', nodeId: 'm:p:Ann@u:North@', kind: 'leaf', yearFen: null, buffer: false,
      months: Array.from({ length: 12 }, () => fen(100_000)), locks: Array.from({ length: 12 }, () => false),
    });
  });
  await installTemplates(ws, 'en');
  return ws;
}
