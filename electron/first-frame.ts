import type { Preferences } from '@shared/contracts/preferences';
import { shell as enShell } from '@shared/messages/en/shell';
import { shell } from '@shared/messages/zh-CN/shell';

/** What the first frame of a window depends on. */
export interface FirstFrame {
  readonly language: Preferences['language'];
  readonly dark: boolean;
  readonly railFolded: boolean;
  /** False: the doors, which have no shell. */
  readonly hasWorkspace: boolean;
}

/** Fills the marks of index.html, so that its frame is right before any script has run. */
export function fillFirstFrame(html: string, { language, dark, railFolded, hasWorkspace }: FirstFrame): string {
  const words = language === 'en' ? enShell : shell;
  return html
    .replace('__LANGUAGE__', language)
    .replace('__COLOR_SCHEME__', dark ? 'dark' : 'light')
    .replace('__FRAME_STATE__', hasWorkspace ? `aria-busy="true"${railFolded ? ' data-folded="true"' : ''}` : 'hidden')
    .replace('__PRODUCT__', words.product)
    .replace('__OPENING__', words.opening);
}
