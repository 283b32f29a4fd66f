import type { TargetTrial as Trial } from '@shared/contracts/import-run';
import { useFormats } from '@renderer/i18n/use-formats';
import { useMessages } from '@renderer/i18n/use-messages';
import { type Column, DataTable } from '@renderer/ui/data-table';
import { Panel } from '@renderer/ui/panel';
import styles from './target-trial.module.css';

type UnitYear = Trial['units'][number];

/** What an import of targets does to the plan: cells filled and changed, and each unit's year before and after, to the 分. */
export function TargetTrial({ trial }: { readonly trial: Trial }) {
  const { t } = useMessages();
  const { number, amount } = useFormats();
  const years = new Set(trial.units.map(({ fiscalYear }) => fiscalYear));
  const columns: Column<UnitYear>[] = [
    { key: 'unit', head: t('importFiles.targetUnit'), cell: ({ name, fiscalYear }) => <span title={name}>{years.size > 1 ? `${name} ${fiscalYear}` : name}</span> },
    { key: 'before', head: t('importFiles.targetBefore'), width: 128, numeric: true, cell: ({ beforeFen }) => amount(beforeFen, 'yuan') },
    { key: 'after', head: t('importFiles.targetAfter'), width: 128, numeric: true, cell: ({ afterFen }) => <b>{amount(afterFen, 'yuan')}</b> },
  ];
  return (
    <Panel title={t('importFiles.targetTrial')} note={t('importFiles.targetCells', { added: number(trial.cellsAdded), changed: number(trial.cellsChanged) })} className={styles['panel']!}>
      <DataTable label={t('importFiles.targetTrial')} columns={columns} rows={trial.units} rowKey={({ fiscalYear, name }) => `${fiscalYear}/${name}`} />
    </Panel>
  );
}
