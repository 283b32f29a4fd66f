import { afterEach, beforeEach, expect, test } from 'vitest';
import { mergeCustomers } from '@renderer/data/customer-merges';
import { LedgerService } from '@renderer/ledger/ledger-service';
import { type TestWorkspace, openReadyWorkspace } from '../data/test-workspace';
import { textSource } from './bytes-source';

const quiet = () => undefined;
let ws: TestWorkspace;
let ledger: LedgerService;

beforeEach(async () => {
  ws = await openReadyWorkspace();
  ledger = await LedgerService.open(ws);
});
afterEach(() => ws.close());

async function importText(text: string): Promise<string> {
  const inspected = await ledger.inspect(textSource('file.csv', text), null);
  if (!inspected.ok) throw new Error(inspected.error.code);
  const report = await ledger.dryRun(textSource('file.csv', text), inspected.value.mapping, quiet);
  if (!report.ok) throw new Error(report.error.code);
  const committed = await ledger.commitImport({ runId: report.value.runId, sha256: 'a'.repeat(64) }, quiet);
  if (!committed.ok) throw new Error(committed.error);
  ws.clock.ms += 1_000;
  return committed.value.batchId;
}

const orders = (customers: readonly string[]) =>
  `order no,line no,date,sales rep,customer,product,channel,quantity,amount,profit\n${customers.map((customer, at) => `${customer}${at},1,2024-01-10,Li Na,${customer},Pump,D,1,100,1`).join('\n')}\n`;

test('every customer of standing imports is known once, merged names as the one they count as, in the order of names', async () => {
  expect(await ledger.customerNames('zh-CN')).toEqual([]);
  await importText(orders(['张江电机', 'Acme', '博达传动', 'ACME Ltd']));
  const undone = await importText(orders(['常熟水泵']));
  expect(await ledger.customerNames('zh-CN')).toEqual(['博达传动', '常熟水泵', '张江电机', 'Acme', 'ACME Ltd']);
  await mergeCustomers(ws, [{ names: ['ACME Ltd'], into: 'Acme' }]);
  await ledger.undoImport(undone);
  expect(await ledger.customerNames('zh-CN')).toEqual(['博达传动', '张江电机', 'Acme']);
  expect(await ledger.customerNames('en')).toEqual(['Acme', '博达传动', '张江电机']);
});
