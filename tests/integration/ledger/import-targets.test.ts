import { afterEach, beforeEach, expect, test } from 'vitest';
import type { DryRun, FileIssue, SourceMapping } from '@shared/contracts/import-run';
import { setTargetCell, setTargetLock } from '@renderer/data/targets';
import { readPlanView } from '@renderer/data/plan-view';
import { LedgerService } from '@renderer/ledger/ledger-service';
import { type TestWorkspace, openReadyWorkspace } from '../data/test-workspace';
import { textSource } from './bytes-source';

const quiet = () => undefined;
const NOW = { fiscalYear: 2026, measure: 'netSales' } as const;
let ws: TestWorkspace;
let ledger: LedgerService;

const person = (id: string, name: string, externalId: string) => ({ id: `p:${id}`, name, externalId, title: '', managerName: '', joinedOn: null, leftOn: null });
const member = (id: string, who: string, unit: string, from: string | null, to: string | null) => ({ id: `m:${id}`, personId: `p:${who}`, unitId: `u:${unit}`, from: from as never, to: to as never, position: 0 });

beforeEach(async () => {
  ws = await openReadyWorkspace();
  await ws.db.orgUnits.bulkAdd([
    { id: 'u:', name: '公司', kind: 'company', parentId: null, position: 0 },
    { id: 'u:E', name: '华东区', kind: 'region', parentId: 'u:', position: 0 },
    { id: 'u:N', name: '华北区', kind: 'region', parentId: 'u:', position: 1 },
  ]);
  await ws.db.people.bulkAdd([person('li', '李娜', 'A1'), person('wang', '王伟', 'A2'), person('zhang1', '张敏', ''), person('zhang2', '张敏', ''), person('zhao', '赵一', 'A5')]);
  await ws.db.memberships.bulkAdd([
    member('li', 'li', 'E', null, null),
    // Moves in the middle of May: the 15th is a Friday, most of its working days are in the north.
    member('wang-E', 'wang', 'E', null, '2026-05-08'), member('wang-N', 'wang', 'N', '2026-05-09', null),
    member('zhang1', 'zhang1', 'E', null, null), member('zhang2', 'zhang2', 'N', null, null),
    member('zhao', 'zhao', 'N', '2026-04-01', null),
  ]);
  ledger = await LedgerService.open(ws);
});
afterEach(() => ws.close());

async function tryOut(text: string, answers: Partial<SourceMapping> = NOW): Promise<DryRun | FileIssue> {
  const inspected = await ledger.inspect(textSource('目标.csv', text), null);
  if (!inspected.ok) throw new Error(`${inspected.error.code} ${inspected.error.detail}`);
  const report = await ledger.dryRun(textSource('目标.csv', text), { ...inspected.value.mapping, ...answers }, quiet);
  return report.ok ? report.value : report.error;
}

async function look(text: string, answers?: Partial<SourceMapping>): Promise<DryRun> {
  const report = await tryOut(text, answers);
  if ('code' in report) throw new Error(report.code);
  return report;
}

async function commit(report: DryRun): Promise<string> {
  const committed = await ledger.commitImport({ runId: report.runId, sha256: 'a'.repeat(64) }, quiet);
  if (!committed.ok) throw new Error(committed.error);
  ws.clock.ms += 1_000;
  return committed.value.batchId;
}

const counts = ({ rows, added, changed, unchanged, rejected }: DryRun) => [rows, added, changed, unchanged, rejected];
const reasons = ({ issues }: DryRun) => issues.map(({ line, header, code, detail }) => [line, header, code, detail]);
const targetsOf = async (id: string) => (await ws.db.targetRows.get(`plan-2026/m:${id}`))?.months ?? null;
const twelve = (values: Readonly<Record<number, number>>) => Array.from({ length: 12 }, (_, month) => values[month + 1] ?? null);

const WIDE = '2026 年销售目标,,,,,,\n姓名,部门,1月,4月,5月,6月,合计\n李娜,华东区,100,200.5,,300,600.5\n王伟,,10,20,30,40,100\n张敏,华北区,1,2,3,4,10\n赵一,华北区,0,7,8,9,24\n合计,,111,229.5,41,353,734.5\n';

test('a wide table makes the plan, puts each month on the membership that holds it, counts no row of sums, and shows every unit before and after', async () => {
  const report = await look(WIDE);
  expect(counts(report)).toEqual([4, 4, 0, 0, 0]);
  expect(report.totals).toEqual([{ field: 'target', column: '', sourceTotal: '7345000', bookedTotal: '73450', unit: 'money' }]);
  expect(report.targets).toEqual({
    cellsAdded: 14, cellsChanged: 0,
    units: [{ fiscalYear: 2026, name: 'East', beforeFen: null, afterFen: 73_450 }, { fiscalYear: 2026, name: '华东区', beforeFen: null, afterFen: 63_050 }, { fiscalYear: 2026, name: '华北区', beforeFen: null, afterFen: 10_400 }],
  });
  const batch = await commit(report);
  expect(await ws.db.plans.toArray()).toMatchObject([{ id: 'plan-2026', fiscalYear: 2026, measure: 'netSales', committedVersion: 0 }]);
  expect([await targetsOf('li'), await targetsOf('wang-E'), await targetsOf('wang-N'), await targetsOf('zhang1'), await targetsOf('zhang2'), await targetsOf('zhao')]).toEqual([
    twelve({ 1: 10_000, 4: 20_050, 6: 30_000 }), twelve({ 1: 1_000, 4: 2_000 }), twelve({ 5: 3_000, 6: 4_000 }), null, twelve({ 1: 100, 4: 200, 5: 300, 6: 400 }), twelve({ 4: 700, 5: 800, 6: 900 }),
  ]);
  const again = await look(WIDE);
  expect(counts(again)).toEqual([4, 0, 0, 4, 0]);
  expect(again.targets).toMatchObject({ cellsAdded: 0, cellsChanged: 0 });
  expect(await ledger.previewUndo(batch)).toMatchObject({ ok: true, value: { goes: 6, back: 0 } });
  await ledger.undoImport(batch);
  expect([await ws.db.plans.count(), await ws.db.targetRows.count()]).toEqual([0, 0]);
});

test('a long table, in 万元 and by employee number, says the same; a corrected one says which cells change', async () => {
  await commit(await look('工号,月份,目标（万元）\nA1,2026-01,1.23456\nA1,2026年2月,2\nA2,Jan-26,3\n', { measure: 'wonValue' }));
  expect([await targetsOf('li'), await targetsOf('wang-E')]).toEqual([twelve({ 1: 1_234_600, 2: 2_000_000 }), twelve({ 1: 3_000_000 })]);
  const report = await look('工号,月份,目标\nA1,2026-01,12346\nA1,2026-02,20001\nA1,2026-03,5\n', {});
  expect(counts(report)).toEqual([3, 1, 1, 1, 0]);
  expect(report.targets).toMatchObject({ cellsAdded: 1, cellsChanged: 1 });
  const batch = await commit(report);
  expect(await targetsOf('li')).toEqual(twelve({ 1: 1_234_600, 2: 2_000_100, 3: 500 }));
  await ledger.undoImport(batch);
  expect(await targetsOf('li')).toEqual(twelve({ 1: 1_234_600, 2: 2_000_000 }));
});

test('what cannot be placed is rejected by row and column: nobody, several, nowhere, twice, locked, a wrong sum, no month', async () => {
  await commit(await look('姓名,1月,2月\n李娜,5,6\n'));
  await setTargetLock(ws, { planId: 'plan-2026', nodeId: 'm:li', month: 0 }, true);
  const report = await look('工号,姓名,部门,1月,2月,合计\n,李娜,,7,6,13\n,陌生人,,1,1,2\n,张敏,,1,1,2\n,赵一,,1,0,1\n,王伟,,1,2,4\nA2,,,1,2,3\n,王伟,,1,,1\nA9,李娜,,1,1,2\n,张敏,华东区,8,9,17\n,小计,,27,23,50\n,合计,,9,9,18\n');
  expect(reasons(report)).toEqual([
    [2, '1月', 'target.locked', '2026-01'],
    [3, '姓名', 'target.unknownPerson', '陌生人'],
    [4, '姓名', 'target.ambiguousPerson', '张敏'],
    [5, '1月', 'target.outsideMembership', '2026-01'],
    [6, '合计', 'target.totalDiffers', '4.00 ≠ 3.00'],
    [8, '1月', 'row.duplicate', '7'],
    [9, '工号', 'target.unknownPerson', 'A9 李娜'],
    [11, '1月', 'target.totalDiffers', '27.00 ≠ 22.00'],
    [11, '2月', 'target.totalDiffers', '23.00 ≠ 22.00'],
    [11, '合计', 'target.totalDiffers', '50.00 ≠ 44.00'],
    [12, '1月', 'target.totalDiffers', '9.00 ≠ 22.00'],
    [12, '2月', 'target.totalDiffers', '9.00 ≠ 22.00'],
    [12, '合计', 'target.totalDiffers', '18.00 ≠ 44.00'],
  ]);
  expect(counts(report)).toEqual([11, 2, 0, 0, 9]);
  // A locked cell that says the same is no obstacle.
  expect(counts(await look('姓名,1月,2月\n李娜,5,8\n'))).toEqual([1, 0, 1, 0, 0]);
  expect(reasons(await look('姓名,月份,目标\n李娜,第一季度,5\n李娜,1月,\n'))).toEqual([[2, '月份', 'target.badMonth', '第一季度'], [3, '目标', 'required', '']]);
});

test('the lines below the table are left out and counted where the file is said to end with some', async () => {
  const text = '姓名,1月,2月\n李娜,5,6\n小计,5,6\n\n制表：王芳\n';
  const asked = await look(text, { ...NOW, footer: true });
  expect([counts(asked), asked.leftOut]).toEqual([[1, 1, 0, 0, 0], 1]);
  const read = await look(text, { ...NOW, footer: false });
  expect([counts(read), read.leftOut, reasons(read)]).toEqual([[2, 1, 0, 0, 1], 0, [[5, '', 'row.ragged', '1 / 3']]]);
});

test('months without a year and a plan that must be made are asked about, never guessed', async () => {
  expect(await tryOut('姓名,1月\n李娜,5\n', {})).toMatchObject({ code: 'file.noFiscalYear' });
  expect(await tryOut('姓名,1月\n李娜,5\n', { fiscalYear: 2026 })).toMatchObject({ code: 'file.noMeasure', detail: '2026' });
  expect(await tryOut('姓名,2026-01\n李娜,5\n', { measure: 'netSales' })).toMatchObject({ rows: 1, added: 1 });
});

test('a plan that the import made stays when it is undone after somebody has typed targets into it', async () => {
  const batch = await commit(await look('姓名,1月\n李娜,5\n'));
  await setTargetCell(ws, { planId: 'plan-2026', nodeId: 'm:zhao', month: 6 }, 900 as never);
  await ledger.undoImport(batch);
  expect(await ws.db.plans.count()).toBe(1);
  expect((await readPlanView(ws, 'plan-2026'))?.book.rows.get('m:zhao')?.months[6]).toBe(900);
  expect(await targetsOf('li')).toBeNull();
});
