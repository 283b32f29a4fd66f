import { Button, Modal } from '@mantine/core';
import type { ReactNode } from 'react';
import { useMessages } from '@renderer/i18n/use-messages';
import styles from './ask-dialog.module.css';

interface AskDialogProps {
  readonly title: string;
  readonly onClose: () => void;
  /** While what was asked for is being done the dialog stays, and nothing in it can be pressed twice. */
  readonly busy?: boolean;
  /** What the button that leaves things as they are says; «cancel» without it. */
  readonly cancel?: string;
  readonly children: ReactNode;
  /** The button that does it, after «cancel». */
  readonly action?: ReactNode;
}

/** A question over the page: text, fields, then cancel and the one button that acts. */
export function AskDialog({ title, onClose, busy = false, cancel, children, action }: AskDialogProps) {
  const { t } = useMessages();
  return (
    <Modal opened onClose={onClose} title={title} size={520} withCloseButton={!busy} closeOnEscape={!busy} closeOnClickOutside={false} closeButtonProps={{ 'aria-label': t('ui.close') }}>
      <div className={styles['body']} aria-busy={busy}>{children}</div>
      <div className={styles['actions']}>
        <Button onClick={onClose} disabled={busy} data-autofocus>{cancel ?? t('ui.cancel')}</Button>
        {action}
      </div>
    </Modal>
  );
}
