import type { CallFailure } from '@shared/contracts/workbench-calls';
import { Button, TextInput } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useState } from 'react';
import { useMessages } from '@renderer/i18n/use-messages';
import { copyFailure } from '@renderer/parts/copy-failure';
import { useTask } from '@renderer/parts/use-task';
import { call } from '@renderer/platform/workbench';
import { AskDialog } from '@renderer/ui/ask-dialog';
import { DangerButton } from '@renderer/ui/danger-button';
import { Notice } from '@renderer/ui/notice';

/** The last way: told what goes and confirmed once, then confirmed again by the workspace's name. */
export function DiscardDialog({ name, onClose }: { readonly name: string; readonly onClose: () => void }) {
  const { t } = useMessages();
  const { running, run } = useTask();
  const [understood, setUnderstood] = useState(false);
  const [typed, setTyped] = useState('');
  const [failure, setFailure] = useState<CallFailure | null>(null);
  const busy = running !== null;
  const discard = () =>
    run('discard', async () => {
      setFailure(null);
      const answer = await call('recovery.discard', { confirmName: typed.trim() });
      if (!answer.ok) setFailure(answer.error);
    });
  const action = understood ? (
    <DangerButton disabled={typed.trim() !== name} loading={busy} onClick={discard}>{t('recovery.discardNow')}</DangerButton>
  ) : (
    <Button onClick={() => setUnderstood(true)}>{t('recovery.discardGoOn')}</Button>
  );
  return (
    <AskDialog title={t('recovery.discardTitle')} onClose={onClose} busy={busy} action={action}>
      <p>{t('recovery.discardFirst', { name })}</p>
      {understood && <TextInput label={t('recovery.typeName', { name })} value={typed} disabled={busy} onChange={(event) => setTyped(event.currentTarget.value)} />}
      {failure && <Notice tone="behind" icon={<IconAlertTriangle size={16} stroke={1.75} aria-hidden />}>{t('copies.failed', { reason: copyFailure(t, failure) })}</Notice>}
    </AskDialog>
  );
}
