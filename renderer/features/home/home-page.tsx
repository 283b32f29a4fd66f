import { Button } from '@mantine/core';
import { IconDatabaseImport, IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import type { Figures } from '@shared/contracts/figures';
import { useFormats } from '@renderer/i18n/use-formats';
import { useMessages } from '@renderer/i18n/use-messages';
import { PageBar } from '@renderer/ui/page-bar';
import { ActionDialog, type ActionStart } from './action-dialog';
import { ActionsPanel } from './actions-panel';
import { AllActions } from './all-actions';
import { ClosePanel } from './close-panel';
import { useHome } from './home-context';
import { MissingReviewsPanel } from './missing-reviews-panel';
import { ProgressPanel } from './progress-panel';
import { QualityPanel } from './quality-panel';
import { RiskPanel } from './risk-panel';
import { useGo } from './use-go';
import styles from './home.module.css';

/** What needs me today: how the scope stands against time, who is behind and why, what is left of the month's close. */
export function HomePage() {
  const { t } = useMessages();
  const { figures } = useHome();
  const go = useGo();
  const [started, setStarted] = useState<ActionStart | null>(null);
  const [listing, setListing] = useState(false);
  return (
    <>
      <PageBar
        title={t('home.title')}
        actions={
          <>
            <Button leftSection={<IconPlus size={14} stroke={1.75} aria-hidden />} disabled={figures === null} onClick={() => setStarted({})}>{t('home.newAction')}</Button>
            <Button leftSection={<IconDatabaseImport size={14} stroke={1.75} aria-hidden />} onClick={() => go({ to: '/data' })}>{t('home.import')}</Button>
          </>
        }
      >
        {figures && <Today figures={figures} />}
      </PageBar>
      {figures && (
        <div className={styles['page']}>
          <div className={styles['main']}>
            <ProgressPanel figures={figures} />
            <RiskPanel figures={figures} onStartAction={setStarted} />
            <QualityPanel />
          </div>
          <div className={styles['side']}>
            <ClosePanel figures={figures} />
            <ActionsPanel figures={figures} onStart={setStarted} onListAll={() => setListing(true)} />
            <MissingReviewsPanel />
          </div>
        </div>
      )}
      {figures && <AllActions opened={listing} figures={figures} onClose={() => setListing(false)} onStart={setStarted} />}
      {started && figures && <ActionDialog start={started} figures={figures} onClose={() => setStarted(null)} />}
    </>
  );
}

/** The day, how far the period is, and how fresh the data are. */
function Today({ figures }: { readonly figures: Figures }) {
  const { t } = useMessages();
  const { day, weekday, period, number, instant } = useFormats();
  const { findings } = useHome();
  const { time, today } = figures;
  const inWords = { period: period(figures.period.key), elapsed: number(time.elapsed), days: number(time.workingDays) };
  const fresh = findings && (findings.lastImportedAt === null ? t('home.noImports') : t('home.dataOf', { when: instant(findings.lastImportedAt) }));
  return (
    <p className={styles['today']}>
      <b>{day(today)} {weekday(today)}</b>
      <span>{figures.partial ? t('home.runningDay', inWords) : t('home.ended', inWords)}</span>
      {fresh !== null && <span>{fresh}</span>}
    </p>
  );
}
