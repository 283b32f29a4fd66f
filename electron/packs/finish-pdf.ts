import { PDFDocument } from '@cantoo/pdf-lib';
import type { PrintDrawn } from '@shared/contracts/workbench-calls';
import { ok } from '@shared/kernel/result';
import { type Answer, refuse } from '../call-failure';
import { addBookmarks } from './add-bookmarks';

export interface PackLabel {
  /** Title of the document when the page gave it none. */
  readonly name: string;
  readonly language: string;
  readonly createdAt: Date;
}

/**
 * Turns what Chromium printed into the finished file: bookmarks, title, language, dates of the pack.
 * A printed length other than the drawn one means that something spilled over: `pack.overflow`.
 */
export async function finishPdf(printed: Uint8Array, drawn: PrintDrawn, label: PackLabel): Promise<Answer<Uint8Array>> {
  const pdf = await PDFDocument.load(printed, { updateMetadata: false });
  const pages = pdf.getPageCount();
  if (pages !== drawn.pages) return refuse('pack.overflow', `${drawn.pages} pages drawn, ${pages} printed`);
  const beyond = drawn.outline.find((entry) => entry.page > pages);
  if (beyond) return refuse('pack.failed', `bookmark beyond the last page: ${beyond.page}`);
  addBookmarks(pdf, drawn.outline);
  pdf.setTitle(pdf.getTitle() || label.name, { showInWindowTitleBar: true });
  pdf.setLanguage(label.language);
  pdf.setCreator('Sales Workbench');
  pdf.setCreationDate(label.createdAt);
  pdf.setModificationDate(label.createdAt);
  return ok(await pdf.save({ objectsPerTick: 2_000 }));
}
