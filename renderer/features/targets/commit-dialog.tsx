import { Button, Modal, Textarea } from '@mantine/core';
import { useState } from 'react';
import type { PlanView } from '@renderer/data/plan-view';
import { commitPlan } from '@renderer/data/targets';
import { useFormats } from '@renderer/i18n/use-formats';
import { useMessages } from '@renderer/i18n/use-messages';
import { useWorkspace } from '@renderer/parts/workspace-context';
import { refusalText } from './refusal-text';
import styles from './targets.module.css';

/** Keeps the working plan as its next version, with the reason that stays with it. */
export function CommitDialog({ plan, opened, onClose }: { readonly plan: PlanView; readonly opened: boolean; readonly onClose: () => void }) {
  const { t } = useMessages();
  const formats = useFormats();
  const workspace = useWorkspace();
  const [reason, setReason] = useState('');
  const [refused, setRefused] = useState<string | null>(null);
  const close = () => {
    setReason('');
    setRefused(null);
    onClose();
  };
  const commit = async () => {
    const answer = await commitPlan(workspace, plan.plan.id, reason);
    if (answer.ok) close();
    else setRefused(refusalText(answer.error, t, formats));
  };
  return (
    <Modal opened={opened} onClose={close} title={t('targets.commitTitle', { version: plan.plan.committedVersion + 1 })} size={480} closeButtonProps={{ 'aria-label': t('targets.close') }}>
      <div className={styles['form']}>
        <Textarea data-autofocus label={t('targets.commitReason')} value={reason} minRows={3} error={refused} onChange={(event) => setReason(event.currentTarget.value)} />
        <div className={styles['buttons']}>
          <Button onClick={close}>{t('targets.cancel')}</Button>
          <Button variant="filled" disabled={reason.trim() === ''} onClick={() => void commit()}>{t('targets.commitDo')}</Button>
        </div>
      </div>
    </Modal>
  );
}
