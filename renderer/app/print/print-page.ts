import type { CallFailure, CallInput } from '@shared/contracts/workbench-calls';
import { type Result, ok } from '@shared/kernel/result';
import { drawForPaper } from '@renderer/charts/paper-drawing';
import { call } from '@renderer/platform/workbench';
import type { PrintMode } from '@renderer/ui/print-mode';
import { type Orientation, layOutPage, printedElement } from './lay-out-page';

export type PrintTo = CallInput<'page.print'>['to'];

interface PrintOrder {
  readonly to: PrintTo;
  readonly orientation: Orientation;
  readonly lists: PrintMode['lists'];
  /** What stands in head and foot of every sheet. */
  readonly marks: Pick<CallInput<'page.print'>, 'title' | 'place' | 'printedAt' | 'pageMark' | 'language'>;
}

/** Rows of a list are loaded within this, or they are not coming. */
const LONGEST_WAIT_MS = 60_000;

/**
 * Prints what is on the screen, which has been told to draw everything (`PrintMode.printing`). Light colours always; the
 * window looks as before when it is done. Answers whether anything was written or sent.
 */
export async function printPage({ to, orientation, lists, marks }: PrintOrder): Promise<Result<boolean, CallFailure>> {
  const root = document.documentElement;
  const scheme = root.getAttribute('data-mantine-color-scheme');
  const printed = printedElement();
  if (printed === null) return ok(false);
  let undo = () => undefined as void;
  try {
    root.dataset['printing'] = 'true';
    drawForPaper(true);
    // Setting it, even to what it is, has every chart drawn anew.
    root.setAttribute('data-mantine-color-scheme', 'light');
    await everythingDrawn(lists);
    const laidOut = layOutPage(printed, orientation);
    undo = laidOut.undo;
    await frames(3);
    const { landscape, scale } = laidOut.sheet;
    const answer = await call('page.print', { to, landscape, scale, ...marks });
    return answer.ok ? ok(answer.value.done) : answer;
  } finally {
    undo();
    delete root.dataset['printing'];
    drawForPaper(false);
    if (scheme !== null) root.setAttribute('data-mantine-color-scheme', scheme);
  }
}

/** Every list has all its rows on the page, and the browser has drawn them. */
async function everythingDrawn(lists: PrintMode['lists']): Promise<void> {
  const until = performance.now() + LONGEST_WAIT_MS;
  await frames(2);
  while ([...lists.values()].some(({ ready }) => !ready)) {
    if (performance.now() > until) throw new Error('The rows to print were not loaded');
    await frames(1);
  }
  await frames(1);
}

async function frames(count: number): Promise<void> {
  for (let left = count; left > 0; left--) await new Promise(requestAnimationFrame);
}
