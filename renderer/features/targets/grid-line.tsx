import { IconAlertTriangle, IconLock, IconUmbrella } from '@tabler/icons-react';
import { type ReactNode, memo } from 'react';
import type { Fen } from '@shared/kernel/fen';
import type { YearMonth } from '@shared/kernel/month';
import { useFormats } from '@renderer/i18n/use-formats';
import { useMessages } from '@renderer/i18n/use-messages';
import { GridEditor } from './grid-editor';
import type { GridCell, GridRow, GridView } from './grid-rows';
import type { GridPlace } from './use-grid-place';
import styles from './target-grid.module.css';

interface GridLineProps {
  readonly row: GridRow;
  readonly months: readonly YearMonth[];
  readonly view: GridView;
  readonly lockedMonths: ReadonlySet<number>;
  /** Which of its cells has the focus; null = none. */
  readonly here: GridPlace['column'] | null;
  /** What the cell with the focus is edited from; null = it is not. */
  readonly editing: { readonly text: string; readonly edited: boolean } | null;
  readonly onPlace: (place: GridPlace) => void;
  readonly onEdit: (row: GridRow, cell: GridCell) => void;
  readonly onOpen: (row: GridRow, cell: GridCell) => void;
  readonly onKeep: (row: GridRow, cell: GridCell, value: Fen | null) => void;
  readonly onDrop: () => void;
}

/** A row of the grid: drawn again only when something of its own has changed, not for each step through the grid. */
export const GridLine = memo(function GridLine({ row, months, view, lockedMonths, here: column, editing, onPlace, onEdit, onOpen, onKeep, onDrop }: GridLineProps) {
  const { t } = useMessages();
  const formats = useFormats();
  return (
    <tr data-kind={row.kind} data-node={row.node.kind} data-gap={row.gap ?? undefined}>
      <th scope="row" style={{ paddingLeft: 12 + row.node.depth * 14 + (row.kind === 'target' ? 0 : 14) }}><RowName row={row} /></th>
      {row.cells.map((cell) => {
        const here = column === cell.column;
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
            title={cell.value === null || view === 'attainment' ? undefined : formats.money(cell.value, 'yuan')}
            onClick={() => onPlace({ rowKey: row.key, column: cell.column })}
            onDoubleClick={() => (cell.editable ? onEdit(row, cell) : view !== 'target' && onOpen(row, cell))}
          >
            {editing && here ? (
              <GridEditor
                label={t('targets.cell', { name: row.node.name, month: columnName(cell, months, formats.monthName, t('targets.wholeYear')) })}
                text={editing.text}
                edited={editing.edited}
                onDrop={onDrop}
                onKeep={(value) => onKeep(row, cell, value)}
              />
            ) : (
              <CellText cell={cell} view={view} t={t} formats={formats} marked={cell.locked && cell.column !== 'year' && !lockedMonths.has(cell.column)} />
            )}
          </td>
        );
      })}
    </tr>
  );
});

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
