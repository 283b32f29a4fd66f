import type { CallFailure, CallOutput } from '@shared/contracts/workbench-calls';
import { Button } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useState } from 'react';
import { useMessages } from '@renderer/i18n/use-messages';
import { call } from '@renderer/platform/workbench';
import { AskDialog } from '@renderer/ui/ask-dialog';
import { DangerButton } from '@renderer/ui/danger-button';
import { useTask } from './use-task';
import { workspaceRefusal } from './workspace-refusal';

interface RemoveSampleDialogProps {
  readonly name: string;
  readonly path: string;
  /** Place in the list of known workspaces; null = the one this window shows, which gives way to the doors. */
  readonly recent: number | null;
  /** Closed, whatever was done. */
  readonly onClose: () => void;
}

type Removed = CallOutput<'workspace.removeSample'>['removed'];

/** Asks before a sample's folder goes to the bin; where there is none, whether it is deleted for good or kept. */
export function RemoveSampleDialog({ name, path, recent, onClose }: RemoveSampleDialogProps) {
  const { t } = useMessages();
  const { running, run } = useTask();
  const [noBin, setNoBin] = useState(false);
  const [failure, setFailure] = useState<CallFailure | null>(null);
  const busy = running !== null;
  const remove = (forever: boolean) =>
    run('remove', async () => {
      const answer = await call('workspace.removeSample', { recent, forever });
      if (!answer.ok) return setFailure(answer.error);
      const { removed } = answer.value;
      if (removed === 'noBin') return setNoBin(true);
      notifications.show({ message: t(said[removed]) });
      onClose();
    });
  const refused = failure && <p role="alert">{workspaceRefusal(t, failure, name)}</p>;
  if (noBin) {
    return (
      <AskDialog title={t('workspaces.noBinTitle')} onClose={onClose} busy={busy} cancel={t('workspaces.keep')} action={<DangerButton loading={busy} onClick={() => remove(true)}>{t('workspaces.removeForever')}</DangerButton>}>
        <p>{t('workspaces.noBinText', { name, path })}</p>
        {refused}
      </AskDialog>
    );
  }
  return (
    <AskDialog title={t('workspaces.removeSampleTitle', { name })} onClose={onClose} busy={busy} action={<Button variant="filled" loading={busy} onClick={() => remove(false)}>{t('workspaces.removeSample')}</Button>}>
      <p>{t('workspaces.removeSampleText', { path })}</p>
      {refused}
    </AskDialog>
  );
}

const said = { binned: 'workspaces.removedBinned', deleted: 'workspaces.removedDeleted', nextStart: 'workspaces.removedNextStart' } as const satisfies Record<Exclude<Removed, 'noBin'>, string>;
