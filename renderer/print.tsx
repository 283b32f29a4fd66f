import type { ReviewPack } from '@shared/contracts/review-pack';
import type { PrintDrawn } from '@shared/contracts/workbench-calls';
import { createRoot } from 'react-dom/client';
import { setLanguage } from './i18n/i18n';
import { call } from './platform/workbench';
import { ReviewPackDocument, packTitle } from './print/review-pack-document';
import './ui/tokens.css';
import './print/print.css';

/** The hidden page of a pack: takes the value, draws it, tells main that it stands. A failure reaches main's log. */
async function printPack(): Promise<void> {
  const taken = await call('print.take', {});
  if (!taken.ok) throw new Error(`print.take: ${taken.error.code}`);
  const pack = taken.value;
  await setLanguage(pack.language);
  document.title = packTitle(pack);
  await document.fonts.ready;
  const drawn = await draw(pack);
  // Fonts first asked for while drawing must be there before anything is printed.
  await document.fonts.ready;
  await call('print.drawn', drawn);
}

function draw(pack: ReviewPack): Promise<PrintDrawn> {
  const root = document.getElementById('root');
  if (!root) throw new Error('print.html has no #root');
  return new Promise((resolve, reject) => {
    createRoot(root, { onUncaughtError: reject }).render(<ReviewPackDocument pack={pack} onDrawn={resolve} />);
  });
}

printPack().catch((error: unknown) => call('log.write', { level: 'error', message: `print page: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}` }));
