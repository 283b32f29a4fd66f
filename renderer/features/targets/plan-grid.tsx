import { IconAlertTriangle, IconCircleCheck } from '@tabler/icons-react';
import { memo, useCallback, useMemo, useState } from 'react';
import type { Figures } from '@shared/contracts/figures';
import { checkTargetRows } from '@shared/domain/targets/check-target-rows';
import type { Fen } from '@shared/kernel/fen';
import type { Result } from '@shared/kernel/result';
import type { PlanView } from '@renderer/data/plan-view';
import { type PlanRefusal, declareBuffer, setTargetCell, setTargetLock } from '@renderer/data/targets';
import { useFormats } from '@renderer/i18n/use-formats';
import { useMessages } from '@renderer/i18n/use-messages';
import { useDrill } from '@renderer/parts/drill-down';
import { useWorkspace } from '@renderer/parts/workspace-context';
import { explainCell } from './explain-cell';
import { GridBar } from './grid-bar';
import { type GridCell, type GridRow, type GridView, gridRows } from './grid-rows';
import { refusalText } from './refusal-text';
import { TargetGrid } from './target-grid';
import { useGridPlace } from './use-grid-place';
import type { PlanActuals } from './use-plan';
import styles from './targets.module.css';

interface PlanGridProps {
  readonly figures: Figures;
  readonly plan: PlanView;
  /** Null until they are known, and where none are shown. */
  readonly actuals: PlanActuals | null;
  readonly view: GridView;
  readonly onPick: (nodeId: string) => void;
}

/**
 * The grid with the bar over it (what the focused cell is and can do) and the check under it. A thousand cells: drawn again
 * only when something of it has changed.
 */
export const PlanGrid = memo(function PlanGrid({ figures, plan, actuals, view, onPick }: PlanGridProps) {
  const { t } = useMessages();
  const formats = useFormats();
  const workspace = useWorkspace();
  const openDrill = useDrill();
  const missing = useMemo(() => new Set(figures.months.flatMap((point, month) => (point.actualFen === null ? [month] : []))), [figures.months]);
  const rows = useMemo(() => gridRows(plan, figures.scope.nodeId, view, actuals && { ...actuals, missing }), [plan, figures.scope.nodeId, view, actuals, missing]);
  const { place, setPlace, move } = useGridPlace(rows);
  const [last, setLast] = useState<{ readonly key: string; readonly before: number | null; readonly refused: string | null } | null>(null);
  const row = rows.find((one) => one.key === place?.rowKey) ?? null;
  const cell = row?.cells.find((one) => one.column === place?.column) ?? null;
  const key = row && cell ? `${row.key}/${cell.column}` : '';
  const mismatches = useMemo(() => checkTargetRows(plan.book).filter((issue) => issue.code === 'targets.mismatch').length, [plan.book]);
  const lockedMonths = useMemo(() => new Set(rows[0]?.cells.flatMap((one) => (one.locked && one.column !== 'year' ? [one.column] : [])) ?? []), [rows]);
  const columnName = useCallback(
    (of: GridCell) => {
      const month = of.column === 'year' ? undefined : plan.months[of.column];
      return month === undefined ? t('targets.wholeYear') : formats.monthName(month);
    },
    [plan.months, formats, t],
  );

  const run = async (of: GridRow, at: GridCell, command: Promise<Result<unknown, PlanRefusal>>) => {
    const answer = await command;
    setLast({ key: `${of.key}/${at.column}`, before: at.value, refused: answer.ok ? null : refusalText(answer.error, t, formats) });
  };
  const cellOf = (of: GridRow, at: GridCell) => ({ planId: plan.plan.id, nodeId: of.node.id, month: at.column });
  const set = (of: GridRow, at: GridCell, value: Fen | null) => void run(of, at, setTargetCell(workspace, cellOf(of, at), value));
  const open = (of: GridRow, at: GridCell) => {
    const why = explainCell({ plan, scopeId: figures.scope.nodeId, actuals: actuals && { ...actuals, missing } }, view, of, at);
    openDrill(why.drill, t('targets.cell', { name: of.node.name, month: columnName(at) }), why);
  };
  const stored = row ? plan.book.rows.get(row.node.id) : undefined;
  const ownLock = cell !== null && stored !== undefined && (cell.column === 'year' ? stored.locks.every(Boolean) : stored.locks[cell.column] === true);
  const hint = view === 'target' ? t('targets.gridHint', { unit: formats.unitName(formats.unit()) }) : t('targets.gridOpenHint');
  return (
    <div className={styles['gridColumn']}>
      <GridBar
        row={row}
        cell={cell}
        view={view}
        columnName={cell ? columnName(cell) : ''}
        before={last?.key === key ? last.before : null}
        refused={last?.key === key ? last.refused : null}
        ownLock={ownLock}
        mismatch={rows.some((one) => one.node.id === row?.node.id && one.gap === 'mismatch')}
        buffer={stored?.buffer ?? false}
        onWhy={() => row && cell && open(row, cell)}
        onLock={() => row && cell && void run(row, cell, setTargetLock(workspace, cellOf(row, cell), !ownLock))}
        onBuffer={() => row && cell && void run(row, cell, declareBuffer(workspace, cellOf(row, cell), !(stored?.buffer ?? false)))}
      />
      <div className={styles['gridScroll']}>
        <TargetGrid
          label={t('targets.gridLabel', { year: plan.plan.fiscalYear })}
          rows={rows}
          months={plan.months}
          currentMonth={figures.period.to.slice(0, 7)}
          view={view}
          lockedMonths={lockedMonths}
          place={place}
          setPlace={(next) => {
            setPlace(next);
            const node = rows.find((one) => one.key === next.rowKey)?.node;
            if (node) onPick(node.id);
          }}
          move={move}
          onSet={set}
          onOpen={open}
        />
      </div>
      <footer className={styles['gridFoot']}>
        <span title={hint}>{hint}</span>
        {mismatches === 0 ? (
          <span className={styles['good']}><IconCircleCheck size={12} stroke={2.25} aria-hidden />{t('targets.balanced')}</span>
        ) : (
          <span className={styles['bad']}><IconAlertTriangle size={12} stroke={2.25} aria-hidden />{t('targets.unbalanced', { count: mismatches })}</span>
        )}
      </footer>
    </div>
  );
});
