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
      const bytes = await pagePdf(page.contents, order);
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
