import { VisuallyHidden } from '@mantine/core';
import { type KeyboardEvent, type ReactNode, memo } from 'react';
import { useMessages } from '@renderer/i18n/use-messages';
import { useGrowing } from './use-growing';
import styles from './data-table.module.css';

export interface Column<Row> {
  readonly key: string;
  /** Text of the head; '' for a column that needs none (give `label` then). */
  readonly head: ReactNode;
  readonly label?: string;
  /** Figures: right-aligned. */
  readonly numeric?: boolean;
  /** Fixed width in px; columns without one share what is left. */
  readonly width?: number;
  readonly cell: (row: Row) => ReactNode;
}

interface DataTableProps<Row> {
  /** Name for screen readers. */
  readonly label: string;
  readonly columns: readonly Column<Row>[];
  readonly rows: readonly Row[];
  readonly rowKey: (row: Row) => string;
  /** Makes rows open on click, and on Enter from the keyboard. */
  readonly onOpen?: (row: Row) => void;
  readonly picked?: string | null;
  /** sum = 600 weight; group = a quiet divider row; indent = depth in 16 px steps on the first cell. */
  readonly rowKind?: (row: Row) => 'plain' | 'sum' | 'group';
  readonly indent?: (row: Row) => number;
  /** Rows of 36 px instead of 32, where they carry buttons. */
  readonly tall?: boolean;
  readonly empty?: ReactNode;
}

/** A plain semantic table with a head that stays. For up to some hundreds of rows, those out of sight drawn in idle moments; longer lists are virtualised. */
export function DataTable<Row>({ label, columns, rows, rowKey, onOpen, picked, rowKind, indent, tall = false, empty }: DataTableProps<Row>) {
  const { t } = useMessages();
  const drawn = useGrowing(rows.length, rows.findIndex((row) => rowKey(row) === picked) + 1);
  return (
    <table className={styles['table']} aria-label={label} data-tall={tall || undefined}>
      <colgroup>
        {columns.map((column) => <col key={column.key} style={column.width === undefined ? undefined : { width: column.width }} />)}
      </colgroup>
      <thead>
        <tr>
          {columns.map((column) => (
            <th key={column.key} scope="col" data-numeric={column.numeric || undefined}>{column.label === undefined ? column.head : <VisuallyHidden>{column.label}</VisuallyHidden>}</th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.slice(0, drawn).map((row) => <Line key={rowKey(row)} row={row} columns={columns} picked={rowKey(row) === picked} kind={rowKind?.(row) ?? 'plain'} indent={indent?.(row)} onOpen={onOpen} />)}
        {rows.length === 0 && (
          <tr><td className={styles['empty']} colSpan={columns.length}>{empty ?? t('ui.emptyTable')}</td></tr>
        )}
      </tbody>
    </table>
  );
}

interface LineProps<Row> extends Pick<DataTableProps<Row>, 'columns'> {
  readonly row: Row;
  readonly picked: boolean;
  readonly kind: 'plain' | 'sum' | 'group';
  readonly indent: number | undefined;
  readonly onOpen: ((row: Row) => void) | undefined;
}

/** Stays as it is while more rows come after it. */
const Line = memo(function Line<Row>({ row, columns, picked, kind, indent, onOpen }: LineProps<Row>) {
  return (
    <tr data-kind={kind} data-picked={picked || undefined} {...(onOpen && kind !== 'group' ? opens(() => onOpen(row)) : {})} aria-current={picked || undefined}>
      {columns.map((column, index) => (
        <td key={column.key} data-numeric={column.numeric || undefined} style={index === 0 && indent !== undefined ? { paddingLeft: 16 + 16 * indent } : undefined}>
          {column.cell(row)}
        </td>
      ))}
    </tr>
  );
}) as <Row>(props: LineProps<Row>) => ReactNode;

/** Rows move with the arrow keys and open with Enter or Space, unless a control inside the row has the focus. */
function opens(open: () => void) {
  return {
    tabIndex: 0,
    'data-opens': true,
    onClick: open,
    onKeyDown: (event: KeyboardEvent<HTMLTableRowElement>) => {
      if (event.target !== event.currentTarget) return;
      if (event.key === 'Enter' || event.key === ' ') open();
      else if (event.key === 'ArrowDown') focusRow(event.currentTarget.nextElementSibling);
      else if (event.key === 'ArrowUp') focusRow(event.currentTarget.previousElementSibling);
      else return;
      event.preventDefault();
    },
  };
}

function focusRow(row: Element | null): void {
  if (row instanceof HTMLElement) row.focus();
}
