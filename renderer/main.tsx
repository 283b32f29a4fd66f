import '@mantine/core/styles.css';
import '@mantine/notifications/styles.css';
import './ui/tokens.css';
import './ui/base.css';
import { createRoot } from 'react-dom/client';
import { call } from './platform/workbench';
import { Boot } from './app/boot';

/** A fault outside React's tree: nobody sees it, so at least the log has it. */
function logFault(error: unknown): void {
  const message = error instanceof Error ? (error.stack ?? error.message) : String(error);
  void call('log.write', { level: 'error', message: message.slice(0, 20_000) });
}
window.addEventListener('error', (event) => logFault(event.error ?? event.message));
window.addEventListener('unhandledrejection', (event) => logFault(event.reason));

const root = document.getElementById('root');
if (!root) throw new Error('The page has no #root');
createRoot(root).render(<Boot />);
