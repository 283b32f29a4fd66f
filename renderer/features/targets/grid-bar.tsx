import { Button } from '@mantine/core';
import { IconArrowRight, IconLock, IconLockOpen, IconUmbrella } from '@tabler/icons-react';
import { useFormats } from '@renderer/i18n/use-formats';
import { useMessages } from '@renderer/i18n/use-messages';
import { FigureButton } from '@renderer/ui/figure-button';
import type { GridCell, GridRow, GridView } from './grid-rows';
import styles from './targets.module.css';

interface GridBarProps {
  readonly row: GridRow | null;
  readonly cell: GridCell | null;
  readonly view: GridView;
  readonly columnName: string;
  /** The cell's value before the last edit, while it is the cell last edited. */
  readonly before: number | null;
  readonly refused: string | null;
  readonly ownLock: boolean;
  /** Σ children of the row's unit come to more than was handed down to it, undeclared. */
  readonly mismatch: boolean;
  readonly buffer: boolean;
  /** Opens why the cell is what it is. */
  readonly onWhy: () => void;
  readonly onLock: () => void;
  readonly onBuffer: () => void;
}

/** Over the grid: which cell, old → new, what was refused, and what can be done with it. */
export function GridBar({ row, cell, view, columnName, before, refused, ownLock, mismatch, buffer, onWhy, onLock, onBuffer }: GridBarProps) {
  const { t } = useMessages();
  const { amount, percent } = useFormats();
  if (!row || !cell) return null;
  const Lock = ownLock ? IconLockOpen : IconLock;
  const lockable = view === 'target' && row.kind === 'target' && !cell.inactive;
  return (
    <div className={styles['gridBar']}>
      <b>{t('targets.cell', { name: row.node.name, month: columnName })}</b>
      {refused !== null ? (
        <span className={styles['refused']} role="alert">{refused}</span>
      ) : (
        <span className={styles['quiet']}>
          {view === 'target' && before !== null && before !== cell.value && <>{amount(before)} <IconArrowRight size={12} stroke={2} aria-hidden /> </>}
          <b><FigureButton name={t('targets.cell', { name: row.node.name, month: columnName })} hasRows={view !== 'target'} onOpen={onWhy}>{view === 'attainment' ? percent(cell.value) : amount(cell.value)}</FigureButton></b>
        </span>
      )}
      <span className={styles['grow']} />
      {(mismatch || buffer) && <Button leftSection={<IconUmbrella size={14} stroke={1.75} aria-hidden />} onClick={onBuffer}>{t(buffer ? 'targets.withdrawBuffer' : 'targets.declareBuffer')}</Button>}
      {lockable && (
        <Button leftSection={<Lock size={14} stroke={1.75} aria-hidden />} aria-label={t(ownLock ? 'targets.unlockCell' : 'targets.lockCell', { name: row.node.name, month: columnName })} onClick={onLock}>
          {t(ownLock ? 'targets.unlock' : 'targets.lock')}
        </Button>
      )}
    </div>
  );
}
