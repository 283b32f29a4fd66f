import { ok } from '@shared/kernel/result';
import { fileNameOf } from '../files/file-name';
import { writeAtomic } from '../files/write-atomic';
import { pagePdf, sendToPrinter } from '../print/print-page';
import { previewPdf } from '../print/preview-file';
import type { Ask } from './ask';
import type { CallHandlers } from './serve';

/** Printing of what a window shows. */
export function createPrintHandlers(ask: Ask): Pick<CallHandlers, 'page.print'> {
  return {
    'page.print': async (order, page) => {
      if (order.to === 'printer') return ok({ done: await sendToPrinter(page.contents, order) });
      const printed = await pagePdf(page.contents, order);
      // The PDF library is large and most starts print nothing.
      const { finishPage } = await import('../print/finish-page');
      const bytes = await finishPage(printed, order);
      if (order.to === 'preview') {
        const shown = await previewPdf(order.title, bytes);
        return shown.ok ? ok({ done: true }) : shown;
      }
      const file = await ask.saveAs(page, 'savePrint', `${fileNameOf(order.title)}.pdf`);
      if (file !== null) await writeAtomic(file, bytes);
      return ok({ done: file !== null });
    },
  };
}
