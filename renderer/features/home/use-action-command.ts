import { notifications } from '@mantine/notifications';
import { useCallback } from 'react';
import type { Result } from '@shared/kernel/result';
import { codeKey } from '@shared/messages/message-key';
import type { ActionRefusal } from '@renderer/data/actions';
import { useMessages } from '@renderer/i18n/use-messages';

/** Runs a command on an action; what another window has made of it meanwhile is said, and nothing is written. */
export function useActionCommand(): (command: Promise<Result<null, ActionRefusal>>) => Promise<void> {
  const { t } = useMessages();
  return useCallback(
    async (command) => {
      const answer = await command;
      if (!answer.ok) notifications.show({ color: 'orange', withCloseButton: true, closeButtonProps: { 'aria-label': t('ui.close') }, message: t(codeKey('refusals', answer.error)) });
    },
    [t],
  );
}
