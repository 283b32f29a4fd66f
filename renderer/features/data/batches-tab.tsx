import { hasAmounts } from '@shared/contracts/drill';
import type { ImportBatch } from '@shared/records/import-batch';
import { isFactObject } from '@shared/records/import-object';
import { ActionIcon, Button } from '@mantine/core';
import { IconArrowBackUp, IconCircleCheck, IconCircleOff, IconDownload, IconFileImport, IconFileX, IconStack2 } from '@tabler/icons-react';
import { useState } from 'react';
import { useFormats } from '@renderer/i18n/use-formats';
import { useMessages } from '@renderer/i18n/use-messages';
import { useDrill } from '@renderer/parts/drill-down';
import { useTask } from '@renderer/parts/use-task';
import { useLedger } from '@renderer/parts/workspace-context';
import { type Column, DataTable } from '@renderer/ui/data-table';
import { EmptyState } from '@renderer/ui/empty-state';
import { Panel } from '@renderer/ui/panel';
import { exportBatchRejected, saveBatchSource } from './batch-files';
import { batchDrill } from './batch-drill';
import { ScrollBox } from './scroll-box';
import styles from './batches-tab.module.css';
import { sourceName } from './source-name';
import { UndoBatchDialog } from './undo-batch-dialog';
import { useImportBatches } from './use-import-batches';

/** Every import of this workspace, standing or undone; each can be taken back as a whole, in any order. */
export function BatchesTab({ onImport, onUndone }: { readonly onImport: () => void; readonly onUndone: () => void }) {
  const { t } = useMessages();
  const batches = useImportBatches();
  const [asked, setAsked] = useState<ImportBatch | null>(null);
  if (batches === undefined) return null;
  const empty = (
    <EmptyState icon={IconStack2} title={t('imports.batchesEmpty')} action={<Button variant="filled" leftSection={<IconFileImport size={14} stroke={1.75} aria-hidden />} onClick={onImport}>{t('imports.batchesGo')}</Button>}>
      {t('imports.batchesEmptyText')}
    </EmptyState>
  );
  return (
    <div className={styles['page']}>
      <Panel title={t('imports.batches')} note={t('imports.batchesCount', { count: batches.length })} className={styles['panel']!}>
        {batches.length === 0 ? empty : <BatchTable batches={batches} onUndo={setAsked} />}
      </Panel>
      <UndoBatchDialog batch={asked} onClose={() => setAsked(null)} onUndone={onUndone} />
    </div>
  );
}

function BatchTable({ batches, onUndo }: { readonly batches: ImportBatch[]; readonly onUndo: (batch: ImportBatch) => void }) {
  const { t } = useMessages();
  const { number, amount, month, instant } = useFormats();
  const count = (key: 'added' | 'changed' | 'unchanged' | 'rejected'): Column<ImportBatch> => ({ key, head: t(`imports.${key}`), width: key === 'unchanged' ? 76 : 62, numeric: true, cell: (batch) => number(batch[key]) });
  const span = ({ months }: ImportBatch) => {
    if (months.length === 0) return '–';
    return months.length === 1 ? month(months[0]!) : `${month(months[0]!)} – ${month(months.at(-1)!)}`;
  };
  const columns: Column<ImportBatch>[] = [
    { key: 'file', head: t('imports.colBatchFile'), cell: ({ fileName }) => <span className={styles['two']} title={fileName}>{fileName}</span> },
    { key: 'object', head: t('imports.colObject'), width: 120, cell: (batch) => <BatchObject batch={batch} /> },
    count('added'),
    count('changed'),
    count('unchanged'),
    count('rejected'),
    { key: 'booked', head: t('imports.colBooked'), width: 116, numeric: true, cell: ({ bookedFen, object }) => (isBooked(object) ? amount(bookedFen, 'yuan') : '–') },
    { key: 'months', head: t('imports.colMonths'), width: 152, cell: span },
    { key: 'when', head: t('imports.colWhen'), width: 104, cell: ({ importedAt }) => instant(importedAt) },
    { key: 'state', head: t('imports.colState'), width: 76, cell: (batch) => <BatchState batch={batch} /> },
    { key: 'actions', head: <span className={styles['hidden']}>{t('imports.colActions')}</span>, width: 224, cell: (batch) => <BatchActions batch={batch} onUndo={() => onUndo(batch)} /> },
  ];
  return (
    <ScrollBox label={t('imports.batches')} className={styles['table']!}>
      <DataTable label={t('imports.batches')} columns={columns} rows={batches} rowKey={({ id }) => id} tall />
    </ScrollBox>
  );
}

const isBooked = (object: ImportBatch['object']): boolean => isFactObject(object) && hasAmounts(object);

function BatchObject({ batch: { object, source } }: { readonly batch: ImportBatch }) {
  const { t } = useMessages();
  const text = [t(`imports.kind_${object}`), sourceName(t, source)].join(t('imports.separator'));
  return <span className={styles['two']} title={text}>{text}</span>;
}

function BatchState({ batch: { undoneAt } }: { readonly batch: ImportBatch }) {
  const { t } = useMessages();
  const { instant } = useFormats();
  const undone = undoneAt !== null;
  const StateIcon = undone ? IconCircleOff : IconCircleCheck;
  return (
    <span className={styles['state']} data-undone={undone || undefined} title={undone ? t('imports.stateUndone', { when: instant(undoneAt) }) : undefined}>
      <StateIcon size={14} stroke={1.75} aria-hidden />
      {undone ? t('imports.stateUndoneShort') : t('imports.stateStanding')}
    </span>
  );
}

function BatchActions({ batch, onUndo }: { readonly batch: ImportBatch; readonly onUndo: () => void }) {
  const { t } = useMessages();
  const openDrill = useDrill();
  const ledger = useLedger();
  const { running, run } = useTask();
  const drill = batchDrill(batch);
  const { fileName } = batch;
  return (
    <span className={styles['actions']}>
      {drill && <Button className={styles['small']} aria-label={t('imports.openRowsOf', { name: batch.fileName })} onClick={() => openDrill(drill, t('imports.drillTitle', { name: batch.fileName }))}>{t('imports.openRows')}</Button>}
      {batch.rejected > 0 && (
        <ActionIcon size={24} loading={running === 'rejected'} aria-label={t('importFiles.exportRejectedOf', { name: fileName })} title={t('importFiles.exportRejected')} onClick={() => run('rejected', () => exportBatchRejected(t, ledger, batch))}>
          <IconFileX size={14} stroke={1.75} aria-hidden />
        </ActionIcon>
      )}
      <ActionIcon size={24} loading={running === 'source'} aria-label={t('importFiles.saveSourceOf', { name: fileName })} title={t('importFiles.saveSource')} onClick={() => run('source', () => saveBatchSource(t, batch))}>
        <IconDownload size={14} stroke={1.75} aria-hidden />
      </ActionIcon>
      {batch.undoneAt === null && (
        <Button className={styles['small']} leftSection={<IconArrowBackUp size={14} stroke={1.75} aria-hidden />} aria-label={t('imports.undoBatch', { name: batch.fileName })} onClick={onUndo}>{t('imports.undo')}</Button>
      )}
    </span>
  );
}
