import type { CallFailure, CallOutput } from '@shared/contracts/workbench-calls';
import { Button, PasswordInput } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useCallback, useEffect, useRef, useState } from 'react';
import { useFormats } from '@renderer/i18n/use-formats';
import { useMessages } from '@renderer/i18n/use-messages';
import { call } from '@renderer/platform/workbench';
import { AskDialog } from '@renderer/ui/ask-dialog';
import { Notice } from '@renderer/ui/notice';
import { copyFailure } from './copy-failure';
import { KeepProgress } from './keep-progress';
import { type PresentWorkspace, RestoreDialog } from './restore-dialog';
import { useTask } from './use-task';

type ChosenFile = NonNullable<CallOutput<'keep.choose'>>;

interface RestoreFileProps {
  /** The open workspace, which the file may replace; null = none. */
  readonly present: PresentWorkspace | null;
  readonly onClose: () => void;
}

/** A backup file from the choice to the restore: chosen, unlocked if it has a passphrase, read whole, then shown. */
export function RestoreFile({ present, onClose }: RestoreFileProps) {
  const { t } = useMessages();
  const { bytes } = useFormats();
  const { running, run } = useTask();
  const [file, setFile] = useState<ChosenFile | null>(null);
  const [passphrase, setPassphrase] = useState('');
  const [inspected, setInspected] = useState<CallOutput<'keep.inspect'> | null>(null);
  const [failure, setFailure] = useState<CallFailure | null>(null);
  const inspect = useCallback(async (token: string, given: string | null) => {
    setFailure(null);
    const answer = await call('keep.inspect', { token, passphrase: given });
    if (answer.ok) setInspected(answer.value);
    else setFailure(answer.error);
  }, []);
  const asked = useRef(false);
  useEffect(() => {
    if (asked.current) return;
    asked.current = true;
    run('choose', async () => {
      const chosen = await call('keep.choose', {});
      if (!chosen.ok) return setFailure(chosen.error);
      if (chosen.value === null) return onClose();
      setFile(chosen.value);
      if (!chosen.value.encrypted) await inspect(chosen.value.token, null);
    });
  }, [run, inspect, onClose]);

  if (file && inspected) {
    return <RestoreDialog copy={{ token: file.token }} held={inspected.manifest} passphrase={file.encrypted ? passphrase : null} foreign={!inspected.sameWorkspace} present={present} onClose={onClose} />;
  }
  const busy = running !== null;
  const locked = file?.encrypted === true;
  const unlock = () => passphrase !== '' && file && run('inspect', () => inspect(file.token, passphrase));
  return (
    <AskDialog title={t('copies.restoreTitle')} onClose={onClose} busy={busy} action={locked && <Button variant="filled" disabled={passphrase === ''} loading={busy} onClick={unlock}>{t('copies.unlock')}</Button>}>
      <p>{file ? t('copies.chosen', { name: file.name, size: bytes(file.bytes) }) : t('copies.choosing')}</p>
      {locked && (
        <PasswordInput
          size="xs"
          label={t('copies.passphraseOf')}
          description={t('copies.unlockText')}
          value={passphrase}
          disabled={busy}
          onChange={(event) => setPassphrase(event.currentTarget.value)}
          onKeyDown={(event) => {
            if (event.key === 'Enter') unlock();
          }}
        />
      )}
      {file && busy && <KeepProgress title={t('copies.stage_verifying')} />}
      {failure && <Notice tone="behind" icon={<IconAlertTriangle size={16} stroke={1.75} aria-hidden />}>{t('copies.failed', { reason: copyFailure(t, failure) })}</Notice>}
    </AskDialog>
  );
}
