import { afterAll, beforeAll, expect, test } from 'vitest';
import type { DryRun } from '@shared/contracts/import-run';
import { buildAttribution } from '@shared/domain/org/attribution';
import { LedgerService } from '@renderer/ledger/ledger-service';
import { type TestWorkspace, openReadyWorkspace } from '../data/test-workspace';
import { textSource } from './bytes-source';

const FILE_LINES = 50_000;
const HALF = FILE_LINES / 2;
const OWN = 17;

/** Lines of the workspace by number; 17 files hold 50,000 of their own, the last three half of an earlier one's and half new. */
type Span = readonly [from: number, to: number];
const own = (file: number): Span => [file * FILE_LINES, (file + 1) * FILE_LINES];
const fresh = (file: number): Span => [OWN * FILE_LINES + (file - OWN) * HALF, OWN * FILE_LINES + (file - OWN + 1) * HALF];
const spansOf = (file: number): Span[] => {
  if (file < OWN) return [own(file)];
  // The third repeats what the second brought, not only what an early file holds.
  const repeated: Span = file === 17 ? [own(3)[0], own(3)[0] + HALF] : file === 18 ? [own(5)[0] + HALF, own(5)[1]] : fresh(18);
  return [repeated, fresh(file)];
};
const FILES = Array.from({ length: 20 }, (_, file) => file);

/** What a line is worth, in 分, and how its file writes it: every fifth with a thousands mark, every eleventh taken back. */
const fenOf = (line: number): number => (((line * 7919) % 1_999_999) + 1) * (line % 11 === 0 ? -1 : 1);
function written(line: number): string {
  const fen = fenOf(line);
  const yuan = String(Math.floor(Math.abs(fen) / 100));
  const cents = String(Math.abs(fen) % 100).padStart(2, '0');
  const sign = fen < 0 ? '-' : '';
  return line % 5 === 0 && yuan.length > 3 ? `"${sign}${yuan.slice(0, -3)},${yuan.slice(-3)}.${cents}"` : `${sign}${yuan}.${cents}`;
}
const two = (value: number) => String(value).padStart(2, '0');

function textOf(file: number): string {
  const rows = ['order no,line no,date,sales rep,customer,product,amount'];
  for (const [from, to] of spansOf(file)) for (let line = from; line < to; line++) rows.push(`SO${Math.floor(line / 4)},${line % 4},2025-${two(1 + (line % 12))}-${two(1 + (line % 28))},Rep ${line % 300},Customer ${line % 4000},P${line % 90},${written(line)}`);
  return `${rows.join('\n')}\n`;
}

/** Each line once, however many of the files hold it; added up apart from the ledger. */
function expected(files: readonly number[]): { lines: number; fen: bigint } {
  const held = new Uint8Array(OWN * FILE_LINES + 3 * HALF);
  for (const file of files) for (const [from, to] of spansOf(file)) held.fill(1, from, to);
  let lines = 0;
  let fen = 0n;
  for (let line = 0; line < held.length; line++) {
    if (held[line] === 0) continue;
    lines++;
    fen += BigInt(fenOf(line));
  }
  return { lines, fen };
}

let ws: TestWorkspace;
let ledger: LedgerService;
const batches: string[] = [];
beforeAll(async () => {
  ws = await openReadyWorkspace();
  ledger = await LedgerService.open(ws);
});
afterAll(() => ws.close());

async function importFile(file: number): Promise<DryRun> {
  const source = textSource(`${file}.csv`, textOf(file));
  const inspected = await ledger.inspect(source, null);
  if (!inspected.ok) throw new Error(inspected.error.code);
  const run = await ledger.dryRun(source, inspected.value.mapping, () => undefined);
  if (!run.ok) throw new Error(run.error.code);
  const committed = await ledger.commitImport({ runId: run.value.runId, sha256: 'a'.repeat(64) }, () => undefined);
  if (!committed.ok) throw new Error(committed.error);
  batches.push(committed.value.batchId);
  return run.value;
}

/** What the figures are made of, over all leaves and months. */
async function counted(): Promise<{ lines: number; fen: bigint }> {
  const { orders } = await ledger.facts(buildAttribution([], [], (await ledger.owners()).map(() => null)));
  let fen = 0n;
  for (const [cell, sales] of orders.salesFen.entries()) fen += BigInt(sales) + BigInt(orders.returnsFen[cell]!);
  return { lines: orders.lines.reduce((sum, one) => sum + one, 0), fen };
}

test('1,000,000 order lines in 20 files, three of which repeat lines of others, come to the exact 分, also when one of an overlapping pair is undone', async () => {
  for (const file of FILES) {
    const { rows, added, changed, unchanged, rejected, totals } = await importFile(file);
    const repeated = file < OWN ? 0 : HALF;
    expect([file, rows, added, changed, unchanged, rejected]).toEqual([file, FILE_LINES, FILE_LINES - repeated, 0, repeated, 0]);
    const inFile = spansOf(file).flatMap(([from, to]) => Array.from({ length: to - from }, (_, at) => fenOf(from + at)));
    expect(totals[0]!.bookedTotal).toBe(String(inFile.reduce((sum, fen) => sum + fen, 0)));
  }
  expect(await counted()).toEqual(expected(FILES));

  // The earlier of a pair goes: what the later repeats stays. Then a later one: what it repeats stays with the earlier.
  await ledger.undoImport(batches[3]!);
  let left = FILES.filter((file) => file !== 3);
  expect(await counted()).toEqual(expected(left));
  await ledger.undoImport(batches[19]!);
  left = left.filter((file) => file !== 19);
  expect(await counted()).toEqual(expected(left));
  await ledger.undoImport(batches[18]!);
  left = left.filter((file) => file !== 18);
  expect(await counted()).toEqual(expected(left));
}, 240_000);
