import { type KeyboardEvent, useState } from 'react';
import type { TargetMonth } from '@shared/domain/targets/target-book';
import { GRID_COLUMNS, type GridRow } from './grid-rows';

export interface GridPlace {
  readonly rowKey: string;
  readonly column: TargetMonth;
}

const STEPS: Partial<Record<string, readonly [number, number]>> = { ArrowUp: [-1, 0], ArrowDown: [1, 0], ArrowLeft: [0, -1], ArrowRight: [0, 1] };

/** The cell that has the grid's focus, and how the keyboard moves it: arrows by one, Home/End to the row's ends, Ctrl to the grid's. */
export function useGridPlace(rows: readonly GridRow[]) {
  const [wanted, setPlace] = useState<GridPlace | null>(null);
  const first = rows[0];
  const place: GridPlace | null = wanted && rows.some((row) => row.key === wanted.rowKey) ? wanted : first ? { rowKey: first.key, column: 'year' } : null;

  const move = (event: KeyboardEvent): boolean => {
    if (!place) return false;
    const rowAt = rows.findIndex((row) => row.key === place.rowKey);
    const columnAt = GRID_COLUMNS.indexOf(place.column);
    const next = target(event, rowAt, columnAt, rows.length);
    if (!next) return false;
    const row = rows[clamp(next[0], rows.length)];
    const column = GRID_COLUMNS[clamp(next[1], GRID_COLUMNS.length)];
    if (row && column !== undefined) setPlace({ rowKey: row.key, column });
    return true;
  };
  return { place, setPlace, move };
}

const clamp = (value: number, length: number) => Math.min(length - 1, Math.max(0, value));

function target(event: KeyboardEvent, row: number, column: number, rows: number): readonly [number, number] | null {
  const step = STEPS[event.key];
  if (step) return [row + step[0], column + step[1]];
  if (event.key === 'Home') return [event.ctrlKey ? 0 : row, 0];
  if (event.key === 'End') return [event.ctrlKey ? rows - 1 : row, GRID_COLUMNS.length - 1];
  if (event.key === 'PageUp') return [row - 12, column];
  if (event.key === 'PageDown') return [row + 12, column];
  return null;
}
