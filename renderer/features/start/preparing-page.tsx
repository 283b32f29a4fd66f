import { Progress } from '@mantine/core';
import { useFormats } from '@renderer/i18n/use-formats';
import { useMessages } from '@renderer/i18n/use-messages';
import styles from './start-page.module.css';

interface PreparingPageProps {
  /** What is being done now. */
  readonly step: string;
  readonly done: number;
  readonly total: number;
}

/** The sample filling itself: which step, how far. */
export function PreparingPage({ step, done, total }: PreparingPageProps) {
  const { t } = useMessages();
  const { percent } = useFormats();
  const share = total === 0 ? 0 : done / total;
  return (
    <main className={styles['page']}>
      <div className={styles['preparing']}>
        <h1>{t('start.sampleInstalling')}</h1>
        <Progress value={share * 100} aria-label={t('start.sampleInstalling')} />
        <output>{step} · {percent(share, 0)}</output>
      </div>
    </main>
  );
}
