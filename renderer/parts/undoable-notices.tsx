import { Button } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useEffect } from 'react';
import type { ChangeSet } from '@shared/records/change-set';
import { codeKey } from '@shared/messages/message-key';
import { onCommit } from '@renderer/data/save-state';
import { undoOnly } from '@renderer/data/undo';
import type { Workspace } from '@renderer/data/workspace';
import { useMessages } from '@renderer/i18n/use-messages';
import { isNotable } from './is-notable';
import styles from './undoable-notices.module.css';
import { useWorkspace } from './workspace-context';

const STAYS_MS = 10_000;
const noticeOf = (id: string): string => `undoable-${id}`;

/**
 * After an edit of this window that takes something away or changes much, whoever made it: what was done, with a way to take
 * exactly that back while it is the last thing done. Goes when it has been undone another way. Stands once, in the shell.
 */
export function UndoableNotices(): null {
  const { t, changeName } = useMessages();
  const workspace = useWorkspace();
  useEffect(
    () =>
      onCommit(workspace.db, (committed) => {
        if (committed.inverseOf !== null) notifications.hide(noticeOf(committed.inverseOf));
        if (!isNotable(committed)) return;
        const label = changeName(committed.label);
        const take = () => void takeBack(workspace, committed, { t, changeName });
        notifications.show({
          id: noticeOf(committed.id),
          autoClose: STAYS_MS,
          withCloseButton: true,
          closeButtonProps: { 'aria-label': t('ui.close') },
          message: (
            <span className={styles['notice']}>
              <span>{t('windows.noticeDone', { label })}</span>
              <Button size="compact-xs" variant="default" onClick={take}>{t('windows.noticeUndo')}</Button>
            </span>
          ),
        });
      }),
    [workspace, t, changeName],
  );
  return null;
}

async function takeBack(workspace: Workspace, { id, label }: ChangeSet, { t, changeName }: Pick<ReturnType<typeof useMessages>, 't' | 'changeName'>): Promise<void> {
  const answer = await undoOnly(workspace, id);
  notifications.hide(noticeOf(id));
  if (answer.ok) return void notifications.show({ message: t('windows.noticeUndone', { label: changeName(label) }) });
  const message =
    answer.error.code === 'undo.nothing'
      ? t('windows.noticeGone')
      : t(codeKey('refusals', answer.error.code), { by: changeName(answer.error.by) });
  notifications.show({ color: 'orange', withCloseButton: true, closeButtonProps: { 'aria-label': t('ui.close') }, message });
}
