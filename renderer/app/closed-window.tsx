import { StartPage } from '@renderer/features/start/start-page';
import { call } from '@renderer/platform/workbench';
import { ErrorBoundary } from '@renderer/ui/error-boundary';
import { SettingsMenu } from './settings-menu';
import styles from './closed-window.module.css';

/** A window without a workspace: the doors to one. */
export function ClosedWindow() {
  return (
    <main className={styles['window']}>
      <div className={styles['corner']}><SettingsMenu /></div>
      <ErrorBoundary resetKey="start" onError={(message) => void call('log.write', { level: 'error', message: message.slice(0, 20_000) })}>
        <StartPage />
      </ErrorBoundary>
    </main>
  );
}
