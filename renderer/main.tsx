import { beginStartUp } from './app/start-up';
import { call } from './platform/workbench';

/** A fault outside React's tree: nobody sees it, so at least the log has it. */
function logFault(error: unknown): void {
  const message = error instanceof Error ? (error.stack ?? error.message) : String(error);
  void call('log.write', { level: 'error', message: message.slice(0, 20_000) });
}
window.addEventListener('error', (event) => logFault(event.error ?? event.message));
window.addEventListener('unhandledrejection', (event) => logFault(event.reason));

const root = document.getElementById('root');
if (!root) throw new Error('The page has no #root');
// Main and the worker are at work while the screens' code, the larger part, is read.
const startUp = beginStartUp();
const { drawWindow } = await import('./app/draw-window');
await drawWindow(root, startUp);
