import type { CallFailure } from '@shared/contracts/workbench-calls';
import type { Result } from '@shared/kernel/result';
import { UnstyledButton } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconAlertTriangle, IconCircleCheck, IconFolder } from '@tabler/icons-react';
import { useState } from 'react';
import { useMessages } from '@renderer/i18n/use-messages';
import { call } from '@renderer/platform/workbench';
import { AskDialog } from '@renderer/ui/ask-dialog';
import { Chip } from '@renderer/ui/chip';
import { DangerButton } from '@renderer/ui/danger-button';
import { Notice } from '@renderer/ui/notice';
import { RemoveSampleDialog } from './remove-sample-dialog';
import { type Task, useTask } from './use-task';
import { type KnownWorkspace, useWorkspaces } from './use-workspaces';
import styles from './workspace-list.module.css';
import { type WorkspaceAction, WorkspaceMenu } from './workspace-menu';
import { WorkspaceNameDialog } from './workspace-name-dialog';
import { workspaceRefusal } from './workspace-refusal';

interface WorkspaceListProps {
  /** Folder of the one this window shows; null = none. */
  readonly openPath: string | null;
  /** Something else of the page is under way. */
  readonly busy?: boolean;
}

interface Asked {
  readonly action: 'rename' | 'duplicate' | 'removeSample' | 'forget';
  readonly place: number;
  readonly workspace: KnownWorkspace;
}

/** Every workspace this machine knows, newest first: opened by a click, and all that can be done with its folder in a menu. */
export function WorkspaceList({ openPath, busy = false }: WorkspaceListProps) {
  const { t } = useMessages();
  const { known, reload } = useWorkspaces();
  const task = useTask();
  const [asked, setAsked] = useState<Asked | null>(null);
  const [refusal, setRefusal] = useState<string | null>(null);
  const work = (name: string, workspace: KnownWorkspace, act: () => Promise<Result<string | null, CallFailure>>) =>
    task.run(name, async () => {
      setRefusal(null);
      const answer = await act();
      setAsked(null);
      if (!answer.ok) setRefusal(workspaceRefusal(t, answer.error, workspace.name));
      else if (answer.value !== null) notifications.show({ message: answer.value });
      await reload();
    });
  const open = (workspace: KnownWorkspace, place: number) => work('open', workspace, async () => silent(await call('workspace.open', { recent: place })));
  const act = (action: WorkspaceAction, workspace: KnownWorkspace, place: number) => {
    if (action === 'rename' || action === 'duplicate' || action === 'removeSample' || action === 'forget') return setAsked({ action, workspace, place });
    if (action === 'reveal') return work(action, workspace, async () => silent(await call('workspace.reveal', { recent: place })));
    work(action, workspace, async () => {
      const moved = await call('workspace.move', { recent: place });
      if (!moved.ok || moved.value.moved === 'cancelled') return silent(moved);
      const { name } = workspace;
      return { ok: true, value: moved.value.moved === 'now' ? t('workspaces.movedNow', { name }) : t('workspaces.movedNextStart', { name }) };
    });
  };
  const close = () => {
    setAsked(null);
    void reload();
  };
  return (
    <>
      {refusal !== null && <Notice tone="behind" icon={<IconAlertTriangle size={16} stroke={1.75} aria-hidden />}>{refusal}</Notice>}
      {known?.length === 0 && <p className={styles['none']}>{t('workspaces.none')}</p>}
      <ul className={styles['list']} aria-label={t('workspaces.list')}>
        {known?.map((workspace, place) => (
          <li key={workspace.path} className={styles['row']}>
            <UnstyledButton
              className={styles['open']}
              disabled={busy || task.running !== null || workspace.missing || workspace.path === openPath}
              title={workspace.path}
              onClick={() => open(workspace, place)}
            >
              <IconFolder size={16} stroke={1.75} aria-hidden />
              <b>{workspace.name}</b>
              <Marks workspace={workspace} open={workspace.path === openPath} />
              <span className={styles['path']}>{workspace.path}</span>
            </UnstyledButton>
            <WorkspaceMenu name={workspace.name} missing={workspace.missing} sample={workspace.sample} open={workspace.path === openPath} disabled={busy || task.running !== null} onAction={(action) => act(action, workspace, place)} />
          </li>
        ))}
      </ul>
      {asked && <Question asked={asked} task={task} onClose={close} work={work} />}
    </>
  );
}

/** Done, with nothing to say about it. */
const silent = (answer: Result<unknown, CallFailure>): Result<null, CallFailure> => (answer.ok ? { ok: true, value: null } : answer);

function Marks({ workspace: { sample, missing }, open }: { readonly workspace: KnownWorkspace; readonly open: boolean }) {
  const { t } = useMessages();
  return (
    <>
      {open && <Chip tone="ahead" icon={<IconCircleCheck size={12} stroke={2.25} aria-hidden />}>{t('workspaces.openNow')}</Chip>}
      {sample && <Chip tone="ontrack">{t('shell.sampleMark')}</Chip>}
      {missing && <Chip tone="risk" icon={<IconAlertTriangle size={12} stroke={2.25} aria-hidden />}>{t('workspaces.missing')}</Chip>}
    </>
  );
}

interface QuestionProps {
  readonly asked: Asked;
  readonly task: Task;
  readonly onClose: () => void;
  readonly work: (name: string, workspace: KnownWorkspace, act: () => Promise<Result<string | null, CallFailure>>) => void;
}

function Question({ asked: { action, place, workspace }, task, onClose, work }: QuestionProps) {
  const { t } = useMessages();
  const { name } = workspace;
  const said = (answer: Result<unknown, CallFailure>, text: string): Result<string, CallFailure> => (answer.ok ? { ok: true, value: text } : answer);
  const busy = task.running !== null;
  if (action === 'forget') {
    return (
      <AskDialog title={t('workspaces.forgetTitle', { name })} onClose={onClose} busy={busy} action={<DangerButton loading={busy} onClick={() => work(action, workspace, async () => said(await call('workspace.forget', { recent: place }), t('workspaces.forgotten', { name })))}>{t('workspaces.forget')}</DangerButton>}>
        <p>{t('workspaces.forgetText')}</p>
      </AskDialog>
    );
  }
  if (action === 'removeSample') return <RemoveSampleDialog name={name} path={workspace.path} recent={place} onClose={onClose} />;
  const rename = action === 'rename';
  return (
    <WorkspaceNameDialog
      title={rename ? t('workspaces.renameTitle', { name }) : t('workspaces.duplicateTitle', { name })}
      text={rename ? t('workspaces.renameText') : t('workspaces.duplicateText')}
      initial={rename ? name : t('workspaces.duplicateName', { name })}
      action={t(`workspaces.${action}`)}
      busy={busy}
      {...(rename ? {} : { working: t('workspaces.duplicating') })}
      onClose={onClose}
      onName={(given) =>
        work(action, workspace, async () =>
          rename
            ? said(await call('workspace.rename', { recent: place, name: given }), t('workspaces.renamed', { name: given }))
            : said(await call('workspace.duplicate', { recent: place, name: given }), t('workspaces.duplicated', { name: given })),
        )
      }
    />
  );
}
