import type { CallOutput } from '@shared/contracts/workbench-calls';
import { Button, UnstyledButton } from '@mantine/core';
import { IconFolder, IconFolderOpen } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import { useMessages } from '@renderer/i18n/use-messages';
import { call } from '@renderer/platform/workbench';
import { Chip } from '@renderer/ui/chip';
import styles from './start-page.module.css';

interface RecentWorkspacesProps {
  readonly busy: boolean;
  /** A place in the list, or null to choose a folder. */
  readonly onOpen: (recent: number | null) => void;
}

/** Workspaces this machine knows, newest first, and the way to any other folder. */
export function RecentWorkspaces({ busy, onOpen }: RecentWorkspacesProps) {
  const { t } = useMessages();
  const [recent, setRecent] = useState<CallOutput<'workspace.recent'>>([]);
  useEffect(() => {
    void call('workspace.recent', {}).then((answer) => answer.ok && setRecent(answer.value));
  }, []);
  return (
    <section className={styles['recent']} aria-labelledby="recent">
      <h2 id="recent">{t('start.recent')}</h2>
      {recent.map((workspace, index) => (
        <UnstyledButton key={workspace.path} className={styles['known']} disabled={busy || workspace.missing} onClick={() => onOpen(index)}>
          <IconFolder size={16} stroke={1.75} aria-hidden />
          <b>{workspace.name}</b>
          {workspace.sample && <Chip tone="ontrack">{t('shell.sampleMark')}</Chip>}
          {workspace.missing && <Chip tone="risk">{t('start.missing')}</Chip>}
          <span className={styles['path']}>{workspace.path}</span>
        </UnstyledButton>
      ))}
      <Button variant="subtle" leftSection={<IconFolderOpen size={14} stroke={1.75} aria-hidden />} disabled={busy} onClick={() => onOpen(null)}>{t('start.openFolder')}</Button>
    </section>
  );
}
