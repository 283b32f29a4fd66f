import { ActionIcon, Button } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { useState } from 'react';
import type { CallFailure } from '@shared/contracts/workbench-calls';
import { useFormats } from '@renderer/i18n/use-formats';
import { useMessages } from '@renderer/i18n/use-messages';
import { RemoveSampleDialog } from '@renderer/parts/remove-sample-dialog';
import { useSettings } from '@renderer/parts/use-settings';
import { useTask } from '@renderer/parts/use-task';
import { useWorkspaceInfo } from '@renderer/parts/workspace-context';
import { WorkspaceNameDialog } from '@renderer/parts/workspace-name-dialog';
import { workspaceRefusal } from '@renderer/parts/workspace-refusal';
import { call } from '@renderer/platform/workbench';
import { Chip } from '@renderer/ui/chip';
import styles from './sample-notice.module.css';

/** Over the pages of the sample: what it is, and the ways out of it. */
export function SampleNotice({ onHide }: { readonly onHide: () => void }) {
  const { t } = useMessages();
  const { fullDay } = useFormats();
  const info = useWorkspaceInfo();
  const today = useSettings()?.fixedToday ?? null;
  const task = useTask();
  const [asking, setAsking] = useState<'remove' | 'own' | null>(null);
  const [refused, setRefused] = useState<CallFailure | null>(null);
  const create = (name: string) =>
    task.run('create', async () => {
      setRefused(null);
      const created = await call('workspace.create', { name, sample: false });
      setAsking(null);
      if (!created.ok) setRefused(created.error);
    });
  const close = () => setAsking(null);
  return (
    <section className={styles['notice']} data-print-hide aria-label={t('firstSteps.sampleTitle')}>
      <Chip tone="ontrack">{t('shell.sampleMark')}</Chip>
      <span className={styles['text']}>
        {refused === null ? t('firstSteps.sampleText', { day: fullDay(today) }) : <span role="alert">{workspaceRefusal(t, refused, null)}</span>}
      </span>
      <Button onClick={() => setAsking('own')}>{t('firstSteps.sampleOwn')}</Button>
      <Button onClick={() => setAsking('remove')}>{t('workspaces.removeSample')}</Button>
      <ActionIcon size={24} aria-label={t('firstSteps.hideSample')} title={t('firstSteps.hideNote')} onClick={onHide}><IconX size={14} stroke={1.75} aria-hidden /></ActionIcon>
      {asking === 'own' && <WorkspaceNameDialog title={t('firstSteps.sampleOwn')} text={t('firstSteps.sampleOwnText')} initial="" action={t('workspaces.create')} busy={task.running !== null} onName={create} onClose={close} />}
      {asking === 'remove' && <RemoveSampleDialog name={info.name} path={info.path} recent={null} onClose={close} />}
    </section>
  );
}
