import { PDFArray, PDFDict, PDFDocument, PDFHexString, PDFName, PDFNumber } from '@cantoo/pdf-lib';
import { expect, test } from 'vitest';
import { finishPdf } from '../../../../electron/packs/finish-pdf';

const label = { name: '华东大区 2026年10月 评审报告', language: 'zh-CN', createdAt: new Date('2026-10-22T01:02:03.000Z') };

async function printed(pages: number): Promise<Uint8Array> {
  const pdf = await PDFDocument.create();
  for (let page = 0; page < pages; page++) pdf.addPage([595, 842]);
  return pdf.save();
}

/** Titles of an outline, indented by depth, with the page each leads to. */
function outlineOf(pdf: PDFDocument): string[] {
  const lines: string[] = [];
  const walk = (parent: PDFDict, depth: number) => {
    for (let item = parent.lookupMaybe(PDFName.of('First'), PDFDict); item; item = item.lookupMaybe(PDFName.of('Next'), PDFDict)) {
      const target = item.lookup(PDFName.of('Dest'), PDFArray).get(0);
      const page = pdf.getPages().findIndex((each) => each.ref === target) + 1;
      lines.push(`${'  '.repeat(depth)}${item.lookup(PDFName.of('Title'), PDFHexString).decodeText()} ${page}`);
      walk(item, depth + 1);
    }
  };
  const root = pdf.catalog.lookupMaybe(PDFName.of('Outlines'), PDFDict);
  if (root) walk(root, 0);
  return lines;
}

test('chapters and people become nested bookmarks that lead to their pages, and the file carries its title and language', async () => {
  const drawn = { overflowing: [], pages: 5, outline: [{ title: '摘要', level: 1, page: 2 }, { title: '个人', level: 1, page: 3 }, { title: '李伟', level: 2, page: 3 }, { title: '王芳', level: 2, page: 5 }] } as const;
  const finished = await finishPdf(await printed(5), { ...drawn, overflowing: [], outline: [...drawn.outline] }, label);
  if (!finished.ok) throw new Error(finished.error.detail);
  const pdf = await PDFDocument.load(finished.value, { updateMetadata: false });
  expect(outlineOf(pdf)).toEqual(['摘要 2', '个人 3', '  李伟 3', '  王芳 5']);
  const root = pdf.catalog.lookup(PDFName.of('Outlines'), PDFDict);
  expect(root.lookup(PDFName.of('Count'), PDFNumber).asNumber()).toBe(2);
  expect(pdf.getTitle()).toBe(label.name);
  expect(pdf.catalog.lookup(PDFName.of('Lang'))?.toString()).toContain('zh-CN');
  expect(pdf.getCreationDate()).toEqual(label.createdAt);
});

test('a pack without an outline stays without bookmarks', async () => {
  const finished = await finishPdf(await printed(1), { overflowing: [], pages: 1, outline: [] }, label);
  expect(finished.ok && outlineOf(await PDFDocument.load(finished.value))).toEqual([]);
});

test('a PDF longer than what was drawn is refused: something spilled over', async () => {
  expect(await finishPdf(await printed(4), { overflowing: [], pages: 3, outline: [] }, label)).toEqual({ ok: false, error: { code: 'pack.overflow', detail: '3 pages drawn, 4 printed' } });
});
