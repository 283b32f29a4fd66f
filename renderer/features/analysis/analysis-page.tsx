import { IconChartBar, IconClock, IconHandClick } from '@tabler/icons-react';
import type { Figures } from '@shared/contracts/figures';
import { useFormats } from '@renderer/i18n/use-formats';
import { useMessages } from '@renderer/i18n/use-messages';
import { GoToDataButton } from '@renderer/parts/go-to-data-button';
import { useFigures } from '@renderer/parts/use-figures';
import { Chip } from '@renderer/ui/chip';
import { EmptyState } from '@renderer/ui/empty-state';
import { PageBar } from '@renderer/ui/page-bar';
import { PanelPage } from '@renderer/ui/panel-page';
import { FunnelPanel } from './funnel-panel';
import { HeadlineFigures } from './headline-figures';
import { ParetoPanel } from './pareto-panel';
import { RankingPanel } from './ranking-panel';
import { TrendPanel } from './trend-panel';
import styles from './analysis.module.css';

/** The period at a glance: headline figures, trend, funnel, ranking and customer concentration; every mark opens its rows. */
export function AnalysisPage() {
  const { t } = useMessages();
  const { period } = useFormats();
  const { figures } = useFigures();
  return (
    <>
      <PageBar
        title={t('analysis.title')}
        actions={figures && hasFacts(figures) && <span className={styles['hint']}><IconHandClick size={14} stroke={1.75} aria-hidden />{t('analysis.hint')}</span>}
      >
        {figures?.partial && <Chip tone="risk" icon={<IconClock size={12} stroke={2.25} aria-hidden />}>{t('analysis.partial', { period: period(figures.period.key) })}</Chip>}
      </PageBar>
      {figures && (hasFacts(figures) ? <AnalysisBody figures={figures} /> : <NothingYet />)}
    </>
  );
}

const hasFacts = (figures: Figures) => figures.data.firstMonth !== null || figures.counts.opportunities > 0;

function AnalysisBody({ figures }: { readonly figures: Figures }) {
  return (
    <PanelPage>
      <HeadlineFigures figures={figures} />
      <div className={styles['upper']}>
        <TrendPanel figures={figures} />
        <FunnelPanel figures={figures} />
      </div>
      <div className={styles['lower']}>
        <ParetoPanel figures={figures} />
        <RankingPanel figures={figures} />
      </div>
    </PanelPage>
  );
}

function NothingYet() {
  const { t } = useMessages();
  return (
    <EmptyState
      icon={IconChartBar}
      title={t('analysis.noData')}
      action={<GoToDataButton>{t('analysis.importData')}</GoToDataButton>}
    >
      {t('analysis.noDataNext')}
    </EmptyState>
  );
}
