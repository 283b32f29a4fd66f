import { Link } from '@tanstack/react-router';
import { useLiveQuery } from 'dexie-react-hooks';
import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import type { PlainMessageKey } from '@shared/messages/message-key';
import { type PastStep, pastSteps } from '@renderer/data/past-steps';
import { useFormats } from '@renderer/i18n/use-formats';
import { useMessages } from '@renderer/i18n/use-messages';
import { useWorkspace } from '@renderer/parts/workspace-context';
import { Chip } from '@renderer/ui/chip';
import styles from './undo-history.module.css';

const MOST = 40;

interface UndoHistoryListProps {
  readonly onUpTo: (direction: 'undo' | 'redo', seq: number) => void;
  /** A link was followed. */
  readonly onLeave: () => void;
}

/** The last steps, latest first: picking one undoes back to it, or redoes up to it. Those that are not undo's say where they are taken back. */
export function UndoHistoryList({ onUpTo, onLeave }: UndoHistoryListProps) {
  const { t } = useMessages();
  const workspace = useWorkspace();
  const steps = useLiveQuery(() => pastSteps(workspace, MOST), [workspace]);
  const [pointed, setPointed] = useState<PastStep | null>(null);
  const list = useRef<HTMLOListElement>(null);
  const isRead = steps !== undefined;
  useEffect(() => list.current?.querySelector('button')?.focus(), [isRead]);
  if (steps === undefined) return null;
  if (steps.length === 0) return <p className={styles['hint']}>{t('windows.historyEmpty')}</p>;
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    const by = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (by === 0) return;
    const rows = [...event.currentTarget.querySelectorAll<HTMLElement>('button, a')];
    rows[Math.min(rows.length - 1, Math.max(0, rows.indexOf(document.activeElement as HTMLElement) + by))]?.focus();
    event.preventDefault();
  };
  return (
    <>
      <ol ref={list} className={styles['list']} aria-label={t('windows.history')} onKeyDown={onKeyDown}>
        {steps.map((step) => (
          <li key={step.id} data-undone={step.undone || undefined} data-along={isAlong(step, pointed) || undefined}>
            <Step step={step} count={alongTo(steps, step)} onUpTo={onUpTo} onLeave={onLeave} onPoint={setPointed} />
          </li>
        ))}
      </ol>
      <p className={styles['hint']}>{t('windows.historyHint')} <Link to="/audit" onClick={onLeave}>{t('windows.whereAudit')}</Link></p>
    </>
  );
}

/** Undone or done again together with the one that is pointed at. */
const isAlong = (step: PastStep, pointed: PastStep | null): boolean => pointed !== null && step.can === pointed.can && step.can !== null && (step.can === 'undo' ? step.seq >= pointed.seq : step.seq <= pointed.seq);
const alongTo = (steps: readonly PastStep[], step: PastStep): number => steps.filter((each) => isAlong(each, step)).length;

interface StepProps {
  readonly step: PastStep;
  readonly count: number;
  readonly onUpTo: UndoHistoryListProps['onUpTo'];
  readonly onLeave: () => void;
  readonly onPoint: (step: PastStep | null) => void;
}

function Step({ step, count, onUpTo, onLeave, onPoint }: StepProps) {
  const { t, changeName } = useMessages();
  const { instant } = useFormats();
  const { can, kind, undone } = step;
  const label = changeName(step.label);
  const way = undone !== (kind === 'edit') ? null : (ways[kind] ?? null);
  const text = (
    <>
      <span className={styles['name']}>{label}</span>
      <span className={styles['when']}>{instant(step.at)}</span>
      <span className={styles['who']}>{step.actor}{undone && <Chip>{t('windows.undone')}</Chip>}</span>
      {can === null && way && <span className={styles['where']}>{t(way.key)}</span>}
    </>
  );
  if (can !== null) {
    const point = { onMouseEnter: () => onPoint(step), onMouseLeave: () => onPoint(null), onFocus: () => onPoint(step), onBlur: () => onPoint(null) };
    const name = t(can === 'undo' ? 'windows.undoTo' : 'windows.redoTo', { label, count });
    return <button type="button" className={styles['step']} aria-label={name} title={name} {...point} onClick={() => onUpTo(can, step.seq)}>{text}</button>;
  }
  if (way?.to) return <Link to={way.to} {...(way.tab ? { search: (previous: object) => ({ ...previous, tab: way.tab }) } : {})} className={styles['step']} onClick={onLeave}>{text}</Link>;
  return <div className={styles['step']}>{text}</div>;
}

/** Where what is not undo's is taken back. */
const ways: Partial<Record<PastStep['kind'], { readonly key: PlainMessageKey; readonly to: `/${string}` | null; readonly tab?: string }>> = {
  // Only one that was undone and cannot be done again: something else came after it.
  edit: { key: 'windows.whereEdit', to: null },
  import: { key: 'windows.whereImport', to: '/data', tab: 'batches' },
  commit: { key: 'windows.whereCommit', to: '/targets' },
  sign: { key: 'windows.whereSign', to: '/reviews' },
  reopen: { key: 'windows.whereReopen', to: '/reviews' },
  setup: { key: 'windows.whereSetup', to: null },
};
