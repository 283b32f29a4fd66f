import { IconCircleCheck, IconInfoCircle } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useFormats } from '@renderer/i18n/use-formats';
import { useMessages } from '@renderer/i18n/use-messages';
import { Panel } from '@renderer/ui/panel';
import type { QualitySection } from './quality-sections';
import styles from './quality-panel.module.css';
import { ScrollBox } from './scroll-box';

interface QualityPanelProps {
  readonly section: QualitySection;
  readonly total: number;
  readonly listed: number;
  readonly stale: boolean;
  /** Its table has many columns. */
  readonly wide?: boolean;
  /** How it is found, in words. */
  readonly how: string;
  readonly actions?: ReactNode;
  /** Shown instead of the list where it holds nothing. */
  readonly children: ReactNode;
}

/** One check: what it found, the repairs in its head, and how it is found in its foot. */
export function QualityPanel({ section, total, listed, stale, wide = false, how, actions, children }: QualityPanelProps) {
  const { t } = useMessages();
  const { number } = useFormats();
  const title = t(`quality.section_${section}`);
  return (
    <Panel
      title={title}
      note={listed < total ? t('quality.countedListed', { count: number(total), listed: number(listed) }) : t('quality.counted', { count: number(total) })}
      className={styles['panel']!}
      actions={actions}
      foot={<p className={styles['how']}><IconInfoCircle size={14} stroke={1.75} aria-hidden /><span>{how}</span></p>}
    >
      <ScrollBox label={title} className={wide ? `${styles['list']} ${styles['wide']}` : styles['list']!} stale={stale}>
        {total === 0 ? <p className={styles['none']}><IconCircleCheck size={16} stroke={1.75} aria-hidden />{t('quality.none')}</p> : children}
      </ScrollBox>
    </Panel>
  );
}
