import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { installSample, isSampleInstalled, type SampleLedger, type SampleProgress } from '@renderer/app/sample/install-sample';
import type { LedgerApi } from '@renderer/ledger/ledger-api';
import type { Figures } from '@shared/contracts/figures';
import type { PersonReview } from '@shared/contracts/review-pack';
import { err } from '@shared/kernel/result';
import { type SampleFacts, sampleFacts } from '../../../resources/sample/generate-sample';
import { openTestWorkspace, type TestWorkspace } from '../data/test-workspace';
import { installSampleFiles, openSampleLedger } from './sample-ledger';

let ws: TestWorkspace;
let ledger: SampleLedger & Pick<LedgerApi, 'figures'>;
let facts: SampleFacts;
const progress: SampleProgress[] = [];
const interrupted: string[] = [];

/** Fills one workspace in three goes: the sixth file is refused, then a signature fails, then it runs to its end. */
beforeAll(async () => {
  facts = sampleFacts();
  const { files } = installSampleFiles();
  ws = await openTestWorkspace();
  ledger = await openSampleLedger(ws, files);
  let commits = 0;
  const refusing: SampleLedger = { ...ledger, commitImport: (commit, onProgress) => (++commits === 6 ? Promise.resolve(err('import.cancelled')) : ledger.commitImport(commit, onProgress)) };
  const first = await installSample(ws, refusing, () => undefined);
  interrupted.push(first.ok ? '' : first.error.code);
  let asked = 0;
  const failing: SampleLedger = { ...ledger, personReviews: (query) => (++asked === 6 ? Promise.reject(new Error('The power went')) : ledger.personReviews(query)) };
  await installSample(ws, failing, () => undefined).catch((error: Error) => interrupted.push(error.message));
  interrupted.push(String(await isSampleInstalled(ws)));
  const last = await installSample(ws, ledger, (step) => progress.push(step));
  interrupted.push(String(last.ok));
}, 600_000);
afterAll(() => ws.close());

async function figuresOf(period: string | null): Promise<Figures> {
  const figures = await ledger.figures({ period, scope: null });
  if (!figures.ok) throw new Error(figures.error);
  return figures.value;
}

async function reviewsOf(month: string): Promise<PersonReview[]> {
  const reviews = await ledger.personReviews({ month, scope: null, personId: null });
  if (!reviews.ok) throw new Error(reviews.error);
  return reviews.value;
}

test('a filling that is interrupted twice goes on where it stopped, and only the end of it is the end', async () => {
  expect(interrupted).toEqual(['import.cancelled', 'The power went', 'false', 'true']);
  expect(await isSampleInstalled(ws)).toBe(true);
  expect(await ws.db.importBatches.count()).toBe(facts.files.length);
  expect(progress.every(({ done }, at) => at === 0 || done >= progress[at - 1]!.done)).toBe(true);
  expect(progress.at(-1)).toMatchObject({ done: 100, total: 100 });
  const before = await ws.db.changeSets.count();
  await installSample(ws, ledger, () => undefined);
  expect(await ws.db.changeSets.count()).toBe(before);
});

describe('what was imported', () => {
  test('is what the generator counted: rows, rejected rows and every 分', async () => {
    const batches = new Map((await ws.db.importBatches.toArray()).map((batch) => [batch.fileName, batch]));
    for (const { name, rows, accepted, bookedFen, sourceTotal, object } of facts.files) {
      const batch = batches.get(name)!;
      expect([name, batch.rows, batch.rows - batch.rejected]).toEqual([name, rows, accepted]);
      const money = batch.totals.find(({ field }) => field === (object === 'products' ? 'price' : 'amount'));
      expect([name, money?.sourceTotal, money?.bookedTotal]).toEqual([name, ...(money ? [String(sourceTotal), String(bookedFen)] : [undefined, undefined])]);
    }
  });

  test('sums to the same months, with the web shop in nobody’s name', async () => {
    for (const { month, lines, netFen, returnsFen } of facts.orders.byMonth.slice(-3)) {
      const [region] = (await figuresOf(month)).nodes;
      expect(region!.sales).toMatchObject({ lines, netFen: Number(netFen), returnsFen: Number(returnsFen) });
    }
    const years = await Promise.all(['2024', '2025', '2026'].map(figuresOf));
    const unassigned = years.flatMap(({ nodes }) => nodes.filter(({ kind }) => kind === 'unassigned'));
    expect(unassigned.reduce((sum, { sales }) => sum + sales.lines, 0)).toBe(facts.orders.unassigned.lines);
    const region = years.map(({ nodes }) => nodes[0]!);
    expect(region.reduce((sum, { sales }) => sum + sales.lines, 0)).toBe(facts.orders.lines);
    expect(region.reduce((sum, { opportunities }) => sum + opportunities.won, 0)).toBe(facts.opportunities.won);
    expect(region.reduce((sum, { opportunities }) => sum + opportunities.lost, 0)).toBe(facts.opportunities.lost);
    expect(BigInt(region.reduce((sum, { opportunities }) => sum + opportunities.wonFen, 0))).toBe(facts.opportunities.wonFen);
  });
});

describe('what the manager finds', () => {
  test('the program opens on September 2026; October has run 12 of its 18 working days', async () => {
    expect((await figuresOf(null)).period.key).toBe('2026-09');
    expect((await figuresOf('2026-10')).time).toMatchObject({ workingDays: 18, elapsed: 12 });
  });

  test('the running month stands near its time, two are behind and the star is ahead', async () => {
    const { nodes } = await figuresOf('2026-10');
    const [region] = nodes;
    expect(region!.target.pace).toBeGreaterThan(0.93);
    expect(region!.target.pace).toBeLessThan(1);
    const statusOf = (name: string) => nodes.find((node) => node.name === name)?.target.status;
    expect([statusOf('张伟'), statusOf('郑凯'), statusOf('曹雨桐')]).toEqual(['behind', 'behind', 'ahead']);
  });

  test('22 months are signed whole, in September nine of 24, in October nothing is open', async () => {
    const cycles = (await ws.db.reviewCycles.toArray()).map(({ month }) => month).sort();
    expect([cycles.length, cycles[0], cycles.at(-1)]).toEqual([23, '2024-11', '2026-09']);
    const reviews = await ws.db.reviews.toArray();
    expect(reviews.filter(({ cycleId, state }) => cycleId !== 'cycle-2026-09' && state !== 'signed')).toEqual([]);
    const closing = await reviewsOf('2026-09');
    expect([closing.length, closing.filter(({ signed }) => signed !== null).length]).toEqual([24, 9]);
  });

  test('grades spread, and each signed review names its signer, its day and its words', async () => {
    const reviews = (await reviewsOf('2026-08')).concat(await reviewsOf('2025-06'));
    const grades = new Set(reviews.map(({ scorecard }) => scorecard.grade?.name));
    expect(grades.size).toBeGreaterThanOrEqual(3);
    for (const { month, signed, praise, gaps, advice, commission } of reviews) {
      expect(signed?.signedBy).toBe('周明远');
      expect(signed!.signedAt > `${month}-28`).toBe(true);
      expect([praise, gaps, advice].every((text) => text.length > 0)).toBe(true);
      expect(commission!.lines.reduce((sum, { payFen }) => sum + payFen, 0)).toBe(commission!.payFen);
    }
  });

  test('everything written has reached the journal', async () => {
    const state = await window.workbench.call('journal.state', {});
    expect(state).toEqual({ ok: true, value: { lastSeq: await ws.db.changeSets.count() } });
  });
});
