import { addMonths, yearMonth } from '@shared/kernel/month';
import { buildOrderCube } from '@renderer/ledger/store/order-cube';
import type { LoadedSegment } from '@renderer/ledger/store/column-store';
import { LeafLookup } from '@renderer/ledger/store/leaf-lookup';
import type { HotSegment } from '@renderer/ledger/store/segments';

const PEOPLE = 500;
const MONTHS = 36;
const ROUNDS = 9;
const first = yearMonth('2022-01');

function segmentOf(month: number, lines: number): HotSegment {
  const owner = new Uint16Array(lines);
  const amount = new Int32Array(lines);
  const margin = new Int32Array(lines);
  const day = new Int32Array(lines);
  for (let i = 0; i < lines; i++) {
    owner[i] = 1 + ((i * 7919 + month * 31) % PEOPLE);
    amount[i] = ((i * 104_729 + month) % 900_000) - (i % 17 === 0 ? 900_000 : 0);
    margin[i] = (amount[i]! / 5) | 0;
  }
  const none = new Uint32Array(0);
  return { id: `b/${month}`, batchId: 'b', object: 'orders', source: 'table', month: addMonths(first, month), count: lines, dimensions: { owner }, days: { day }, numbers: { amount, margin }, keyHi: none, keyLo: none, contentHi: none, contentLo: none };
}

const median = (list: readonly number[]) => list.toSorted((a, b) => a - b)[Math.floor(list.length / 2)]!;
function timed(work: () => void): number {
  const start = performance.now();
  work();
  return performance.now() - start;
}

globalThis.addEventListener('message', (event: MessageEvent<number>) => {
  const perMonth = Math.floor(event.data / MONTHS);
  const segments: LoadedSegment[] = Array.from({ length: MONTHS }, (_, month) => ({ hot: segmentOf(month, perMonth), live: null, liveCount: perMonth }));
  const leaves = ['unassigned', ...Array.from({ length: PEOPLE }, (_, i) => `m${i}`)];
  const lookup = new LeafLookup({ leaves, spans: leaves.map((_, leaf) => [{ fromDay: -Infinity as never, toDay: Infinity as never, leaf }]) });
  const [ours, other] = [[] as number[], [] as number[]];
  let cube = buildOrderCube(segments, lookup, leaves.length);
  for (let round = 0; round < ROUNDS; round++) {
    ours.push(timed(() => (cube = buildOrderCube(segments, lookup, leaves.length))));
    const net = new Float64Array(leaves.length * MONTHS);
    const margin = new Float64Array(leaves.length * MONTHS);
    other.push(
      timed(() => {
        for (let month = 0; month < MONTHS; month++) {
          const { dimensions, numbers, count } = segments[month]!.hot;
          const owners = dimensions['owner']!;
          const amounts = numbers['amount']!;
          const margins = numbers['margin']!;
          for (let i = 0; i < count; i++) {
            const cell = owners[i]! * MONTHS + month;
            net[cell]! += amounts[i]!;
            margin[cell]! += margins[i]!;
          }
        }
      }),
    );
    for (let cell = 0; cell < net.length; cell++) if (cube.salesFen[cell]! + cube.returnsFen[cell]! !== net[cell]) throw new Error(`The two disagree in cell ${cell}`);
  }
  globalThis.postMessage({ ours: median(ours), other: median(other) });
});
