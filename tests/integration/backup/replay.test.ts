import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { installTemplates } from '@renderer/data/scorecard-templates';
import { undo } from '@renderer/data/undo';
import { LedgerService } from '@renderer/ledger/ledger-service';
import { fillDatabase } from '@renderer/ledger/backup/fill-database';
import { takeCopy } from '@renderer/ledger/backup/take-copy';
import { backupParts } from '@shared/contracts/backup-file';
import { objectFiles } from '../../builders/object-files';
import { everyRow, openTestWorkspace } from '../data/test-workspace';
import { bytesSource } from '../ledger/bytes-source';
import { BackupDesk, type MemoryKeeper, installMemoryKeeper, orderLines } from './backup-desk';

let keeper: MemoryKeeper;
let desk: BackupDesk;
const opened: BackupDesk[] = [];
beforeEach(async () => {
  keeper = installMemoryKeeper();
  desk = await BackupDesk.open(keeper);
  opened.push(desk);
});
afterEach(() => {
  for (const { ws } of opened.splice(0)) ws.db.close();
});

async function emptyTwin(): Promise<BackupDesk> {
  const twin = await desk.empty();
  opened.push(twin);
  return twin;
}

/** The twin is the workspace again: every record, what the ledger holds, the history, also when it is read anew. */
async function expectTwin(twin: BackupDesk): Promise<void> {
  expect(await everyRow(twin.ws)).toBe(await everyRow(desk.ws));
  expect(await twin.ws.db.changeSets.toArray()).toEqual(await desk.ws.db.changeSets.toArray());
  const content = await desk.ledger.content();
  expect(await twin.ledger.content()).toEqual(content);
  expect(await (await LedgerService.open(twin.ws)).content()).toEqual(content);
}

const OPPORTUNITIES = 'opportunity id,opportunity name,owner,account name,stage,amount,create date,close date\n';
const opportunities = (seed: number) => `${OPPORTUNITIES}${Array.from({ length: 5 }, (_, i) => `O${i},Deal ${i},Li Na,Customer ${i % 2},${['Prospecting', 'Closed Won', 'Closed Lost'][(i + seed) % 3]},${100 + seed * i},2024-01-0${1 + i},2024-03-1${i}`).join('\n')}\n`;
const customers = (seed: number) => `account,sector,city\nCustomer 1,Steel,${['Wuxi', 'Suzhou', 'Changzhou'][seed % 3]}\nCustomer ${2 + (seed % 2)},Food,Suzhou\n`;
const OTHERS = ['payments', 'activities', 'complaints', 'surveys', 'contacts'] as const;
/** One of the other objects, in one of two versions. */
const otherFile = (seed: number) => ({ name: `${OTHERS[seed % 5]!} ${seed}.csv`, text: objectFiles[seed % 2 === 0 ? 'zh-CN' : 'en'][OTHERS[seed % 5]!].replaceAll(seed % 3 === 0 ? '华东' : 'Acme', 'Elm') });
const PEOPLE = 'name,manager,regional office\nLi Na,Mao,East\n王伟,Mao,East\n';
const products = (seed: number) => `product name,product code,price\nPump,P1,${10 + seed}.5\n`;

test('a database that is gone comes back from the journal and the kept files: imports, edits and undos in mixed order', async () => {
  await desk.importText(PEOPLE, 'people.csv', 'people');
  await desk.importText(products(1), 'products.csv', 'products');
  const first = await desk.importText(orderLines(30), 'a.csv');
  const b = await desk.importText(customers(0), 'customers.csv');
  await desk.putCustomer('Acme');
  const second = await desk.importText(orderLines(20, 4, 110), 'b.csv');
  await desk.importText(orderLines(30), 'a again.csv');
  await desk.undoImport(first);
  await desk.importText(opportunities(0), 'deals.csv', 'opportunities');
  await desk.importText(opportunities(1), 'deals 2.csv', 'opportunities');
  await undo(desk.ws);
  for (const seed of [0, 1, 2, 3, 4, 6]) await desk.importText(otherFile(seed).text, otherFile(seed).name);
  await desk.undoImport(await desk.importText(otherFile(9).text, otherFile(9).name));
  await desk.undoImport(second);
  await desk.undoImport(b);
  await desk.drain();
  const twin = await emptyTwin();
  expect(await twin.reconcile()).toEqual({ ok: true, value: { appended: 0, replayed: keeper.journal.entries.length } });
  expect(keeper.journal.logged).toEqual([expect.stringContaining('behind the journal')]);
  await expectTwin(twin);
});

test('whatever was done before, a replay from nothing and one on top of a copy both come to the same hash', async () => {
  type Step = { readonly kind: 'orders' | 'opportunities' | 'customers' | 'products' | 'others' | 'edit' | 'undo' | 'undoImport' | 'copy'; readonly seed: number };
  const step: fc.Arbitrary<Step> = fc.record({ kind: fc.constantFrom('orders', 'orders', 'opportunities', 'customers', 'products', 'others', 'others', 'edit', 'undo', 'undoImport', 'copy'), seed: fc.nat(9) });
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 3, maxLength: 12 }), async (steps) => {
      keeper = installMemoryKeeper();
      desk = await BackupDesk.open(keeper);
      opened.push(desk);
      const standing: string[] = [];
      for (const { kind, seed } of steps) {
        if (kind === 'orders') standing.push(await desk.importText(orderLines(4 + seed * 3, seed, 100 + seed * 4), `orders ${seed}.csv`));
        else if (kind === 'opportunities') standing.push(await desk.importText(opportunities(seed), `deals ${seed}.csv`, 'opportunities'));
        else if (kind === 'customers') standing.push(await desk.importText(customers(seed), `customers ${seed}.csv`, 'customers'));
        else if (kind === 'products') standing.push(await desk.importText(products(seed), `products ${seed}.csv`, 'products'));
        else if (kind === 'others') standing.push(await desk.importText(otherFile(seed).text, otherFile(seed).name));
        else if (kind === 'edit') await desk.putCustomer(`Customer ${seed}`, 'Nanjing');
        else if (kind === 'undo') await undo(desk.ws);
        else if (kind === 'undoImport') {
          const [batch] = standing.splice(seed % Math.max(1, standing.length), 1);
          if (batch !== undefined) await desk.undoImport(batch);
        } else await takeCopy(desk.ws, desk.ledger, { reason: 'timer', to: 'snapshots', passphrase: null });
      }
      await desk.drain();
      const fromNothing = await emptyTwin();
      expect(await fromNothing.reconcile()).toMatchObject({ ok: true });
      await expectTwin(fromNothing);
      if (keeper.finished === null) return;
      const copy = await openTestWorkspace();
      await fillDatabase(copy.db, backupParts.map((part) => ({ part, rows: keeper.parts.get(part)!.rows, source: bytesSource(part, keeper.parts.get(part)!.bytes) })));
      const fromCopy = await desk.around({ ...copy, workspaceId: desk.ws.workspaceId });
      opened.push(fromCopy);
      expect((await fromCopy.ledger.content()).canonicalHash).toBe(keeper.finished.content.canonicalHash);
      expect(await fromCopy.reconcile()).toEqual({ ok: true, value: { appended: 0, replayed: keeper.journal.entries.length - keeper.finished.content.journalSeq } });
      await expectTwin(fromCopy);
    }),
    { numRuns: 15 },
  );
});

describe('an import that cannot be repeated is named by its file, and what came before it stays', () => {
  const lost = (detail: unknown) => ({ ok: false, error: { code: 'journal.importLost', seq: 3, file: 'orders.csv', detail } });
  beforeEach(async () => {
    await desk.putCustomer('Acme');
    await desk.importText(orderLines(10), 'orders.csv');
    await desk.putCustomer('Bolt');
    await desk.drain();
  });

  /** The answer, and what is there after it: change-sets, segments, customers. */
  async function replayed() {
    const twin = await emptyTwin();
    const { db } = twin.ws;
    return [await twin.reconcile(), await db.changeSets.count(), await db.hotSegments.count(), await db.customers.count()];
  }

  test('its kept file is gone', async () => {
    keeper.sources.clear();
    expect(await replayed()).toEqual([lost(expect.stringContaining('file.missing')), 2, 0, 1]);
  });

  test('its kept file has one byte changed, in a text that no total shows', async () => {
    const [[sha256, bytes]] = [...keeper.sources] as [[string, Uint8Array<ArrayBuffer>]];
    const damaged = bytes.slice();
    damaged[damaged.length - 40]! ^= 1;
    keeper.sources.set(sha256, damaged);
    expect(await replayed()).toEqual([lost('It is not the file that was imported'), 2, 0, 1]);
  });

  test('it comes to other figures than were booked', async () => {
    const batch = keeper.journal.entries[2]!.changes.find(({ table }) => table === 'importBatches')!;
    (batch.after as { rows: number }).rows = 9;
    expect(await replayed()).toEqual([lost('rows: 10 instead of 9'), 2, 0, 1]);
  });
});

test('a row written before its table had a field comes back without it', async () => {
  await installTemplates(desk.ws, 'en');
  await desk.ws.db.scorecardTemplates.toCollection().modify((row: { reason?: string }) => void delete row.reason);
  await desk.drain();
  for (const { after } of keeper.journal.entries[1]!.changes) delete after!['reason'];
  await desk.ws.db.changeSets.toCollection().modify((one) => one.changes.forEach(({ after }) => delete after!['reason']));
  const twin = await emptyTwin();
  expect(await twin.reconcile()).toMatchObject({ ok: true });
  await expectTwin(twin);
});

test('a replay that stops is taken up again when the file is back', async () => {
  await desk.importText(orderLines(10), 'orders.csv');
  await desk.putCustomer('Bolt');
  await desk.drain();
  const kept = [...keeper.sources];
  keeper.sources.clear();
  const twin = await emptyTwin();
  expect(await twin.reconcile()).toMatchObject({ ok: false });
  for (const [sha256, bytes] of kept) keeper.sources.set(sha256, bytes);
  expect(await twin.reconcile()).toEqual({ ok: true, value: { appended: 0, replayed: 2 } });
  await expectTwin(twin);
});
