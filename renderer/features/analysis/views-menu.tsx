import { Button, Menu } from '@mantine/core';
import { IconBookmark, IconCheck, IconDeviceFloppy, IconPencil, IconTrash } from '@tabler/icons-react';
import { useLiveQuery } from 'dexie-react-hooks';
import { useState } from 'react';
import { sameJson } from '@shared/kernel/same-json';
import type { SavedView } from '@shared/records/saved-view';
import { removeView, renameView, saveView } from '@renderer/data/saved-views';
import { useMessages } from '@renderer/i18n/use-messages';
import { useNameOrder } from '@renderer/i18n/use-name-order';
import { useWorkspace } from '@renderer/parts/workspace-context';
import { type AnalysisSetup, viewOf } from './analysis-address';
import { ViewNameDialog } from './view-name-dialog';

const PAGE = '/analysis';

interface ViewsMenuProps {
  readonly setup: AnalysisSetup;
  readonly onOpen: (view: Readonly<Record<string, string>>) => void;
}

type Asking = { readonly kind: 'save' } | { readonly kind: 'rename'; readonly view: SavedView };

/** The page as somebody set it up, under a name: to open, to keep, to rename and to remove. What is shown now carries its name. */
export function ViewsMenu({ setup, onOpen }: ViewsMenuProps) {
  const { t } = useMessages();
  const workspace = useWorkspace();
  const { db } = workspace;
  const [asking, setAsking] = useState<Asking | null>(null);
  const nameOrder = useNameOrder();
  const views = (useLiveQuery(async () => (await db.savedViews.toArray()).filter(({ page }) => page === PAGE), [db]) ?? []).toSorted((a, b) => nameOrder(a.name, b.name));
  const here = viewOf(setup);
  const shown = views.find(({ search }) => sameJson(sorted(search), sorted(here))) ?? null;
  const name = (text: string) => (asking?.kind === 'rename' ? renameView(workspace, asking.view.id, text) : saveView(workspace, { name: text, page: PAGE, search: here }));
  return (
    <>
      <Menu position="bottom-end" width={260} portalProps={{ target: 'main' }}>
        <Menu.Target>
          <Button leftSection={<IconBookmark size={14} stroke={1.75} aria-hidden />} aria-label={shown === null ? t('analysis.views') : t('analysis.viewShown', { name: shown.name })}>{shown?.name ?? t('analysis.views')}</Button>
        </Menu.Target>
        <Menu.Dropdown>
          {views.length === 0 && <Menu.Label>{t('analysis.noViews')}</Menu.Label>}
          {views.map((view) => (
            <Menu.Item key={view.id} fz="xs" leftSection={view === shown ? <IconCheck size={14} stroke={1.75} aria-hidden /> : <IconBookmark size={14} stroke={1.75} aria-hidden />} onClick={() => onOpen(view.search)}>{view.name}</Menu.Item>
          ))}
          <Menu.Divider />
          <Menu.Item fz="xs" leftSection={<IconDeviceFloppy size={14} stroke={1.75} aria-hidden />} onClick={() => setAsking({ kind: 'save' })}>{t('analysis.saveView')}</Menu.Item>
          {shown && <Menu.Item fz="xs" leftSection={<IconPencil size={14} stroke={1.75} aria-hidden />} onClick={() => setAsking({ kind: 'rename', view: shown })}>{t('analysis.renameView', { name: shown.name })}</Menu.Item>}
          {shown && <Menu.Item fz="xs" leftSection={<IconTrash size={14} stroke={1.75} aria-hidden />} onClick={() => void removeView(workspace, shown.id)}>{t('analysis.removeView', { name: shown.name })}</Menu.Item>}
        </Menu.Dropdown>
      </Menu>
      {asking && <ViewNameDialog taken={views.map((view) => view.name)} renamed={asking.kind === 'rename' ? asking.view.name : null} onName={name} onClose={() => setAsking(null)} />}
    </>
  );
}

const sorted = (search: Readonly<Record<string, string>>) => Object.entries(search).toSorted(([a], [b]) => (a < b ? -1 : 1));
