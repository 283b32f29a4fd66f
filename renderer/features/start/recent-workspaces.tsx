import { Button } from '@mantine/core';
import { IconFolderOpen } from '@tabler/icons-react';
import { useMessages } from '@renderer/i18n/use-messages';
import { WorkspaceList } from '@renderer/parts/workspace-list';
import styles from './start-page.module.css';

interface RecentWorkspacesProps {
  readonly busy: boolean;
  /** Any other folder. */
  readonly onOpenFolder: () => void;
}

/** Workspaces this machine knows, newest first, and the way to any other folder. */
export function RecentWorkspaces({ busy, onOpenFolder }: RecentWorkspacesProps) {
  const { t } = useMessages();
  return (
    <section className={styles['recent']} aria-labelledby="recent">
      <h2 id="recent">{t('start.recent')}</h2>
      <WorkspaceList openPath={null} busy={busy} />
      <Button variant="subtle" leftSection={<IconFolderOpen size={14} stroke={1.75} aria-hidden />} disabled={busy} onClick={onOpenFolder}>{t('start.openFolder')}</Button>
    </section>
  );
}
