import { Button, Code, CopyButton } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useMessages } from '@renderer/i18n/use-messages';
import styles from './error-page.module.css';

interface ErrorPageProps {
  readonly title?: string;
  readonly next?: string;
  /** Technical text to copy for support. */
  readonly details: string;
  readonly onRetry: () => void;
  readonly retryLabel?: string;
  readonly children?: ReactNode;
}

/** What happened, what was kept, what to do; never a blank page. */
export function ErrorPage({ title, next, details, onRetry, retryLabel, children }: ErrorPageProps) {
  const { t } = useMessages();
  return (
    <div className={styles['page']} role="alert">
      <h1 className={styles['title']}>
        <IconAlertTriangle size={20} stroke={1.75} aria-hidden />
        {title ?? t('ui.errorTitle')}
      </h1>
      <p>{next ?? t('ui.errorNext')}</p>
      <div className={styles['actions']}>
        <Button variant="filled" onClick={onRetry}>{retryLabel ?? t('ui.retry')}</Button>
        <CopyButton value={details}>{({ copied, copy }) => <Button onClick={copy}>{copied ? t('ui.copied') : t('ui.copyDetails')}</Button>}</CopyButton>
        {children}
      </div>
      <Code block className={styles['details'] ?? ''} tabIndex={0} aria-label={t('ui.details')}>{details}</Code>
    </div>
  );
}
