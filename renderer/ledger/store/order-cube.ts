import type { OrderCube } from '@shared/domain/figures/fact-source';
import type { YearMonth } from '@shared/kernel/month';
import type { LoadedSegment } from './column-store';
import { type LeafLookup, SPLIT } from './leaf-lookup';
import { type HotSegment, NO_INT, type NumberedTexts, type WholeNumbers, numberAt } from './segments';

/** Sums of one owner in one month, side by side in memory: lines, sales, returns, margin, its lines and their net. */
const LINES = 0;
const SALES = 1;
const RETURNS = 2;
const MARGIN = 3;
const MARGIN_LINES = 4;
const MARGIN_BASE = 5;
const STRIDE = 6;

/** Adds up all live order lines by leaf and month. `owners` = how many the owner dictionary numbers. */
export function buildOrderCube(segments: readonly LoadedSegment[], lookup: LeafLookup, owners: number): OrderCube {
  const filled = segments.filter((segment) => segment.liveCount > 0 && segment.hot.month !== null);
  const months = [...new Set(filled.map((segment) => segment.hot.month as YearMonth))].sort();
  const size = lookup.leaves.length * months.length;
  const cube = { months, leaves: lookup.leaves, lines: new Int32Array(size), salesFen: new Float64Array(size), returnsFen: new Float64Array(size), marginFen: new Float64Array(size), marginLines: new Int32Array(size), marginBaseFen: new Float64Array(size) };
  const byOwner = new Float64Array(owners * STRIDE);
  months.forEach((month, at) => {
    const leafOf = lookup.ofMonth(month);
    byOwner.fill(0);
    for (const { hot, live } of filled) {
      if (hot.month !== month) continue;
      if (live === null && !hasSplit(hot.dimensions['owner'], leafOf)) addWhole(hot, byOwner);
      else addRows(hot, live, lookup, leafOf, byOwner, cube, at);
    }
    for (let owner = 0; owner < owners; owner++) {
      const from = owner * STRIDE;
      if (byOwner[from] !== 0) addTo(cube, (leafOf[owner] ?? 0) * months.length + at, byOwner, from);
    }
  });
  return cube;
}

type Cube = { [K in Exclude<keyof OrderCube, 'months' | 'leaves'>]: OrderCube[K] } & Pick<OrderCube, 'months' | 'leaves'>;

function addTo(cube: Cube, cell: number, sums: Float64Array, from: number): void {
  cube.lines[cell]! += sums[from + LINES]!;
  cube.salesFen[cell]! += sums[from + SALES]!;
  cube.returnsFen[cell]! += sums[from + RETURNS]!;
  cube.marginFen[cell]! += sums[from + MARGIN]!;
  cube.marginLines[cell]! += sums[from + MARGIN_LINES]!;
  cube.marginBaseFen[cell]! += sums[from + MARGIN_BASE]!;
}

function hasSplit(owners: NumberedTexts | undefined, leafOf: Int32Array): boolean {
  if (owners === undefined || !leafOf.includes(SPLIT)) return false;
  for (const owner of owners) if (leafOf[owner] === SPLIT) return true;
  return false;
}

/** The path nearly all segments take: every row counts and every owner has one leaf this month. */
function addWhole(hot: HotSegment, byOwner: Float64Array): void {
  const owners = hot.dimensions['owner'];
  const amounts = hot.numbers['amount']!;
  const margins = hot.numbers['margin'];
  if (owners === undefined) addPlain(new Uint16Array(hot.count), amounts, byOwner);
  else addPlain(owners, amounts, byOwner);
  if (margins !== undefined) addMargins(owners ?? new Uint16Array(hot.count), amounts, margins, byOwner);
}

function addPlain(owners: NumberedTexts, amounts: WholeNumbers, byOwner: Float64Array): void {
  const count = owners.length;
  for (let row = 0; row < count; row++) {
    const from = owners[row]! * STRIDE;
    const amount = amounts[row]!;
    byOwner[from]! += 1;
    byOwner[from + (amount < 0 ? RETURNS : SALES)]! += amount;
  }
}

function addMargins(owners: NumberedTexts, amounts: WholeNumbers, margins: WholeNumbers, byOwner: Float64Array): void {
  const count = owners.length;
  for (let row = 0; row < count; row++) {
    const margin = margins[row]!;
    if (margin === NO_INT || margin !== margin) continue;
    const from = owners[row]! * STRIDE;
    byOwner[from + MARGIN]! += margin;
    byOwner[from + MARGIN_LINES]! += 1;
    byOwner[from + MARGIN_BASE]! += amounts[row]!;
  }
}

function addRows(hot: HotSegment, live: Uint8Array | null, lookup: LeafLookup, leafOf: Int32Array, byOwner: Float64Array, cube: Cube, month: number): void {
  const owners = hot.dimensions['owner'];
  const days = hot.days['day']!;
  const one = new Float64Array(STRIDE);
  for (let row = 0; row < hot.count; row++) {
    if (live !== null && live[row] === 0) continue;
    const owner = owners === undefined ? 0 : owners[row]!;
    const amount = numberAt(hot.numbers['amount'], row);
    const margin = numberAt(hot.numbers['margin'], row);
    const known = !Number.isNaN(margin);
    one[LINES] = 1;
    one[SALES] = amount < 0 ? 0 : amount;
    one[RETURNS] = amount < 0 ? amount : 0;
    one[MARGIN] = known ? margin : 0;
    one[MARGIN_LINES] = known ? 1 : 0;
    one[MARGIN_BASE] = known ? amount : 0;
    if (leafOf[owner] === SPLIT) addTo(cube, lookup.leafOn(owner, days[row]!) * cube.months.length + month, one, 0);
    else for (let i = 0; i < STRIDE; i++) byOwner[owner * STRIDE + i]! += one[i]!;
  }
}
