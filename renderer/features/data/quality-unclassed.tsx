import type { QualityReport, UnclassedCustomer } from '@shared/contracts/quality';
import { setCustomerClass } from '@renderer/data/customer-files';
import { useFormats } from '@renderer/i18n/use-formats';
import { useMessages } from '@renderer/i18n/use-messages';
import { useWorkspace } from '@renderer/parts/workspace-context';
import { type Column, DataTable } from '@renderer/ui/data-table';
import { ClassField } from './class-field';
import { PickAll } from './pick-all';
import { PickBox } from './pick-box';
import { QualityPanel } from './quality-panel';
import styles from './quality-unclassed.module.css';
import { usePicks } from './use-picks';

interface QualityUnclassedProps {
  readonly report: QualityReport;
  readonly stale: boolean;
}

/** Customers whose file has no class, the largest first; one at a time or many at once. */
export function QualityUnclassed({ report, stale }: QualityUnclassedProps) {
  const { t } = useMessages();
  const { amount, month } = useFormats();
  const workspace = useWorkspace();
  const { unclassed: { total, listed }, classes, classedBy } = report;
  const ids = listed.map(({ id }) => id);
  const picks = usePicks(ids);
  const setClass = (chosen: readonly string[], own: string) => void setCustomerClass(workspace, chosen, own);
  const columns: Column<UnclassedCustomer>[] = [
    { key: 'pick', head: <PickAll ids={ids} picks={picks} />, width: 44, cell: ({ id, name }) => <PickBox name={name} picked={picks.has(id)} onPick={(on) => picks.set(id, on)} /> },
    { key: 'name', head: t('quality.colCustomer'), cell: ({ name }) => <span title={name}>{name}</span> },
    { key: 'net', head: t('quality.colNet'), width: 160, numeric: true, cell: ({ netFen }) => amount(netFen, 'yuan') },
    { key: 'class', head: t('quality.colClass'), width: 200, cell: ({ id, name }) => <ClassField label={t('quality.classOf', { name })} classes={classes} onChoose={(own) => setClass([id], own)} /> },
  ];
  const actions = picks.picked.length > 0 && (
    <div className={styles['many']}>
      <span>{t('quality.picked', { count: picks.picked.length })}</span>
      <ClassField label={t('quality.classOfPicked')} hint={t('quality.classHint')} classes={classes} onChoose={(own) => setClass(picks.picked, own)} />
    </div>
  );
  const how = classedBy === null ? t('quality.how_unclassedNoOrders') : t('quality.how_unclassed', { from: month(classedBy.from), to: month(classedBy.to) });
  return (
    <QualityPanel section="unclassed" total={total} listed={listed.length} stale={stale} how={how} actions={actions}>
      <DataTable label={t('quality.section_unclassed')} columns={columns} rows={listed} rowKey={({ id }) => id} tall />
    </QualityPanel>
  );
}
