import { PDFDocument } from '@cantoo/pdf-lib';
import type { CallInput } from '@shared/contracts/workbench-calls';

/** The printed page with its title and language, as readers show and speak it. */
export async function finishPage(printed: Uint8Array, { title, language }: Pick<CallInput<'page.print'>, 'title' | 'language'>): Promise<Uint8Array> {
  const pdf = await PDFDocument.load(printed, { updateMetadata: false });
  pdf.setTitle(title, { showInWindowTitleBar: true });
  pdf.setLanguage(language);
  pdf.setCreator('Sales Workbench');
  return pdf.save({ objectsPerTick: 2_000 });
}
