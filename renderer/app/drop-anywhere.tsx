import { notifications } from '@mantine/notifications';
import { IconFileImport } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { useEffect } from 'react';
import { useMessages } from '@renderer/i18n/use-messages';
import { useWaitingFiles } from '@renderer/parts/dropped-files';
import { onEvent } from '@renderer/platform/workbench';
import styles from './drop-anywhere.module.css';
import { useHeldFiles } from './use-held-files';

/** Files let go over any page go to the import, all of them; what cannot be imported is named with the reason. */
export function DropAnywhere() {
  const { t } = useMessages();
  const navigate = useNavigate();
  const { add } = useWaitingFiles();
  const held = useHeldFiles();
  useEffect(
    () =>
      onEvent('files.dropped', ({ files, unread, refused }) => {
        const named = (names: readonly string[]) => ({ names: names.join(t('imports.separator')) });
        if (unread.length > 0) notifications.show({ color: 'red', message: t('imports.dropUnread', named(unread)) });
        if (refused.length > 0) notifications.show({ color: 'orange', withCloseButton: true, closeButtonProps: { 'aria-label': t('ui.close') }, message: t('windows.dropRefused', named(refused)) });
        if (files.length === 0) return;
        add(files);
        void navigate({ to: '/data', search: (previous: object) => ({ ...previous, tab: undefined }) });
      }),
    [add, navigate, t],
  );
  if (held === 0) return null;
  return (
    <div className={styles['veil']} role="status">
      <div className={styles['box']}>
        <IconFileImport size={24} stroke={1.75} aria-hidden />
        <b>{t('windows.dropCount', { count: held })}</b>
        <span>{t('windows.dropNext')}</span>
      </div>
    </div>
  );
}
