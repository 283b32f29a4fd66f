import { Button } from '@mantine/core';
import { IconFileImport, IconHistory } from '@tabler/icons-react';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useMemo } from 'react';
import { z } from 'zod';
import type { OwnerRows } from '@renderer/ledger/ledger-api';
import { useFormats } from '@renderer/i18n/use-formats';
import { useMessages } from '@renderer/i18n/use-messages';
import { useDroppedFiles } from '@renderer/parts/dropped-files';
import { useAsked } from '@renderer/parts/use-asked';
import { PageBar } from '@renderer/ui/page-bar';
import { SegmentedTabs } from '@renderer/ui/segmented-tabs';
import { BatchesTab } from './batches-tab';
import { type ImportFlow, isCommitting } from './import-flow';
import { ImportTab } from './import-tab';
import { OwnersTab } from './owners-tab';
import { qualitySections } from './quality-sections';
import { QualityTab } from './quality-tab';
import { SourcesTab } from './sources-tab';
import { useImportBatches } from './use-import-batches';
import { useUnreadNotice } from './use-unread-notice';
import { useImportFlow } from './use-import-flow';

const tabSchema = z.enum(['import', 'batches', 'owners', 'sources', 'quality']);
type Tab = z.infer<typeof tabSchema>;
const placeOfTab = z.object({ tab: tabSchema.catch('import').default('import'), section: z.enum(qualitySections).optional().catch(undefined), source: z.string().catch('').default('') });

/** Import, the batches it made, and who the owners in the sources are. The draft of an import lives here, above the tabs. */
export function DataPage() {
  const { t } = useMessages();
  const navigate = useNavigate();
  const { tab, section, source } = placeOfTab.parse(useSearch({ strict: false }));
  const { flow, actions } = useImportFlow(useUnreadNotice());
  useAsked('choose', tab === 'import' && !isCommitting(flow) ? actions.choose : null);
  const pending = useMemo(() => pendingOwners(flow), [flow]);
  useDroppedFiles(tab === 'import' && !isCommitting(flow), actions.take);
  const show = (next: Tab) => void navigate({ to: '.', search: (previous: object) => ({ ...previous, tab: next === 'import' ? undefined : next }) });

  return (
    <>
      <PageBar
        title={t('imports.title')}
        actions={
          <>
            <LastImport onOpen={() => show('batches')} />
            {tab === 'import' && flow.files.length > 0 && (
              <Button leftSection={<IconFileImport size={14} stroke={1.75} aria-hidden />} disabled={isCommitting(flow)} onClick={actions.choose}>{t('imports.chooseMore')}</Button>
            )}
          </>
        }
      >
        <SegmentedTabs<Tab>
          label={t('imports.tabsLabel')}
          value={tab}
          options={[{ value: 'import', label: t('imports.tabImport') }, { value: 'batches', label: t('imports.tabBatches') }, { value: 'owners', label: t('imports.tabOwners') }, { value: 'sources', label: t('sources.tab') }, { value: 'quality', label: t('quality.tab') }]}
          onChange={show}
        />
      </PageBar>
      {tab === 'import' && <ImportTab flow={flow} actions={actions} onOwners={() => show('owners')} onBatches={() => show('batches')} onAttainment={() => void navigate({ to: '/targets' })} />}
      {tab === 'batches' && <BatchesTab onImport={() => show('import')} onUndone={actions.recheck} />}
      {tab === 'owners' && <OwnersTab pending={pending} onImport={() => show('import')} onDecided={actions.recheck} />}
      {tab === 'quality' && <QualityTab section={section} onSection={(next) => void navigate({ to: '.', search: (previous: object) => ({ ...previous, section: next }) })} onImport={() => show('import')} onOwners={() => show('owners')} />}
      {tab === 'sources' && <SourcesTab picked={source} onPick={(name) => void navigate({ to: '.', search: (previous: object) => ({ ...previous, source: name }) })} onChanged={actions.lookAgain} />}
    </>
  );
}

function LastImport({ onOpen }: { readonly onOpen: () => void }) {
  const { t } = useMessages();
  const { instant } = useFormats();
  const last = useImportBatches()?.[0];
  if (last === undefined) return null;
  return <Button leftSection={<IconHistory size={14} stroke={1.75} aria-hidden />} onClick={onOpen}>{t('imports.lastImport', { date: instant(last.importedAt) })}</Button>;
}

/** Owners of files in hand that nobody answers to: they can be decided before the file is imported. */
function pendingOwners({ files }: ImportFlow): OwnerRows[] {
  return files.flatMap(({ state }) => {
    if (state.at !== 'mapped' || state.lastDryRun === null) return [];
    const { source } = state.mapping;
    return state.lastDryRun.unmatchedOwners.map(({ ownerKey, ownerName, rows }) => ({ source, ownerKey, ownerName, rows }));
  });
}
