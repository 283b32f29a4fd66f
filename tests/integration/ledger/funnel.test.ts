import type { Drill } from '@shared/contracts/drill';
import type { CohortFunnel } from '@shared/contracts/funnel';
import { drillForClosed, drillForCohortWon, drillForCreated, drillForReached, drillForStanding } from '@shared/domain/figures/funnel-drills';
import fc from 'fast-check';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { LedgerService } from '@renderer/ledger/ledger-service';
import { type TestWorkspace, openReadyWorkspace } from '../data/test-workspace';
import { textSource } from './bytes-source';

const quiet = () => undefined;
const opened: TestWorkspace[] = [];
let ledger: LedgerService;
let ws: TestWorkspace;
beforeEach(open);
afterEach(async () => {
  for (const one of opened.splice(0)) await one.close();
});

async function open(): Promise<void> {
  ws = await openReadyWorkspace();
  opened.push(ws);
  ledger = await LedgerService.open(ws);
}

async function importDeals(name: string, deals: readonly string[]): Promise<string> {
  const text = `opportunity id,opportunity name,owner,account name,stage,amount,create date,close date\n${deals.join('\n')}\n`;
  const inspected = await ledger.inspect(textSource(name, text), 'opportunities');
  if (!inspected.ok) throw new Error(inspected.error.code);
  const run = await ledger.dryRun(textSource(name, text), { ...inspected.value.mapping, wonStages: ['Won'], lostStages: ['Lost'] }, quiet);
  if (!run.ok) throw new Error(run.error.code);
  const committed = await ledger.commitImport({ runId: run.value.runId, sha256: 'a'.repeat(64) }, quiet);
  if (!committed.ok) throw new Error(committed.error);
  ws.clock.ms += 60_000;
  return committed.value.batchId;
}

const deal = (id: string, stage: string, created = '2024-02-05', closed = '') => `${id},Line,Li Na,Acme,${stage},100,${created},${closed}`;

async function funnelOf(period = '2024-02'): Promise<CohortFunnel> {
  const funnel = await ledger.funnel({ period, scope: null });
  if (!funnel.ok) throw new Error(funnel.error);
  return funnel.value;
}
const reached = async () => (await funnelOf()).steps.map(({ stage, cohort }) => [stage, cohort?.reached]);
const rowsOf = async (drill: Drill) => (await ledger.drill(drill, 0, 100)).rows.map(({ number }) => number).sort();

test('an opportunity has reached the furthest stage of any import that stands, and opens in every stage on the way', async () => {
  await importDeals('january.csv', [deal('O1', 'Qualification'), deal('O2', 'Proposal/Price Quote'), deal('O3', 'Needs Analysis')]);
  const march = await importDeals('march.csv', [deal('O1', 'Negotiation/Review'), deal('O2', 'Lost', '2024-02-05', '2024-03-02'), deal('O3', 'Won', '2024-02-05', '2024-03-03'), deal('O4', 'Lost', '2024-02-09', '2024-03-04')]);
  const funnel = await funnelOf();
  expect(await reached()).toEqual([['Qualification', 4], ['Needs Analysis', 3], ['Proposal/Price Quote', 3], ['Negotiation/Review', 2]]);
  expect(funnel.cohort).toEqual({ created: 4, won: 1, conversion: 0.25, open: 1, seenOnce: 1, lostUnseen: 1 });
  expect(await rowsOf(drillForReached(funnel, funnel.period, 'Proposal/Price Quote'))).toEqual(['O1', 'O2', 'O3']);
  expect(await rowsOf(drillForCohortWon(funnel, funnel.period))).toEqual(['O3']);
  await ledger.undoImport(march);
  expect(await reached()).toEqual([['Qualification', 3], ['Needs Analysis', 2], ['Proposal/Price Quote', 1]]);
});

test('a file that repeats a row is one more import that saw it; a period or scope that does not exist is refused', async () => {
  await importDeals('january.csv', [deal('O1', 'Qualification'), deal('O2', 'Qualification')]);
  await importDeals('february.csv', [deal('O1', 'Qualification')]);
  expect((await funnelOf()).cohort.seenOnce).toBe(1);
  expect(await ledger.funnel({ period: 'soon', scope: null })).toEqual({ ok: false, error: 'query.unknownPeriod' });
  expect(await ledger.funnel({ period: null, scope: 'nobody' })).toEqual({ ok: false, error: 'query.unknownScope' });
});

test('whatever was imported and undone, every count opens as many rows, and reached never rises', async () => {
  const said = fc.record({ id: fc.constantFrom('O1', 'O2', 'O3', 'O4'), stage: fc.constantFrom('Qualification', 'Needs Analysis', 'Proposal/Price Quote', 'Won', 'Lost'), created: fc.constantFrom('2024-01-31', '2024-02-01', '2024-02-29') });
  const file = fc.record({ deals: fc.uniqueArray(said, { selector: ({ id }) => id, minLength: 1 }), undo: fc.option(fc.nat(5), { nil: null }) });
  await fc.assert(
    fc.asyncProperty(fc.array(file, { minLength: 1, maxLength: 4 }), async (files) => {
      await open();
      const standing: string[] = [];
      for (const [at, { deals, undo }] of files.entries()) {
        standing.push(await importDeals(`${at}.csv`, deals.map(({ id, stage, created }) => deal(id, stage, created, stage === 'Won' || stage === 'Lost' ? '2024-02-10' : ''))));
        if (undo !== null) await ledger.undoImport(standing.splice(undo % standing.length, 1)[0]!);
      }
      const funnel = await funnelOf();
      const counts = [...funnel.steps.map(({ cohort }) => cohort!.reached), funnel.cohort.won];
      expect(counts).toEqual(counts.toSorted((a, b) => b - a));
      const counted = async (drill: Drill) => (await ledger.drill(drill, 0, 100)).total;
      for (const { stage, cohort, snapshot } of funnel.steps) {
        expect([stage, await counted(drillForReached(funnel, funnel.period, stage))]).toEqual([stage, cohort!.reached]);
        expect([stage, await counted(drillForStanding(funnel, stage))]).toEqual([stage, snapshot.count]);
      }
      expect(await counted(drillForCreated(funnel, funnel.period))).toBe(funnel.cohort.created);
      expect(await counted(drillForCohortWon(funnel, funnel.period))).toBe(funnel.cohort.won);
      for (const part of ['won', 'lost'] as const) expect(await counted(drillForClosed(funnel, funnel.period, part))).toBe(funnel.closed[part].count);
    }),
    { numRuns: 25 },
  );
});
