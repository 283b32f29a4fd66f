import { type Sheet, sheetFor } from './sheet';

/** `auto`: upright where the list fits, else across. */
export type Orientation = 'auto' | 'portrait' | 'landscape';

/** Boxes lower than that do not scroll: they cut text. */
const LOWEST_SCROLLER = 40;
const BOXES = 'div, section, main, aside, nav, ul, ol, form, figure, article';

/** What is printed: the open drawer, else the page. Null where neither stands. */
export const printedElement = (): HTMLElement | null => document.querySelector<HTMLElement>('.mantine-Drawer-content') ?? document.querySelector<HTMLElement>('.frame-main');

/** The printed thing's own name. */
export const titleOf = (printed: HTMLElement): string => printed.querySelector<HTMLElement>('h1, .mantine-Drawer-title')?.innerText.trim() ?? '';

/**
 * Lays the page out for paper: all else is hidden, what scrolls is unrolled, its width is that of a sheet. Answers the sheet;
 * `undo` puts everything back. The rules are in print-page.css.
 */
export function layOutPage(printed: HTMLElement, orientation: Orientation): { readonly sheet: Sheet; readonly undo: () => void } {
  const undos: (() => void)[] = [];
  const mark = (element: Element, name: string) => {
    element.setAttribute(name, '');
    undos.push(() => element.removeAttribute(name));
  };
  mark(printed, 'data-print-target');
  for (let place = printed; place !== document.body && place.parentElement; place = place.parentElement) {
    for (const other of place.parentElement.children) if (other !== place && !other.hasAttribute('data-print-cover')) mark(other, 'data-print-off');
    mark(place.parentElement, 'data-print-path');
  }
  for (const box of printed.querySelectorAll<HTMLElement>(BOXES)) {
    const style = getComputedStyle(box);
    if (box.clientHeight > LOWEST_SCROLLER && (style.overflowX !== 'visible' || style.overflowY !== 'visible')) mark(box, 'data-print-open');
    if (style.display === 'flex' && style.flexDirection === 'column' && (style.rowGap === 'normal' || style.rowGap === '0px')) mark(box, 'data-print-block');
  }
  for (const text of printed.querySelectorAll('textarea')) undos.push(unrollText(text));

  const root = document.documentElement;
  undos.push(() => root.style.removeProperty('--print-width'));
  const sheet = fit(printed, orientation);
  for (const block of printed.querySelectorAll<HTMLElement>('section, figure')) if (block.offsetHeight <= sheet.height) mark(block, 'data-print-whole');
  return { sheet, undo: () => undos.forEach((each) => each()) };
}

/** Tries the sheet that is asked for; what does not fit side by side is made smaller. */
function fit(printed: HTMLElement, orientation: Orientation): Sheet {
  const isList = printed.classList.contains('mantine-Drawer-content');
  if (orientation === 'portrait' || (orientation === 'auto' && isList)) {
    const upright = sheetFor(false);
    const needed = widthAt(printed, upright);
    if (needed <= upright.width) return upright;
    if (orientation === 'portrait') return narrowed(printed, false, needed);
  }
  const across = sheetFor(true);
  const needed = widthAt(printed, across);
  return needed <= across.width ? across : narrowed(printed, true, needed);
}

function narrowed(printed: HTMLElement, landscape: boolean, needed: number): Sheet {
  const sheet = sheetFor(landscape, needed);
  widthAt(printed, sheet);
  return sheet;
}

/** Lays out at a sheet's width; answers how wide the content really is. */
function widthAt(printed: HTMLElement, { width }: Sheet): number {
  document.documentElement.style.setProperty('--print-width', `${width}px`);
  return printed.scrollWidth;
}

/** Paper does not scroll: the field is as high as its text. */
function unrollText(text: HTMLTextAreaElement): () => void {
  const before = text.style.height;
  if (text.scrollHeight > text.clientHeight) text.style.height = `${text.scrollHeight + 2}px`;
  return () => {
    text.style.height = before;
  };
}
