import { useLiveQuery } from 'dexie-react-hooks';
import type { PackExport } from '@shared/records/pack-export';
import { useFormats } from '@renderer/i18n/use-formats';
import { useMessages } from '@renderer/i18n/use-messages';
import { useWorkspace } from '@renderer/parts/workspace-context';
import { type Column, DataTable } from '@renderer/ui/data-table';
import { Panel } from '@renderer/ui/panel';

/** Every pack that was written to a file, the latest first: what was in it, and what it was called. */
export function PackHistory() {
  const { t } = useMessages();
  const { instant, period, number } = useFormats();
  const { db } = useWorkspace();
  const packs = useLiveQuery(async () => (await db.packExports.toArray()).sort((a, b) => (a.exportedAt > b.exportedAt ? -1 : 1)), [db]);
  if (packs === undefined || packs.length === 0) return null;
  const columns: Column<PackExport>[] = [
    { key: 'when', head: t('packs.exportedAt'), width: 120, cell: ({ exportedAt }) => instant(exportedAt) },
    { key: 'pack', head: t('packs.reviewPack'), cell: (pack) => `${pack.scopeName} ${period(pack.period)}` },
    { key: 'state', head: t('packs.state'), width: 112, cell: ({ drafts }) => (drafts === 0 ? t('packs.stateFinal') : t('packs.stateDraft', { open: number(drafts) })) },
    { key: 'pages', head: t('packs.pageCount'), numeric: true, width: 64, cell: ({ pages }) => number(pages) },
    { key: 'language', head: t('packs.language'), width: 72, cell: ({ language }) => t(language === 'en' ? 'packs.language_en' : 'packs.language_zh') },
    { key: 'file', head: t('packs.file'), cell: ({ fileName }) => <span title={fileName}>{fileName}</span> },
  ];
  return (
    <Panel title={t('packs.history')} note={t('packs.historyNote', { count: packs.length })}>
      <DataTable label={t('packs.history')} columns={columns} rows={packs} rowKey={({ id }) => id} />
    </Panel>
  );
}
