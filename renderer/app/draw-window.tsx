import '@mantine/core/styles.css';
import '@mantine/notifications/styles.css';
import '@renderer/ui/tokens.css';
import '@renderer/ui/base.css';
import { createRoot } from 'react-dom/client';
import { setLanguage } from '@renderer/i18n/i18n';
import { Boot } from './boot';
import { preloadPage } from './routes';
import type { StartUp } from './start-up';

/** Draws the window into the page's root, over the frame that stands there, as soon as it is known what to show. */
export async function drawWindow(root: HTMLElement, startUp: Promise<StartUp>): Promise<void> {
  const known = await startUp;
  if (known.ledger) preloadPage(location.hash.slice(1) || known.preferences.lastRoute);
  await setLanguage(known.preferences.language);
  createRoot(root).render(<Boot startUp={known} />);
}
