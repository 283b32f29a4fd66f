import type { QualityReport, RepeatedLine } from '@shared/contracts/quality';
import { useFormats } from '@renderer/i18n/use-formats';
import { useMessages } from '@renderer/i18n/use-messages';
import { useDrill } from '@renderer/parts/drill-down';
import { type Column, DataTable } from '@renderer/ui/data-table';
import { linesOfDay } from './lines-of-day';
import { QualityPanel } from './quality-panel';

interface QualityRepeatsProps {
  readonly repeats: QualityReport['repeats'];
  readonly stale: boolean;
}

/** Lines that several sources seem to hold both, each opening the lines of its day; the batch that is too many is undone. */
export function QualityRepeats({ repeats: { total, listed }, stale }: QualityRepeatsProps) {
  const { t } = useMessages();
  const { number, amount, fullDay } = useFormats();
  const open = useDrill();
  const places = ({ rows }: RepeatedLine) => t('quality.places', { count: number(rows.length), list: rows.map(({ fileName, line }) => t('quality.place', { file: fileName, line })).join(t('quality.separator')) });
  const columns: Column<RepeatedLine>[] = [
    { key: 'day', head: t('quality.colDay'), width: 112, cell: ({ day }) => day },
    { key: 'customer', head: t('quality.colCustomer'), cell: ({ customer }) => <span title={customer}>{customer || '–'}</span> },
    { key: 'product', head: t('quality.colProduct'), width: 160, cell: ({ product }) => product || '–' },
    { key: 'amount', head: t('quality.colAmount'), width: 128, numeric: true, cell: ({ amountFen }) => amount(amountFen, 'yuan') },
    { key: 'place', head: t('quality.colPlace'), cell: (line) => <span title={places(line)}>{places(line)}</span> },
  ];
  return (
    <QualityPanel section="repeats" wide total={total} listed={listed.length} stale={stale} how={t('quality.how_repeats')}>
      <DataTable
        label={t('quality.section_repeats')}
        columns={columns}
        rows={listed}
        rowKey={({ rows }) => rows.map(({ fileName, line }) => `${fileName}:${line}`).join('|')}
        onOpen={({ day, customer, product }) => open(linesOfDay(day, customer, product), t('quality.openLine', { day: fullDay(day), customer: customer || t('quality.blank') }))}
      />
    </QualityPanel>
  );
}
