import type { Explanation } from '@shared/contracts/explanation';
import { drillFor } from '@shared/domain/figures/drills';
import { line, namedLine, partLine, quantity, sumOp } from '@shared/domain/figures/formula-line';
import { MONTHS, assignedOf } from '@shared/domain/targets/target-sheet';
import { firstDayOf, lastDayOf } from '@shared/kernel/day';
import { ratioOf } from '@shared/kernel/rate';
import type { PlanView } from '@renderer/data/plan-view';
import { type GridActuals, type GridCell, type GridRow, type GridView, actualLeavesOf, gridRows } from './grid-rows';

interface CellPlace {
  readonly plan: PlanView;
  readonly scopeId: string;
  readonly actuals: GridActuals | null;
}

/** Why a cell of the grid is what it is: a target, the sum below it or what stands between the two, an actual with its rows, or an attainment of both. */
export function explainCell(place: CellPlace, view: GridView, row: GridRow, { column, value }: GridCell): Explanation {
  if (view === 'actual') return actualAt(place, row, column, value);
  if (view === 'target') return row.kind === 'gap' ? splitAt(place, row, column, value) : targetAt(place, row, column, value);
  const targets = gridRows(place.plan, place.scopeId, 'target', null);
  const actuals = gridRows(place.plan, place.scopeId, 'actual', place.actuals);
  const target = targetAt(place, targets.find(({ key }) => key === row.key)!, column, valueOf(targets, row.key, column));
  const actual = actualAt(place, row, column, valueOf(actuals, row.key, column));
  return { ...around(place, row, column, view), figure: 'attainment', result: quantity('rate', value), lines: [partLine('start', actual), partLine('over', target)], drill: actual.drill };
}

const ALL = Array.from({ length: MONTHS }, (_, month) => month);
type Column = GridCell['column'];
const valueOf = (rows: readonly GridRow[], key: string, column: Column): number | null => rows.find((row) => row.key === key)?.cells.find((cell) => cell.column === column)?.value ?? null;

/** Whose and when, the version in force, and the same cell one level up. */
function around({ plan, scopeId, actuals }: CellPlace, { node, kind }: GridRow, column: Column, view: GridView): Pick<Explanation, 'of' | 'plan' | 'above'> {
  const rows = gridRows(plan, scopeId, view, actuals);
  const parent = kind === 'target' ? rows.find((row) => row.kind === 'target' && row.node.id === node.parentId) : undefined;
  const unit = view === 'attainment' ? 'rate' : 'fen';
  const value = parent ? valueOf(rows, parent.key, column) : null;
  const own = valueOf(rows, node.id, column);
  return {
    of: { name: { text: node.name }, period: column === 'year' ? String(plan.plan.fiscalYear) : plan.months[column]! },
    plan: view === 'actual' ? null : { planId: plan.plan.id, version: plan.plan.committedVersion },
    above: parent ? { name: { text: parent.node.name }, value: quantity(unit, value), share: unit === 'rate' || own === null || value === null ? null : ratioOf(own, value) } : null,
  };
}

function targetAt(place: CellPlace, row: GridRow, column: Column, value: number | null): Explanation {
  const rows = gridRows(place.plan, place.scopeId, 'target', null);
  const { book, sheet } = place.plan;
  const months = column === 'year' ? ALL : [column];
  const assigned = row.kind === 'target' && assignedOf(book.rows.get(row.node.id), sheet, book.tree.indexOf.get(row.node.id)!, months) !== null;
  const below = rows.filter(({ kind, node }) => kind === 'target' && node.parentId === row.node.id).flatMap((one) => {
    const childFen = valueOf(rows, one.key, column);
    return childFen === null ? [] : [{ name: one.node.name, childFen }];
  });
  // Below an assigned number there may be another sum: then only the sum itself is said.
  const foots = below.reduce((sum, { childFen }) => sum + childFen, 0) === value;
  const sum = below.length > 0 && foots ? below.map(({ name, childFen }, at) => namedLine(sumOp(at), { text: name }, quantity('fen', childFen))) : [line('start', 'part_children', quantity('fen', value))];
  return {
    ...around(place, row, column, 'target'),
    figure: 'target',
    result: quantity('fen', value),
    lines: assigned ? [line('start', 'part_assigned', quantity('fen', value))] : row.node.kind === 'person' ? [] : sum,
    drill: null,
  };
}

function splitAt(place: CellPlace, row: GridRow, column: Column, value: number | null): Explanation {
  const rows = gridRows(place.plan, place.scopeId, 'target', null);
  return {
    ...around(place, row, column, 'target'),
    figure: 'split',
    // A gap of nothing stands as – in the grid.
    result: quantity('fen', value ?? 0),
    lines: [line('start', 'part_assigned', quantity('fen', valueOf(rows, row.node.id, column))), line('minus', 'part_children', quantity('fen', valueOf(rows, `${row.node.id}:sum`, column) ?? 0))],
    drill: null,
  };
}

function actualAt(place: CellPlace, row: GridRow, column: Column, value: number | null): Explanation {
  const { plan } = place;
  const first = column === 'year' ? plan.months[0]! : plan.months[column]!;
  const last = column === 'year' ? plan.months.at(-1)! : first;
  return {
    ...around(place, row, column, 'actual'),
    figure: 'actual',
    result: quantity('fen', value),
    lines: [],
    drill: drillFor({ leaves: actualLeavesOf(row.node) }, 'actual', { from: firstDayOf(first), to: lastDayOf(last) }, plan.plan.measure),
  };
}
