import type { Outlier, QualityReport } from '@shared/contracts/quality';
import { day } from '@shared/kernel/day';
import { useFormats } from '@renderer/i18n/use-formats';
import { useMessages } from '@renderer/i18n/use-messages';
import { useDrill } from '@renderer/parts/drill-down';
import { type Column, DataTable } from '@renderer/ui/data-table';
import { linesOfDay } from './lines-of-day';
import { QualityPanel } from './quality-panel';

/** Order lines that stand out, each opening the lines of its day, customer and product. */
export function QualityOutliers({ outliers: { total, listed }, stale }: { readonly outliers: QualityReport['outliers']; readonly stale: boolean }) {
  const { t } = useMessages();
  const { amount, money, fullDay } = useFormats();
  const open = useDrill();
  const found = ({ kind, usualFen }: Outlier) => (kind === 'amount' ? t('quality.outlier_amount', { usual: money(usualFen) }) : t(`quality.outlier_${kind}`));
  const columns: Column<Outlier>[] = [
    { key: 'found', head: t('quality.colFound'), width: 232, cell: (outlier) => <span title={found(outlier)}>{found(outlier)}</span> },
    { key: 'day', head: t('quality.colDay'), width: 112, cell: ({ row }) => row.day },
    { key: 'customer', head: t('quality.colCustomer'), cell: ({ row }) => <span title={row.customer}>{row.customer || '–'}</span> },
    { key: 'product', head: t('quality.colProduct'), cell: ({ row }) => <span title={row.product}>{row.product || '–'}</span> },
    { key: 'amount', head: t('quality.colAmount'), width: 128, numeric: true, cell: ({ row }) => amount(row.amountFen, 'yuan') },
    { key: 'place', head: t('quality.colPlace'), width: 200, cell: ({ row }) => <Place file={row.fileName} line={row.line} /> },
  ];
  return (
    <QualityPanel section="outliers" wide total={total} listed={listed.length} stale={stale} how={t('quality.how_outliers')}>
      <DataTable
        label={t('quality.section_outliers')}
        columns={columns}
        rows={listed}
        rowKey={({ row }) => `${row.fileName}:${row.line}:${row.number}`}
        onOpen={({ row }) => open(linesOfDay(day(row.day), row.customer, row.product), t('quality.openLine', { day: fullDay(day(row.day)), customer: row.customer || t('quality.blank') }))}
      />
    </QualityPanel>
  );
}

function Place({ file, line }: { readonly file: string; readonly line: number }) {
  const { t } = useMessages();
  const text = t('quality.place', { file, line });
  return <span title={text}>{text}</span>;
}
