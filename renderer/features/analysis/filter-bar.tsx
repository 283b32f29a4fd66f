import { Button } from '@mantine/core';
import { IconClock, IconFilterOff } from '@tabler/icons-react';
import type { Analysis } from '@shared/contracts/analysis';
import { NO_FILTERS, factDimensions, isFiltered } from '@shared/contracts/fact-filters';
import { useMessages } from '@renderer/i18n/use-messages';
import { Chip } from '@renderer/ui/chip';
import { SegmentedTabs } from '@renderer/ui/segmented-tabs';
import type { AnalysisSetup } from './analysis-address';
import { FilterPick } from './filter-pick';
import { useComparedDays } from './use-compared-days';
import styles from './filter-bar.module.css';

interface FilterBarProps {
  readonly analysis: Analysis;
  readonly setup: AnalysisSetup;
  readonly onChange: (fields: Partial<AnalysisSetup>) => void;
}

/** What counts, and what growth is measured against. A dimension that facts say nothing of is not offered. */
export function FilterBar({ analysis, setup, onChange }: FilterBarProps) {
  const { t } = useMessages();
  const compared = useComparedDays(analysis, setup.against);
  const { filters } = setup;
  const offered = factDimensions.filter((dimension) => analysis.offered[dimension].length > 1 || filters[dimension].length > 0);
  return (
    <section className={styles['bar']} aria-label={t('analysis.filters')}>
      <SegmentedTabs label={t('analysis.against')} value={setup.against} onChange={(against) => onChange({ against })} options={[{ value: 'lastYear', label: t('analysis.against_lastYear') }, { value: 'previous', label: t('analysis.against_previous') }]} />
      {offered.map((dimension) => (
        <FilterPick key={dimension} dimension={dimension} offered={analysis.offered[dimension]} picked={filters[dimension]} onPick={(values) => onChange({ filters: { ...filters, [dimension]: values } })} />
      ))}
      {isFiltered(filters) && <Button variant="subtle" leftSection={<IconFilterOff size={14} stroke={1.75} aria-hidden />} onClick={() => onChange({ filters: NO_FILTERS })}>{t('analysis.clearFilters')}</Button>}
      <span className={styles['grow']} />
      {compared !== null && (analysis.comparison.basis === 'whole' ? <span className={styles['compared']}>{compared}</span> : <Chip tone="risk" icon={<IconClock size={12} stroke={2.25} aria-hidden />}>{compared}</Chip>)}
    </section>
  );
}
