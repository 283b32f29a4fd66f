import type { QualityReport } from '@shared/contracts/quality';
import { assertNever } from '@shared/kernel/result';
import { Button } from '@mantine/core';
import { IconCircleCheck, IconDatabaseSearch, IconFileImport } from '@tabler/icons-react';
import { useMessages } from '@renderer/i18n/use-messages';
import { EmptyState } from '@renderer/ui/empty-state';
import { Panel } from '@renderer/ui/panel';
import { QualityDuplicates } from './quality-duplicates';
import { QualityGaps } from './quality-gaps';
import { QualityNav } from './quality-nav';
import { QualityOutliers } from './quality-outliers';
import { QualityOwners } from './quality-owners';
import { QualityRepeats } from './quality-repeats';
import { type QualitySection, qualitySections, shownSection } from './quality-sections';
import styles from './quality-tab.module.css';
import { QualityUnclassed } from './quality-unclassed';
import { QualityUnfiledCustomers, QualityUnfiledProducts } from './quality-unfiled';
import { useImportBatches } from './use-import-batches';
import { useQuality } from './use-quality';

interface QualityTabProps {
  /** Undefined = the first that found something. */
  readonly section: QualitySection | undefined;
  readonly onSection: (section: QualitySection) => void;
  readonly onImport: () => void;
  readonly onOwners: () => void;
}

/** What is to be mended in the data, each where it is settled. */
export function QualityTab({ section, onSection, onImport, onOwners }: QualityTabProps) {
  const { t } = useMessages();
  const batches = useImportBatches();
  const answer = useQuality();
  if (answer === null || batches === undefined) return <div className={styles['page']}><Panel title={t('quality.tab')} className={styles['main']!}><p className={styles['waiting']} aria-live="polite">{t('quality.checking')}…</p></Panel></div>;
  const { report, stale } = answer;
  const nothing = qualitySections.every((one) => report[one].total === 0);
  if (nothing && !batches.some(({ undoneAt }) => undoneAt === null)) {
    return (
      <div className={styles['page']}>
        <Panel title={t('quality.tab')} className={styles['main']!}>
          <EmptyState icon={IconDatabaseSearch} title={t('quality.noData')} action={<Button variant="filled" leftSection={<IconFileImport size={14} stroke={1.75} aria-hidden />} onClick={onImport}>{t('quality.toImport')}</Button>}>{t('quality.noDataText')}</EmptyState>
        </Panel>
      </div>
    );
  }
  const shown = shownSection(report, section);
  return (
    <div className={styles['page']}>
      <QualityNav report={report} shown={shown} onShow={onSection} />
      {nothing && section === undefined
        ? <Panel title={t('quality.tab')} className={styles['main']!}><EmptyState icon={IconCircleCheck} title={t('quality.nothing')}>{t('quality.nothingText')}</EmptyState></Panel>
        : <Section shown={shown} report={report} stale={stale} onImport={onImport} onOwners={onOwners} />}
    </div>
  );
}

interface SectionProps extends Pick<QualityTabProps, 'onImport' | 'onOwners'> {
  readonly shown: QualitySection;
  readonly report: QualityReport;
  readonly stale: boolean;
}

function Section({ shown, report, stale, onImport, onOwners }: SectionProps) {
  switch (shown) {
    case 'owners':
      return <QualityOwners owners={report.owners} stale={stale} onOwners={onOwners} />;
    case 'duplicates':
      return <QualityDuplicates duplicates={report.duplicates} stale={stale} />;
    case 'unclassed':
      return <QualityUnclassed report={report} stale={stale} />;
    case 'gaps':
      return <QualityGaps gaps={report.gaps} stale={stale} onImport={onImport} />;
    case 'outliers':
      return <QualityOutliers outliers={report.outliers} stale={stale} />;
    case 'repeats':
      return <QualityRepeats repeats={report.repeats} stale={stale} />;
    case 'unfiledCustomers':
      return <QualityUnfiledCustomers names={report.unfiledCustomers} stale={stale} />;
    case 'unfiledProducts':
      return <QualityUnfiledProducts names={report.unfiledProducts} stale={stale} onImport={onImport} />;
    default:
      return assertNever(shown);
  }
}
