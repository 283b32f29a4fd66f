import type { FileIssue, FoundSheet } from '@shared/contracts/import-run';
import { cleanText } from '@shared/domain/imports/normalise-text';
import { recogniseSource } from '@shared/domain/imports/recognise-source';
import { type Result, ok } from '@shared/kernel/result';
import type { PresetContent } from '@shared/records/import-preset';
import { MAX_COLUMNS } from '../csv/csv-scanner';
import type { Workbook } from '../xlsx/workbook';
import { orFault } from '../xlsx/workbook-fault';
import { scanSheet } from './scan-sheet';
import type { CellFault } from './table-rows';

/** A header further down than this many filled rows is none. */
const ROWS_LOOKED_AT = 20;

interface TopRow {
  readonly line: number;
  /** As read, without the blank ones at the end; cells that a merge spans from the left are blank. */
  readonly cells: readonly string[];
  /** Merges that run across columns of this row. */
  readonly merged: readonly string[];
}

export interface SheetLook {
  readonly name: string;
  readonly hidden: boolean;
  readonly top: readonly TopRow[];
  /** Null when the sheet is empty. */
  readonly header: (TopRow & { readonly reason: NonNullable<FoundSheet['headerReason']> }) | null;
  /** Filled rows below the header. */
  readonly rows: number;
}

/** Counts a sheet's rows and finds its header row, or takes the one that was chosen. */
export async function lookAtSheet(workbook: Workbook, name: string, hidden: boolean, chosenLine: number | null, presets: readonly PresetContent[]): Promise<Result<SheetLook, FileIssue>> {
  const sheet = await orFault(() => workbook.open(name));
  if (!sheet.ok) return sheet;
  const decoder = new TextDecoder();
  const top: TopRow[] = [];
  let rows = 0;
  const plan = { sheet: name, dateSystem: workbook.dateSystem, headerLine: null, uses: [], pointMarks: [] };
  const scanned = await scanSheet(
    sheet.value,
    plan,
    (marks) => (bytes, starts, ends, fields, line) => {
      rows++;
      if (top.length >= ROWS_LOOKED_AT) return;
      const cells = Array.from({ length: Math.min(fields, MAX_COLUMNS) }, (_, at) => cleanText(decoder.decode(bytes.subarray(starts[at], ends[at]))));
      while (cells.length < fields) cells.push('');
      top.push({ line, cells, merged: mergesOf(marks().faults) });
    },
    {},
  );
  if (!scanned.ok) return scanned;
  const header = headerOf(top, chosenLine, presets);
  return ok({ name, hidden, top, header, rows: header === null ? rows : rows - top.filter(({ line }) => line <= header.line).length });
}

const mergesOf = (faults: ReadonlyMap<number, CellFault> | null): string[] => [...new Set([...(faults ?? new Map<number, CellFault>()).values()].filter(({ code }) => code === 'cell.merged').map(({ detail }) => detail))];

/** The first row whose words name an object's columns, one without merges across columns before one with; else the first row. */
function headerOf(top: readonly TopRow[], chosenLine: number | null, presets: readonly PresetContent[]): SheetLook['header'] {
  if (chosenLine !== null) {
    const chosen = top.find(({ line }) => line === chosenLine);
    if (chosen !== undefined) return { ...chosen, reason: 'chosen' };
  }
  const known = top.filter(({ cells }) => cells.length > 1 && recogniseSource(cells, null, presets) !== null);
  const best = known.find(({ merged }) => merged.length === 0) ?? known[0];
  if (best !== undefined) return { ...best, reason: 'words' };
  return top[0] === undefined ? null : { ...top[0], reason: 'first' };
}
