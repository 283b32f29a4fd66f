import type { PaceStatus } from '@shared/contracts/figures';
import { VisuallyHidden } from '@mantine/core';
import { useFormats } from '@renderer/i18n/use-formats';
import { useMessages } from '@renderer/i18n/use-messages';
import { paceLook } from './pace-look';
import styles from './pace-bar.module.css';

interface PaceBarProps {
  /** Attainment as a fraction; null draws the empty track. Beyond 1 the bar is full: the figure beside it tells how far. */
  readonly done: number | null;
  /** Time progress as a fraction, the tick; null = no tick. */
  readonly time: number | null;
  readonly status: PaceStatus | null;
  /** 4 px instead of 8, for lists and the tree. */
  readonly thin?: boolean;
}

const percentOf = (fraction: number) => `${Math.min(1, Math.max(0, fraction)) * 100}%`;

/** 完成进度 against 时间进度: a bar from 0 to 100 % of the target with a tick where time stands. */
export function PaceBar({ done, time, status, thin = false }: PaceBarProps) {
  const { t } = useMessages();
  const { percent } = useFormats();
  const label = time === null ? t('ui.paceLabelNoTime', { done: percent(done) }) : t('ui.paceLabel', { done: percent(done), time: percent(time) });
  return (
    <div className={styles['bar']} data-thin={thin || undefined} data-tone={status === null ? undefined : paceLook[status].tone}>
      <VisuallyHidden>{label}</VisuallyHidden>
      {done !== null && <i style={{ width: percentOf(done) }} />}
      {time !== null && <u style={{ left: percentOf(time) }} />}
    </div>
  );
}
