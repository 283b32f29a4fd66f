import type { Drill, DrillRow } from '@shared/contracts/drill';
import { plainYuan } from '@shared/kernel/fen';
import type { Translate } from '@renderer/i18n/i18n';
import { writeCsv } from '@renderer/i18n/write-csv';
import type { LedgerApi } from '@renderer/ledger/ledger-api';
import { type DrillColumn, columnsOf, headOf } from './drill-columns';

/** Rows asked for together. */
const PIECE = 50_000;

/** All rows of a drill as a spreadsheet reads them: days as YYYY-MM-DD, amounts in plain yuan, file and sheet apart. */
export async function drillCsv({ rows: rowsOf }: Pick<LedgerApi, 'rows'>, drill: Drill, t: Translate): Promise<Uint8Array<ArrayBuffer>> {
  const columns = columnsOf(drill.fact);
  const header = columns.flatMap((name) => (name === 'file' ? [headOf(t, drill.fact, name), t('drill.sheet')] : [headOf(t, drill.fact, name)]));
  const lines: string[][] = [];
  for (let total = Infinity; lines.length < total; ) {
    const page = await rowsOf(drill, lines.length, PIECE);
    // Rows that were undone meanwhile are no longer there to be asked for.
    total = page.rows.length === 0 ? 0 : page.total;
    for (const row of page.rows) lines.push(columns.flatMap((name) => (name === 'file' ? [row.fileName, row.sheet] : [plainCell(name, row)])));
  }
  return writeCsv(header, lines);
}

function plainCell(column: Exclude<DrillColumn, 'file'>, row: DrillRow): string {
  if (column === 'amount') return plainYuan(row.amountFen);
  return column === 'line' ? String(row.line) : row[column];
}
