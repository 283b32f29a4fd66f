import type { MonthGap, QualityReport } from '@shared/contracts/quality';
import { useFormats } from '@renderer/i18n/use-formats';
import { useMessages } from '@renderer/i18n/use-messages';
import { type Column, DataTable } from '@renderer/ui/data-table';
import { HeadLink } from './head-link';
import { QualityPanel } from './quality-panel';
import { sourceName } from './source-name';

interface QualityGapsProps {
  readonly gaps: QualityReport['gaps'];
  readonly stale: boolean;
  readonly onImport: () => void;
}

/** Months that lack rows: what is missing is imported. */
export function QualityGaps({ gaps: { total, listed }, stale, onImport }: QualityGapsProps) {
  const { t } = useMessages();
  const { number, month } = useFormats();
  const found = ({ kind, rows, usual }: MonthGap) => (kind === 'empty' ? t('quality.gapEmpty') : t('quality.gapFew', { rows: number(rows), usual: number(usual) }));
  const columns: Column<MonthGap>[] = [
    { key: 'months', head: t('quality.colMonths'), width: 220, cell: ({ from, to }) => (from === to ? month(from) : `${month(from)} – ${month(to)}`) },
    { key: 'source', head: t('quality.colSource'), width: 160, cell: ({ source }) => sourceName(t, source) },
    { key: 'object', head: t('quality.colObject'), width: 120, cell: ({ object }) => t(`imports.object_${object}`) },
    { key: 'found', head: t('quality.colFound'), cell: found },
    { key: 'repair', head: t('quality.colRepair'), width: 112, cell: () => <HeadLink onClick={onImport}>{t('quality.toImport')}</HeadLink> },
  ];
  return (
    <QualityPanel section="gaps" total={total} listed={listed.length} stale={stale} how={t('quality.how_gaps')}>
      <DataTable label={t('quality.section_gaps')} columns={columns} rows={listed} rowKey={({ object, source, kind, from }) => `${object}:${source}:${kind}:${from}`} />
    </QualityPanel>
  );
}
