import { IconAlertTriangle, IconLock, IconUmbrella } from '@tabler/icons-react';
import { type KeyboardEvent, type ReactNode, useEffect, useRef, useState } from 'react';
import type { Fen } from '@shared/kernel/fen';
import type { YearMonth } from '@shared/kernel/month';
import { useFormats } from '@renderer/i18n/use-formats';
import { useMessages } from '@renderer/i18n/use-messages';
import { GridEditor } from './grid-editor';
import { GRID_COLUMNS, type GridCell, type GridRow, type GridView } from './grid-rows';
import type { GridPlace, useGridPlace } from './use-grid-place';
import { writeAmount } from './parse-amount';
import styles from './target-grid.module.css';

interface TargetGridProps {
  readonly label: string;
  readonly rows: readonly GridRow[];
  readonly months: readonly YearMonth[];
  /** The month the period ends in: marked in the head. */
  readonly currentMonth: string;
  readonly view: GridView;
  /** Months (0 … 11) that are locked for the whole scope: the lock stands in the head, not in every cell. */
  readonly lockedMonths: ReadonlySet<number>;
  readonly place: GridPlace | null;
  readonly setPlace: (place: GridPlace) => void;
  readonly move: ReturnType<typeof useGridPlace>['move'];
  readonly onSet: (row: GridRow, cell: GridCell, value: Fen | null) => void;
  /** Opens the rows of an actual. */
  readonly onOpen: (row: GridRow, cell: GridCell) => void;
}

/** The plan as a grid: one cell has the focus, arrows move it, typing replaces a target, Enter or F2 edits it in place. */
export function TargetGrid(props: TargetGridProps) {
  const { label, rows, months, currentMonth } = props;
  const { t } = useMessages();
  const formats = useFormats();
  const { monthName, money } = formats;
  const unit = formats.unit();
  const [editing, setEditing] = useState<{ place: GridPlace; text: string; edited: boolean } | null>(null);
  const grid = useRef<HTMLTableElement>(null);
  const current = useRef<HTMLTableCellElement>(null);
  const refocus = useRef(false);
  const { place } = props;
  useEffect(() => {
    if (!refocus.current || editing) return;
    refocus.current = false;
    grid.current?.querySelector<HTMLElement>('[tabindex="0"]')?.focus();
  });

  // Opens on the month in question, with the months before it still in view.
  useEffect(() => {
    current.current?.scrollIntoView({ block: 'nearest', inline: 'center' });
  }, [currentMonth]);

  const onKeyDown = (event: KeyboardEvent) => {
    const row = rows.find((one) => one.key === place?.rowKey);
    const cell = row?.cells.find((one) => one.column === place?.column);
    if (!place || !row || !cell || event.nativeEvent.isComposing) return;
    if (props.move(event)) refocus.current = true;
    else if (event.key === 'Enter' && props.view !== 'target') props.onOpen(row, cell);
    else if (!cell.editable) return;
    else if (event.key === 'Enter' || event.key === 'F2') setEditing({ place, text: writeAmount(cell.editFen, unit), edited: false });
    else if (event.key === 'Delete' || event.key === 'Backspace') props.onSet(row, cell, null);
    else if (/^[\d.\-−]$/.test(event.key) && !event.ctrlKey && !event.metaKey) setEditing({ place, text: event.key, edited: true });
    else return;
    event.preventDefault();
  };
  const finish = () => {
    refocus.current = true;
    setEditing(null);
  };
  return (
    <table ref={grid} className={styles['grid']} data-unit={unit} role="grid" aria-label={label} aria-rowcount={rows.length + 1} aria-colcount={GRID_COLUMNS.length + 1} onKeyDown={onKeyDown}>
      <thead>
        <tr>
          <th scope="col" className={styles['nameHead']}>{t('targets.member')}</th>
          <th scope="col" data-numeric className={styles['yearHead']}>{t('targets.wholeYear')}</th>
          {months.map((month, index) => (
            <th key={month} ref={month === currentMonth ? current : null} scope="col" data-numeric data-now={month === currentMonth || undefined}>
              {props.lockedMonths.has(index) && <IconLock className={styles['headLock']} size={10} stroke={2} aria-label={t('targets.locked')} />}
              {monthName(month)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.key} data-kind={row.kind} data-node={row.node.kind} data-gap={row.gap ?? undefined}>
            <th scope="row" style={{ paddingLeft: 12 + row.node.depth * 14 + (row.kind === 'target' ? 0 : 14) }}><RowName row={row} /></th>
            {row.cells.map((cell) => {
              const here = place?.rowKey === row.key && place.column === cell.column;
              return (
                <td
                  key={cell.column}
                  tabIndex={here ? 0 : -1}
                  aria-selected={here}
                  aria-readonly={!cell.editable || undefined}
                  data-year={cell.column === 'year' || undefined}
                  data-locked={cell.locked || undefined}
                  data-gap={cell.gap ?? undefined}
                  // The grid rounds; the exact amount is one hover away.
                  title={cell.value === null || props.view === 'attainment' ? undefined : money(cell.value, 'yuan')}
                  onClick={() => props.setPlace({ rowKey: row.key, column: cell.column })}
                  onDoubleClick={() => {
                    if (cell.editable) setEditing({ place: { rowKey: row.key, column: cell.column }, text: writeAmount(cell.editFen, unit), edited: false });
                    else if (props.view !== 'target') props.onOpen(row, cell);
                  }}
                >
                  {editing && here ? (
                    <GridEditor
                      label={t('targets.cell', { name: row.node.name, month: columnName(cell, months, monthName, t('targets.wholeYear')) })}
                      text={editing.text}
                      edited={editing.edited}
                      onDrop={finish}
                      onKeep={(value) => {
                        props.onSet(row, cell, value);
                        finish();
                      }}
                    />
                  ) : (
                    <CellText cell={cell} view={props.view} t={t} formats={formats} marked={cell.locked && cell.column !== 'year' && !props.lockedMonths.has(cell.column)} />
                  )}
                </td>
              );
            })}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

const columnName = (cell: GridCell, months: readonly YearMonth[], monthName: (month: YearMonth) => string, year: string): string => {
  const month = cell.column === 'year' ? undefined : months[cell.column];
  return month === undefined ? year : monthName(month);
};

interface CellTextProps {
  readonly cell: GridCell;
  readonly view: GridView;
  readonly marked: boolean;
  /** From the grid: a thousand cells do not each follow the language by themselves. */
  readonly t: ReturnType<typeof useMessages>['t'];
  readonly formats: ReturnType<typeof useFormats>;
}

function CellText({ cell, view, marked, t, formats: { amount, percent } }: CellTextProps): ReactNode {
  if (cell.inactive && cell.value === null) return <span className={styles['none']} title={t('targets.notActive')}>–</span>;
  const text = view === 'attainment' ? percent(cell.value) : amount(cell.value as Fen | null);
  return (
    <>
      {marked && <IconLock className={styles['lock']} size={10} stroke={2} aria-label={t('targets.locked')} />}
      {text}
    </>
  );
}

function RowName({ row }: { readonly row: GridRow }) {
  const { t } = useMessages();
  if (row.kind === 'sum') return <span className={styles['derived']}>{t('targets.childrenSum')}</span>;
  if (row.kind === 'gap' && row.gap) {
    const Icon = row.gap === 'buffer' ? IconUmbrella : IconAlertTriangle;
    return <span className={styles['gapName']}><Icon size={12} stroke={2.25} aria-hidden />{t(`targets.${row.gap}`)}</span>;
  }
  return row.node.name;
}
