import type { CopyRef } from '@shared/contracts/keep-calls';
import type { CallFailure } from '@shared/contracts/workbench-calls';
import type { Result } from '@shared/kernel/result';
import { Button, TextInput } from '@mantine/core';
import { IconAlertTriangle, IconCircleCheck, IconInfoCircle } from '@tabler/icons-react';
import { useState } from 'react';
import { useMessages } from '@renderer/i18n/use-messages';
import { call } from '@renderer/platform/workbench';
import { AskDialog } from '@renderer/ui/ask-dialog';
import { DangerButton } from '@renderer/ui/danger-button';
import { Notice } from '@renderer/ui/notice';
import { SegmentedTabs } from '@renderer/ui/segmented-tabs';
import { copyFailure } from './copy-failure';
import { type HeldCopy, HeldFacts } from './held-facts';
import { KeepProgress } from './keep-progress';
import { useTask } from './use-task';

/** The workspace that a copy may replace. */
export interface PresentWorkspace {
  /** As main knows it: what has to be typed. */
  readonly name: string;
  /** Its last change-set; null where it could not be opened. */
  readonly lastSeq: number | null;
  /** Keeps what there is before it is replaced. */
  readonly keep: () => Promise<Result<unknown, CallFailure>>;
}

interface RestoreDialogProps {
  readonly copy: CopyRef;
  readonly held: HeldCopy;
  readonly passphrase: string | null;
  /** It is of another workspace than the open one, or none is open. */
  readonly foreign: boolean;
  readonly present: PresentWorkspace | null;
  readonly onClose: () => void;
}

/** Shows what a verified copy holds and restores it: in place of the open workspace, or beside it. Main reopens the window. */
export function RestoreDialog({ copy, held, passphrase, foreign, present, onClose }: RestoreDialogProps) {
  const { t } = useMessages();
  const task = useTask();
  const [into, setInto] = useState<'here' | 'folder'>(present && !foreign ? 'here' : 'folder');
  const [confirming, setConfirming] = useState(foreign);
  const [typed, setTyped] = useState('');
  const [failure, setFailure] = useState<CallFailure | null>(null);
  const busy = task.running !== null;
  const here = into === 'here' && present !== null;
  const blocked = here && confirming && typed.trim() !== present.name;
  const restore = () =>
    task.run('restore', async () => {
      setFailure(null);
      const kept = here ? await present.keep() : null;
      if (kept && !kept.ok) return setFailure(kept.error);
      const restored = await call('keep.restore', { copy, passphrase, into: here ? 'here' : 'folder', confirmName: here && typed.trim() !== '' ? typed.trim() : null });
      if (restored.ok) return;
      if (restored.error.code === 'keep.confirm') setConfirming(true);
      else setFailure(restored.error);
    });
  const label = here ? t('copies.restoreHere') : t('copies.restoreFolder');
  return (
    <AskDialog
      title={t('copies.restoreTitle')}
      onClose={onClose}
      busy={busy}
      action={here ? <DangerButton disabled={blocked} loading={busy} onClick={restore}>{label}</DangerButton> : <Button variant="filled" loading={busy} onClick={restore}>{label}</Button>}
    >
      <HeldFacts copy={held} />
      {'token' in copy && <Notice tone="ahead" icon={<IconCircleCheck size={16} stroke={1.75} aria-hidden />}>{t('copies.checked')}</Notice>}
      {present && foreign && <Notice tone="risk" icon={<IconAlertTriangle size={16} stroke={1.75} aria-hidden />}>{t('copies.other', { name: held.name ?? '' })}</Notice>}
      {present && (
        <SegmentedTabs<'here' | 'folder'>
          label={t('copies.where')}
          value={into}
          options={[{ value: 'here', label: t('copies.whereHere') }, { value: 'folder', label: t('copies.whereFolder') }]}
          onChange={(next) => !busy && setInto(next)}
        />
      )}
      <Consequence present={here ? present : null} held={held} foreign={foreign} />
      {here && confirming && (
        <TextInput label={t('copies.typeName', { name: present.name })} description={t('copies.typeNameWhy')} value={typed} disabled={busy} onChange={(event) => setTyped(event.currentTarget.value)} />
      )}
      {failure && <Notice tone="behind" icon={<IconAlertTriangle size={16} stroke={1.75} aria-hidden />}>{t('copies.failed', { reason: copyFailure(t, failure) })}</Notice>}
      {busy && <KeepProgress title={label} />}
    </AskDialog>
  );
}

/** What happens to what there is. */
function Consequence({ present, held, foreign }: { readonly present: PresentWorkspace | null; readonly held: HeldCopy; readonly foreign: boolean }) {
  const { t } = useMessages();
  if (!present) return <p>{t('copies.folderText')}</p>;
  const later = !foreign && present.lastSeq !== null ? present.lastSeq - held.journalSeq : 0;
  return (
    <Notice tone="risk" icon={<IconInfoCircle size={16} stroke={1.75} aria-hidden />}>
      {t('copies.hereText', { name: present.name })}
      {later > 0 && ` ${t('copies.laterSteps', { count: later })}`}
    </Notice>
  );
}
