import { IconChartBar, IconClock, IconHandClick } from '@tabler/icons-react';
import type { Analysis } from '@shared/contracts/analysis';
import { factDimensions, isFiltered } from '@shared/contracts/fact-filters';
import type { Figures } from '@shared/contracts/figures';
import { useFormats } from '@renderer/i18n/use-formats';
import { useMessages } from '@renderer/i18n/use-messages';
import { GoToDataButton } from '@renderer/parts/go-to-data-button';
import { useFigures } from '@renderer/parts/use-figures';
import { Chip } from '@renderer/ui/chip';
import { EmptyState } from '@renderer/ui/empty-state';
import { PageBar } from '@renderer/ui/page-bar';
import { PanelPage } from '@renderer/ui/panel-page';
import type { AnalysisSetup } from './analysis-address';
import { FilterBar } from './filter-bar';
import { FunnelPanel } from './funnel-panel';
import { HeadlineStrip } from './headline-strip';
import { MixPanel } from './mix-panel';
import { ParetoPanel } from './pareto-panel';
import { RankingPanel } from './ranking-panel';
import { TrendPanel } from './trend-panel';
import { useAnalysis } from './use-analysis';
import { useAnalysisSetup } from './use-analysis-setup';
import { ViewsMenu } from './views-menu';
import styles from './analysis.module.css';

/** The period at a glance under filters: figures with their growth, trend, funnel, concentration, mix and ranking; every mark opens its rows. */
export function AnalysisPage() {
  const { t } = useMessages();
  const { period } = useFormats();
  const { figures } = useFigures();
  const { setup, change, open } = useAnalysisSetup();
  const { analysis, stale } = useAnalysis(setup.filters);
  const filled = figures !== null && hasFacts(figures);
  return (
    <>
      <PageBar
        title={t('analysis.title')}
        actions={
          filled && (
            <>
              <span className={styles['hint']}><IconHandClick size={14} stroke={1.75} aria-hidden />{t('analysis.hint')}</span>
              <ViewsMenu setup={setup} onOpen={open} />
            </>
          )
        }
      >
        {figures?.partial && <Chip tone="risk" icon={<IconClock size={12} stroke={2.25} aria-hidden />}>{t('analysis.partial', { period: period(figures.period.key) })}</Chip>}
      </PageBar>
      {figures && !filled && <NothingYet />}
      {filled && analysis && <AnalysisBody analysis={analysis} stale={stale} setup={setup} onChange={change} />}
    </>
  );
}

const hasFacts = (figures: Figures) => figures.data.firstMonth !== null || figures.counts.opportunities > 0;

interface AnalysisBodyProps {
  readonly analysis: Analysis;
  readonly stale: boolean;
  readonly setup: AnalysisSetup;
  readonly onChange: (fields: Partial<AnalysisSetup>) => void;
}

function AnalysisBody({ analysis, stale, setup, onChange }: AnalysisBodyProps) {
  const { t } = useMessages();
  const hasMix = factDimensions.some((dimension) => analysis.offered[dimension].length > 0);
  return (
    <div className={styles['body']} aria-busy={stale} data-testid="analysis">
      <FilterBar analysis={analysis} setup={setup} onChange={onChange} />
      <PanelPage>
        <HeadlineStrip analysis={analysis} against={setup.against} />
        <div className={styles['upper']}>
          <TrendPanel analysis={analysis} />
          <div className={styles['funnel']}>
            {isFiltered(analysis.filters) && <p className={styles['whole']}>{t('analysis.funnelWhole')}</p>}
            <FunnelPanel figures={analysis.figures} />
          </div>
        </div>
        <div className={hasMix ? styles['lower'] : styles['row']}>
          <ParetoPanel analysis={analysis} />
          {hasMix && <MixPanel analysis={analysis} picked={setup.mix} onPick={(mix) => onChange({ mix })} />}
        </div>
        <div className={styles['row']}><RankingPanel analysis={analysis} setup={setup} onChange={onChange} /></div>
      </PanelPage>
    </div>
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
