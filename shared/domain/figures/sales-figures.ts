import type { SalesFigures } from '../../contracts/figures';
import { fen } from '../../kernel/fen';
import type { YearMonth } from '../../kernel/month';
import type { OrderCube } from './fact-source';

/** Where a leaf's and a month's cells lie in the cube. Facts may know fewer leaves and months than the tree. */
export interface OrderIndex {
  readonly cube: OrderCube;
  readonly leafRow: ReadonlyMap<string, number>;
  readonly monthColumn: ReadonlyMap<YearMonth, number>;
  /** Months that hold order lines of anybody: elsewhere an actual is missing, not zero. */
  readonly monthsWithLines: ReadonlySet<YearMonth>;
}

export function indexOrders(cube: OrderCube): OrderIndex {
  return {
    cube,
    leafRow: new Map(cube.leaves.map((leaf, row) => [leaf, row])),
    monthColumn: new Map(cube.months.map((month, column) => [month, column])),
    monthsWithLines: new Set(cube.months.filter((_, column) => cube.leaves.some((__, row) => cube.lines[row * cube.months.length + column]! > 0))),
  };
}

/** Adds up order lines of leaves over months. Nothing imported for them: zeros, and no margin. */
export function salesOf(index: OrderIndex, leaves: Iterable<string>, months: readonly YearMonth[]): SalesFigures & { readonly marginBaseFen: number } {
  const { cube } = index;
  let lines = 0;
  let salesFen = 0;
  let returnsFen = 0;
  let marginFen = 0;
  let marginLines = 0;
  let marginBaseFen = 0;
  forEachCell(index, leaves, months, (cell) => {
    lines += cube.lines[cell]!;
    salesFen += cube.salesFen[cell]!;
    returnsFen += cube.returnsFen[cell]!;
    marginFen += cube.marginFen[cell]!;
    marginLines += cube.marginLines[cell]!;
    marginBaseFen += cube.marginBaseFen[cell]!;
  });
  return {
    lines,
    salesFen: fen(salesFen),
    returnsFen: fen(returnsFen),
    netFen: fen(salesFen + returnsFen),
    marginFen: marginLines === 0 ? null : fen(marginFen),
    marginBaseFen,
  };
}

function forEachCell(index: OrderIndex, leaves: Iterable<string>, months: readonly YearMonth[], visit: (cell: number) => void): void {
  const columns = months.flatMap((month) => index.monthColumn.get(month) ?? []);
  for (const leaf of leaves) {
    const row = index.leafRow.get(leaf);
    if (row === undefined) continue;
    for (const column of columns) visit(row * index.cube.months.length + column);
  }
}
