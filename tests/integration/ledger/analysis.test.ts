import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Analysis } from '@shared/contracts/analysis';
import { type FactFilters, NO_FILTERS } from '@shared/contracts/fact-filters';
import { drillFor } from '@shared/domain/figures/drills';
import type { ImportObject } from '@shared/records/import-object';
import { setCustomerClass } from '@renderer/data/customer-files';
import { mergeCustomers } from '@renderer/data/customer-merges';
import { LedgerService } from '@renderer/ledger/ledger-service';
import { analysisQuery } from '@renderer/ledger/queries/analysis-query';
import { type TestWorkspace, openReadyWorkspace } from '../data/test-workspace';
import { textSource } from './bytes-source';

let ws: TestWorkspace;
let ledger: LedgerService;

beforeEach(async () => {
  ws = await openReadyWorkspace();
  ledger = await LedgerService.open(ws);
});
afterEach(() => ws.close());

async function importText(text: string, as: ImportObject | null = null): Promise<void> {
  const inspected = await ledger.inspect(textSource('file.csv', text), as);
  if (!inspected.ok) throw new Error(inspected.error.code);
  const report = await ledger.dryRun(textSource('file.csv', text), inspected.value.mapping, () => undefined);
  if (!report.ok) throw new Error(report.error.code);
  const committed = await ledger.commitImport({ runId: report.value.runId, sha256: 'a'.repeat(64) }, () => undefined);
  if (!committed.ok) throw new Error(committed.error);
  ws.clock.ms += 1_000;
}

async function analysis(filters: Partial<FactFilters> = {}, period = '2024-02'): Promise<Analysis> {
  const answer = await analysisQuery(ledger, ws, { period, scope: null, filters: { ...NO_FILTERS, ...filters } });
  if (!answer.ok) throw new Error(answer.error);
  return answer.value;
}
const net = ({ headlines }: Analysis) => headlines.find(({ key }) => key === 'actual')!.value;
/** What the rows of the sales figure come to, under the analysis' own filters. */
async function rows({ figures, filters }: Analysis, more: { newCustomers?: boolean } = {}) {
  const page = await ledger.drill({ ...drillFor(figures.nodes[0]!, 'actual', figures.period, figures.measure), where: filters, ...more }, 0, 100);
  return { sumFen: page.sumFen, customers: [...new Set(page.rows.map(({ customer }) => customer))].sort() };
}

const ORDERS = `order no,line no,date,sales rep,customer,product,channel,region,amount,profit
S1,1,2023-02-10,Li Na,Acme,Pump,Direct,East,80,8
S2,1,2024-01-10,Li Na,Acme,Pump,Direct,East,100,10
S3,1,2024-02-05,Li Na,Acme,Pump,Direct,East,60,6
S4,1,2024-02-06,Wang Wei,ACME Inc,Valve,Web,West,30,3
S5,1,2024-02-07,Wang Wei,Bolt,Valve,,West,10,1
S6,1,2024-03-01,Wang Wei,Bolt,Valve,Web,West,1,1
`;

describe('the analysis under filters', () => {
  test('holds the rows that its figures open, by every dimension and several values each', async () => {
    await importText(ORDERS);
    await importText('product code,product name,product line\nP1,Pump,Rotating\nV1,Valve,Fittings\n', 'products');
    await importText('customer name,class\nAcme,A\nBolt,B\n', 'customers');
    const cases: [Partial<FactFilters>, number][] = [
      [{}, 10_000], [{ productLine: ['Rotating'] }, 6_000], [{ product: ['Valve'] }, 4_000], [{ channel: ['Direct', 'Web'] }, 9_000], [{ channel: [''] }, 1_000],
      [{ region: ['West'], channel: ['Web'] }, 3_000], [{ tier: ['A'] }, 6_000], [{ tier: [''] }, 3_000], [{ product: ['Nothing'] }, 0],
    ];
    for (const [filters, fen] of cases) {
      const answer = await analysis(filters);
      expect([filters, net(answer), (await rows(answer)).sumFen]).toEqual([filters, fen, fen]);
    }
    const { offered, headlines, mixes } = await analysis({ channel: ['Direct'] });
    expect(offered).toEqual({ productLine: ['Rotating', 'Fittings'], product: ['Pump', 'Valve'], channel: ['Direct', 'Web', ''], region: ['East', 'West'], tier: ['A', '', 'B'] });
    expect(headlines.find(({ key }) => key === 'actual')!.lastYear).toEqual({ base: 8_000, change: -2_000, rate: -0.25 });
    expect(headlines.find(({ key }) => key === 'actual')!.previous).toEqual({ base: 10_000, change: -4_000, rate: -0.4 });
    expect(mixes.find(({ dimension }) => dimension === 'region')!.rows[0]!.parts).toEqual([{ netFen: 6_000, percent: 100 }]);
  });

  test('counts merged names as one customer: of one class, and new once', async () => {
    await importText(ORDERS);
    await importText('customer name,class\nAcme,A\n', 'customers');
    const newOnes = async () => {
      const answer = await analysis();
      return [answer.headlines.find(({ key }) => key === 'newCustomers')!.value, (await rows(answer, { newCustomers: true })).customers];
    };
    expect(await newOnes()).toEqual([2, ['ACME Inc', 'Bolt']]);
    await mergeCustomers(ws, [{ names: ['ACME Inc'], into: 'Acme' }]);
    expect(await newOnes()).toEqual([1, ['Bolt']]);
    const gold = await analysis({ tier: ['A'] });
    expect([net(gold), await rows(gold)]).toEqual([9_000, { sumFen: 9_000, customers: ['ACME Inc', 'Acme'] }]);
    await setCustomerClass(ws, (await ws.db.customers.toArray()).map(({ id }) => id), 'C');
    expect([net(await analysis({ tier: ['A'] })), net(await analysis({ tier: ['C'] }))]).toEqual([0, 9_000]);
  });

  test('of a workspace without facts knows nothing, and fails at nothing', async () => {
    const answer = await analysis();
    expect(answer.headlines.map(({ key, value }) => [key, value])).toEqual([['actual', null], ['returns', null], ['customers', null], ['newCustomers', null]]);
    expect(answer.mixes.every(({ values }) => values.length === 0)).toBe(true);
    expect(await analysisQuery(ledger, ws, { period: null, scope: 'nobody', filters: NO_FILTERS })).toEqual({ ok: false, error: 'query.unknownScope' });
  });

  test('of won opportunities knows their products and customers, and no channels', async () => {
    await importText('opportunity_id,sales_agent,product,account,deal_stage,engage_date,close_date,close_value\nO1,Li Na,P,Acme,Won,2024-01-01,2024-02-01,100\nO2,Li Na,Q,Bolt,Won,2024-01-01,2024-02-02,50\nO3,Li Na,Q,Bolt,Lost,2024-01-01,2024-02-02,\n');
    const whole = await analysis();
    expect(whole.headlines.map(({ key, value }) => [key, value])).toEqual([['actual', 15_000], ['customers', 2], ['newCustomers', null], ['winRate', 2 / 3], ['cycle', 31.5]]);
    const some = await analysis({ product: ['Q'] });
    expect([net(some), (await rows(some)).sumFen, some.headlines.find(({ key }) => key === 'winRate')!.value]).toEqual([5_000, 5_000, 0.5]);
    expect(whole.offered).toMatchObject({ product: ['P', 'Q'], channel: [], region: [], productLine: [] });
  });
});
