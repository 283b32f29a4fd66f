import { IconLock } from '@tabler/icons-react';
import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import type { Fen } from '@shared/kernel/fen';
import type { YearMonth } from '@shared/kernel/month';
import { useFormats } from '@renderer/i18n/use-formats';
import { useMessages } from '@renderer/i18n/use-messages';
import { useGrowing } from '@renderer/ui/use-growing';
import { useSteady } from '@renderer/ui/use-steady';
import { GridLine } from './grid-line';
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

/** Rows drawn beyond the one in hand, so that the next page is there too. */
const AROUND = 30;

/** The plan as a grid: one cell has the focus, arrows move it, typing replaces a target, Enter or F2 edits it in place. */
export function TargetGrid(props: TargetGridProps) {
  const { label, rows, months, currentMonth } = props;
  const { t } = useMessages();
  const formats = useFormats();
  const { monthName } = formats;
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
  const finish = useSteady(() => {
    refocus.current = true;
    setEditing(null);
  });
  const keep = useSteady((row: GridRow, cell: GridCell, value: Fen | null) => {
    props.onSet(row, cell, value);
    finish();
  });
  const edit = useSteady((row: GridRow, cell: GridCell) => setEditing({ place: { rowKey: row.key, column: cell.column }, text: writeAmount(cell.editFen, unit), edited: false }));
  const setPlace = useSteady(props.setPlace);
  const onOpen = useSteady(props.onOpen);
  // The row that has the focus is always there.
  const drawn = useGrowing(rows.length, rows.findIndex((row) => row.key === place?.rowKey) + AROUND);
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
        {rows.slice(0, drawn).map((row) => {
          const isHere = place?.rowKey === row.key;
          return (
            <GridLine
              key={row.key} row={row} months={months} view={props.view} lockedMonths={props.lockedMonths} here={isHere ? place.column : null} editing={isHere ? editing : null}
              onPlace={setPlace} onEdit={edit} onOpen={onOpen} onKeep={keep} onDrop={finish}
            />
          );
        })}
      </tbody>
    </table>
  );
}
