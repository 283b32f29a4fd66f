import type { CallFailureCode } from '@shared/contracts/workbench-calls';
import { codeKey } from '@shared/messages/message-key';
import { notifications } from '@mantine/notifications';
import { useCallback } from 'react';
import { useMessages } from '@renderer/i18n/use-messages';

/** Names a file that could not be opened, why, and what to do about it. */
export function useUnreadNotice(): (name: string, code: CallFailureCode) => void {
  const { t } = useMessages();
  return useCallback(
    (name, code) => {
      const next = code === 'file.missing' ? t('importFiles.missingNext') : code === 'file.locked' ? t('importFiles.lockedNext') : null;
      const message = t('importFiles.unread', { name, reason: t(codeKey('calls', code)) });
      notifications.show({ color: 'red', message: next === null ? message : `${message} ${next}` });
    },
    [t],
  );
}
