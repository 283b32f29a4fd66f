import type { CallFailure } from '@shared/contracts/workbench-calls';
import { Button } from '@mantine/core';
import { IconAlertTriangle, IconFolderOpen, IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { useMessages } from '@renderer/i18n/use-messages';
import { useTask } from '@renderer/parts/use-task';
import { WorkspaceList } from '@renderer/parts/workspace-list';
import { WorkspaceNameDialog } from '@renderer/parts/workspace-name-dialog';
import { useWorkspaceInfo } from '@renderer/parts/workspace-context';
import { workspaceRefusal } from '@renderer/parts/workspace-refusal';
import { call } from '@renderer/platform/workbench';
import { Notice } from '@renderer/ui/notice';
import { PageBar } from '@renderer/ui/page-bar';
import { Panel } from '@renderer/ui/panel';
import { PanelPage } from '@renderer/ui/panel-page';
import styles from './workspaces.module.css';

/** The workspaces of this computer: folders side by side, each opened, named, moved and copied from here. */
export function WorkspacesPage() {
  const { t } = useMessages();
  const info = useWorkspaceInfo();
  const task = useTask();
  const [asking, setAsking] = useState(false);
  const [refused, setRefused] = useState<{ failure: CallFailure; name: string | null } | null>(null);
  const busy = task.running !== null;
  const openFolder = () =>
    task.run('folder', async () => {
      setRefused(null);
      const opened = await call('workspace.open', { recent: null });
      if (!opened.ok) setRefused({ failure: opened.error, name: null });
    });
  const create = (name: string) =>
    task.run('create', async () => {
      setRefused(null);
      const created = await call('workspace.create', { name, sample: false });
      setAsking(false);
      if (!created.ok) setRefused({ failure: created.error, name });
    });
  return (
    <>
      <PageBar
        title={t('workspaces.title')}
        actions={
          <>
            <Button leftSection={<IconFolderOpen size={14} stroke={1.75} aria-hidden />} disabled={busy} onClick={openFolder}>{t('workspaces.openFolder')}</Button>
            <Button variant="filled" leftSection={<IconPlus size={14} stroke={1.75} aria-hidden />} disabled={busy} onClick={() => setAsking(true)}>{t('workspaces.create')}</Button>
          </>
        }
      >
        <span className={styles['lead']}>{t('workspaces.lead')}</span>
      </PageBar>
      <PanelPage>
        <Panel title={t('workspaces.list')} className={styles['panel']!}>
          {refused && <Notice tone="behind" icon={<IconAlertTriangle size={16} stroke={1.75} aria-hidden />}>{workspaceRefusal(t, refused.failure, refused.name)}</Notice>}
          <div className={styles['list']}><WorkspaceList openPath={info.path} busy={busy} /></div>
        </Panel>
      </PanelPage>
      {asking && <WorkspaceNameDialog title={t('workspaces.create')} text={t('workspaces.createText')} initial="" action={t('workspaces.create')} busy={busy} onName={create} onClose={() => setAsking(false)} />}
    </>
  );
}
