import { type DrillRow, hasAmounts } from '@shared/contracts/drill';
import { day } from '@shared/kernel/day';
import type { FactObject } from '@shared/records/import-object';
import type { Translate } from '@renderer/i18n/i18n';
import type { Formats } from '@renderer/i18n/use-formats';

export type DrillColumn = 'day' | 'number' | 'customer' | 'product' | 'person' | 'detail' | 'amount' | 'file' | 'line';

const ALL: readonly DrillColumn[] = ['day', 'number', 'customer', 'product', 'person', 'detail', 'amount', 'file', 'line'];
const WITH_PRODUCT: ReadonlySet<FactObject> = new Set(['orders', 'opportunities', 'complaints']);

/** What a list of one kind of fact shows: a product or an amount only where such facts have one. */
export const columnsOf = (fact: FactObject): readonly DrillColumn[] =>
  ALL.filter((column) => (column === 'product' ? WITH_PRODUCT.has(fact) : column === 'amount' ? hasAmounts(fact) : true));

/** Message under which the `detail` of each kind of fact stands. */
const detailKeys = {
  orders: 'drill.channel', opportunities: 'drill.stage', payments: 'drill.method', activities: 'drill.activity', complaints: 'drill.complaint', surveys: 'drill.scores',
} as const;

export const headOf = (t: Translate, fact: FactObject, column: DrillColumn): string => (column === 'detail' ? t(detailKeys[fact]) : t(`drill.${column}`));

/** A cell as it is shown; … while the row is on its way. */
export function cellText(column: DrillColumn, row: DrillRow | undefined, { amount, fullDay }: Formats): string {
  if (row === undefined) return '…';
  switch (column) {
    case 'day':
      return row.day === '' ? '–' : fullDay(day(row.day));
    case 'amount':
      return amount(row.amountFen, 'yuan');
    case 'file':
      return placeOf(row);
    case 'line':
      return String(row.line);
    default:
      return row[column];
  }
}

/** The file and, of a workbook, the sheet. */
export const placeOf = ({ fileName, sheet }: Pick<DrillRow, 'fileName' | 'sheet'>): string => (sheet === '' ? fileName : `${fileName} · ${sheet}`);
