import { afterEach, beforeEach, expect, test } from 'vitest';
import type { HomeFindings } from '@shared/contracts/home';
import { riskDrill } from '@shared/domain/home/risk-drill';
import { fen } from '@shared/kernel/fen';
import { yearMonth } from '@shared/kernel/month';
import { openCycle } from '@renderer/data/review-cycles';
import { setManualScore, setReviewComment } from '@renderer/data/reviews';
import { installTemplates } from '@renderer/data/scorecard-templates';
import { commitPlan, createPlan, setTargetCell } from '@renderer/data/targets';
import { LedgerService } from '@renderer/ledger/ledger-service';
import { figuresQuery } from '@renderer/ledger/queries/figures-query';
import { type TestWorkspace, openReadyWorkspace } from '../data/test-workspace';
import { textSource } from './bytes-source';

const quiet = () => undefined;
let ws: TestWorkspace;
let ledger: LedgerService;

/** Ann came in July; Bo's Acme bought thirty times as much a year ago. Today is 22 October 2026, 12 of 18 working days gone. */
const PEOPLE = 'employee id,employee name,department,hire date\n1,Ann,North,2026-07-01\n2,Bo,North,2020-01-01\n';
const ORDERS = [
  'S1,1,2025-10-05,Bo,Acme,Pump,D,1,3000,1', 'S2,1,2026-09-10,Bo,Acme,Pump,D,1,10,1', 'S3,1,2026-10-02,Bo,Acme,Pump,D,1,100,1', 'S4,1,2026-10-20,Bo,Bolt,Pump,D,1,100,1', 'S5,1,2026-10-02,Ann,Bolt,Pump,D,1,50,1',
];
/** One past its close date, one open since June, one that is neither. */
const DEALS = ['O1,Bo,Pump,Acme,Engaging,2026-09-20,,,2026-10-10,500', 'O2,Bo,Pump,Acme,Prospecting,2026-06-01,,,2026-12-01,700', 'O3,Bo,Pump,Bolt,Engaging,2026-10-01,,,2026-11-01,900'];

beforeEach(async () => {
  ws = await openReadyWorkspace();
  ledger = await LedgerService.open(ws);
  await importText(PEOPLE, 'people.csv');
  await importText(`order no,line no,date,sales rep,customer,product,channel,quantity,amount,profit\n${ORDERS.join('\n')}\n`, 'orders.csv');
  await importText(`opportunity_id,sales_agent,product,account,deal_stage,engage_date,close_date,close_value,expected close date,amount\n${DEALS.join('\n')}\n`, 'deals.csv');
  await createPlan(ws, { fiscalYear: 2026, measure: 'netSales' });
  for (const [name, amountFen] of [['Ann', 100_000], ['Bo', 200_000]] as const) await setTargetCell(ws, { planId: 'plan-2026', nodeId: await leafOf(name), month: 9 }, fen(amountFen));
});
afterEach(() => ws.close());

async function importText(text: string, name: string): Promise<void> {
  const inspected = await ledger.inspect(textSource(name, text), null);
  if (!inspected.ok) throw new Error(inspected.error.code);
  const report = await ledger.dryRun(textSource(name, text), inspected.value.mapping, quiet);
  if (!report.ok) throw new Error(report.error.code);
  const committed = await ledger.commitImport({ runId: report.value.runId, sha256: 'a'.repeat(64) }, quiet);
  if (!committed.ok) throw new Error(committed.error);
  ws.clock.ms += 1_000;
}

async function leafOf(name: string): Promise<string> {
  const person = (await ws.db.people.toArray()).find((one) => one.name === name)!;
  return (await ws.db.memberships.toArray()).find(({ personId }) => personId === person.id)!.id;
}

async function home(period: string | null = '2026-10', scope: string | null = null): Promise<HomeFindings> {
  const answer = await ledger.home({ period, scope });
  if (!answer.ok) throw new Error(answer.error);
  return answer.value;
}

test('who is behind is told with reasons from the facts, and each reason opens exactly the rows it counts', async () => {
  const { atRisk } = await home();
  const [bo, ann] = [await leafOf('Bo'), await leafOf('Ann')];
  expect(atRisk.map(({ nodeId, reasons }) => [nodeId, reasons])).toEqual([
    [bo, [
      { code: 'customerFell', customer: 'Acme', nowFen: 10_000, lastYearFen: 300_000 },
      { code: 'overdueDeals', count: 1, amountFen: 50_000 },
      { code: 'stalledDeals', count: 1, amountFen: 70_000, days: 90 },
      { code: 'aboveBest', neededFen: 30_000, bestFen: 16_667 },
    ]],
    [ann, [{ code: 'noOrders', days: 12 }, { code: 'newHire', month: 4 }]],
  ]);
  const figures = await figuresQuery(ledger, ws, { period: '2026-10', scope: null });
  if (!figures.ok) throw new Error(figures.error);
  const opened = await Promise.all(atRisk[0]!.reasons.map(async (reason) => {
    const drill = riskDrill(reason, { leaves: [bo] }, figures.value);
    const page = drill && (await ledger.drill(drill, 0, 10));
    return page && [page.total, page.sumFen];
  }));
  expect(opened).toEqual([[1, 300_000], [1, 50_000], [1, 70_000], null]);
});

test('the month being closed is told apart from the one that runs, and its steps follow what is done', async () => {
  const { closing, lastImportedAt } = await home();
  expect(closing).toMatchObject({ month: '2026-09', rows: 1, plan: { committedVersion: 0, workingChanges: 2 }, gaps: { count: 0 }, reviews: { begun: false, standings: [] }, lateChanges: { thisMonth: 0, later: 0 } });
  expect([closing.lastImportedAt, lastImportedAt].every((at) => at !== null && at.startsWith('2026-10-22'))).toBe(true);
  await commitPlan(ws, 'plan-2026', 'first');
  await installTemplates(ws, 'en');
  const template = (await ws.db.scorecardTemplates.toArray()).find(({ active }) => active)!;
  await openCycle(ws, yearMonth('2026-09'), template.id);
  const people = await ws.db.people.toArray();
  const idOf = (name: string) => people.find((person) => person.name === name)!.id;
  const lacks = async (scope: string | null = null) => (await home('2026-10', scope)).closing.reviews.standings.map(({ name, lack }) => [name, lack]);
  expect((await home()).closing.plan).toEqual({ committedVersion: 1, workingChanges: 0 });
  expect(await lacks()).toEqual([['Ann', 'begin'], ['Bo', 'begin']]);

  const bo = { month: yearMonth('2026-09'), personId: idOf('Bo') };
  await setReviewComment(ws, bo, 'praise', 'Kept them all');
  expect(await lacks(await leafOf('Bo'))).toEqual([['Bo', 'scores']]);
  for (const kpi of template.sections.flatMap(({ kpis }) => kpis)) if (kpi.measure === 'manual') await setManualScore(ws, bo, kpi.id, { score: 80, note: 'seen' });
  expect(await lacks()).toEqual([['Ann', 'begin'], ['Bo', 'comments']]);
  for (const field of ['gaps', 'advice'] as const) await setReviewComment(ws, bo, field, 'More visits');
  expect(await lacks()).toEqual([['Ann', 'begin'], ['Bo', 'signature']]);
});

test('a place that nobody knows is refused, and a workspace without facts has everything to begin', async () => {
  expect(await ledger.home({ period: '2026-10', scope: 'nowhere' })).toEqual({ ok: false, error: 'query.unknownScope' });
  const other = await openReadyWorkspace();
  const empty = await (await LedgerService.open(other)).home({ period: null, scope: null });
  expect(empty).toMatchObject({ ok: true, value: { atRisk: [], lastImportedAt: null, closing: { month: '2026-09', rows: 0, plan: null } } });
  await other.close();
});
