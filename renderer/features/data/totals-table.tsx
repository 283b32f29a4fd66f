import { importFieldSchema } from '@shared/contracts/import-run';
import type { ColumnTotal } from '@shared/records/import-batch';
import { useMessages } from '@renderer/i18n/use-messages';
import { type Column, DataTable } from '@renderer/ui/data-table';
import { exactDecimal } from './exact-decimal';
import { totalDifference } from './total-difference';
import styles from './totals-table.module.css';

/** Exact totals of every number column: what the file holds, what is booked, and the difference. Quantities carry no unit. */
export function TotalsTable({ totals, booked }: { readonly totals: readonly ColumnTotal[]; readonly booked: boolean }) {
  const { t } = useMessages();
  const columns: Column<ColumnTotal>[] = [
    { key: 'field', head: `${t('imports.totalsMoney')} ${t('imports.unitYuan')}`, width: 108, cell: (total) => <FieldName total={total} /> },
    { key: 'source', head: t('imports.totalSource'), numeric: true, cell: (total) => exactDecimal(totalDifference(total).source, placesOf(total)) },
    { key: 'booked', head: t(booked ? 'imports.totalBookedDone' : 'imports.totalBooked'), numeric: true, cell: (total) => <b>{exactDecimal(totalDifference(total).booked, placesOf(total))}</b> },
    { key: 'difference', head: t('imports.totalDifference'), width: 108, numeric: true, cell: (total) => <Difference total={total} /> },
  ];
  return (
    <div className={styles['totals']}>
      <DataTable label={t('imports.totalsMoney')} columns={columns} rows={totals} rowKey={({ column }) => column} />
    </div>
  );
}

/** A total in a foreign currency (`amount USD`) is money as well. */
const placesOf = ({ unit, field }: ColumnTotal): number => (unit === 'money' || field.includes(' ') ? 2 : 0);

function FieldName({ total: { field, column } }: { readonly total: ColumnTotal }) {
  const { t } = useMessages();
  const [name, currency] = field.split(' ');
  const known = importFieldSchema.safeParse(name);
  const label = known.success ? t(`imports.field_${known.data}`) : field;
  return <span title={column}>{currency === undefined ? label : `${label} ${currency}`}</span>;
}

function Difference({ total }: { readonly total: ColumnTotal }) {
  const { difference } = totalDifference(total);
  return <span className={styles['difference']} data-open={difference !== 0n || undefined}>{exactDecimal(difference, placesOf(total))}</span>;
}
