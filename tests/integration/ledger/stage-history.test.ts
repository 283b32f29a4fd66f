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

async function importText(text: string, name: string): Promise<string> {
  const inspected = await ledger.inspect(textSource(name, text), 'opportunities');
  if (!inspected.ok) throw new Error(inspected.error.code);
  const mapping = { ...inspected.value.mapping, wonStages: ['Closed Won'], lostStages: ['Closed Lost'] };
  const run = await ledger.dryRun(textSource(name, text), mapping, quiet);
  if (!run.ok) throw new Error(run.error.code);
  const committed = await ledger.commitImport({ runId: run.value.runId, sha256: 'a'.repeat(64) }, quiet);
  if (!committed.ok) throw new Error(committed.error);
  ws.clock.ms += 60_000;
  return committed.value.batchId;
}

const file = (deals: readonly string[]) => `opportunity id,opportunity name,owner,account name,stage,amount,create date,close date\n${deals.join('\n')}\n`;
const deal = (stage: string, amount: number, close = '') => `O1,Line 3,Li Na,Acme,${stage},${amount},2024-01-02,${close}`;
const other = 'O2,Line 4,Li Na,Bolt,Prospecting,5,2024-01-02,';

async function identityOf(number: string): Promise<string> {
  const page = await ledger.drill({ fact: 'opportunities', part: 'created', leaves: null, from: null, to: null, customer: null, product: null, stage: null }, 0, 100);
  return page.rows.find((row) => row.number === number)!.identity;
}
const course = async () => (await ledger.stageHistory(await identityOf('O1'))).map(({ stage, amountFen, expectedOn, closedOn, outcome, fileName, line }) => [fileName, line, stage, amountFen, expectedOn ?? closedOn, outcome]);

test('successive exports tell how an opportunity went: each change once, with its file and line', async () => {
  await importText(file([deal('Prospecting', 100), other]), 'monday.csv');
  await importText(file([other, deal('Prospecting', 100)]), 'tuesday.csv');
  await importText(file([deal('Negotiation', 120, '2024-03-01'), other]), 'friday.csv');
  await importText(file([other, deal('Closed Won', 110, '2024-03-05')]), 'march.csv');
  expect(await course()).toEqual([
    ['monday.csv', 2, 'Prospecting', 10_000, null, 'open'],
    ['friday.csv', 2, 'Negotiation', 12_000, '2024-03-01', 'open'],
    ['march.csv', 3, 'Closed Won', 11_000, '2024-03-05', 'won'],
  ]);
  expect((await ledger.stageHistory(await identityOf('O2'))).map(({ fileName }) => fileName)).toEqual(['monday.csv']);
});

test('an import undone takes its step with it; a later file that had said the same stands in for it', async () => {
  const monday = await importText(file([deal('Prospecting', 100)]), 'monday.csv');
  const friday = await importText(file([deal('Negotiation', 120)]), 'friday.csv');
  await importText(file([deal('Negotiation', 120)]), 'saturday.csv');
  await ledger.undoImport(friday);
  expect(await course()).toEqual([['monday.csv', 2, 'Prospecting', 10_000, null, 'open'], ['saturday.csv', null, 'Negotiation', 12_000, null, 'open']]);
  await ledger.undoImport(monday);
  expect((await course()).map(([name]) => name)).toEqual(['saturday.csv']);
});

test('whatever was imported and undone, the course is what the files that stand say in their order', async () => {
  const said = fc.record({ stage: fc.constantFrom('Prospecting', 'Negotiation', 'Closed Lost'), amount: fc.constantFrom(100, 200), undo: fc.option(fc.nat(5), { nil: null }) });
  await fc.assert(
    fc.asyncProperty(fc.array(said, { minLength: 1, maxLength: 6 }), async (moves) => {
      await open();
      const standing: { batch: string; name: string; told: string }[] = [];
      let identity = '';
      for (const [index, { stage, amount, undo }] of moves.entries()) {
        const name = `${index}.csv`;
        standing.push({ batch: await importText(file([deal(stage, amount)]), name), name, told: `${stage} ${amount * 100}` });
        identity = await identityOf('O1');
        if (undo !== null) await ledger.undoImport(standing.splice(undo % standing.length, 1)[0]!.batch);
      }
      const expected = standing.filter(({ told }, at) => told !== standing[at - 1]?.told).map(({ name, told }) => `${name} ${told}`);
      expect((await ledger.stageHistory(identity)).map(({ fileName, stage, amountFen }) => `${fileName} ${stage} ${amountFen}`)).toEqual(expected);
      ledger = await LedgerService.open(ws);
      expect((await ledger.stageHistory(identity)).map(({ fileName }) => fileName)).toEqual(expected.map((line) => line.split(' ')[0]));
    }),
    { numRuns: 25 },
  );
});
