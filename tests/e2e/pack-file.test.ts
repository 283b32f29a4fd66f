import { execFileSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { PDFDict, PDFDocument, PDFHexString, PDFName } from '@cantoo/pdf-lib';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { reviewPack } from '../fixtures/review-pack';
import { type LaunchedWorkbench, launchWorkbench } from './launch/launch-workbench';

interface Bridge {
  call(name: string, input: unknown): Promise<{ ok: true; value: { path: string | null; pages: number; bytes: number } } | { ok: false; error: { code: string; detail: string } }>;
  on(event: string, listener: (payload: { jobId: string; stage: string }) => void): () => void;
}

let workbench: LaunchedWorkbench;
let folder: string;
beforeAll(async () => {
  workbench = await launchWorkbench({ workspace: null });
  folder = workbench.machine.home;
});
afterAll(() => workbench.close());

/** Exports the pack of the mock-ups to a file; `cancelAt` gives the stage at which it is cancelled. */
async function exportPack(file: string | null, cancelAt: string | null = null, language = reviewPack.language) {
  await workbench.app.evaluate(({ dialog }, filePath) => {
    dialog.showSaveDialog = () => Promise.resolve({ canceled: filePath === null, filePath: filePath ?? '' });
  }, file);
  return workbench.page.evaluate(
    async ([pack, jobId, cancelAt]) => {
      const bridge = (window as unknown as { workbench: Bridge }).workbench;
      const stages: string[] = [];
      const stop = bridge.on('pack.progress', (progress) => {
        stages.push(progress.stage);
        if (progress.stage === cancelAt) void bridge.call('pack.cancel', { jobId });
      });
      const answer = await bridge.call('pack.export', { jobId, pack, suggestedName: 'East China 2026-10' });
      stop();
      return { answer, stages };
    },
    [{ ...reviewPack, language }, randomUUID(), cancelAt] as const,
  );
}

/** Titles of the outline, chapters and the people under them. */
function bookmarksOf(pdf: PDFDocument): string[] {
  const titles: string[] = [];
  const walk = (parent: PDFDict) => {
    for (let item = parent.lookupMaybe(PDFName.of('First'), PDFDict); item; item = item.lookupMaybe(PDFName.of('Next'), PDFDict)) {
      titles.push(item.lookup(PDFName.of('Title'), PDFHexString).decodeText());
      walk(item);
    }
  };
  walk(pdf.catalog.lookup(PDFName.of('Outlines'), PDFDict));
  return titles;
}

test('a pack is printed once, numbered by its pages, bookmarked by chapter and person, and its text is selectable', async () => {
  const file = path.join(folder, 'pack.pdf');
  const { answer, stages } = await exportPack(file);
  if (!answer.ok) throw new Error(`${answer.error.code}: ${answer.error.detail}`);
  expect(answer.value).toMatchObject({ path: file, bytes: readFileSync(file).length });
  expect(stages).toEqual(['drawing', 'printing', 'numbering', 'writing']);
  const pdf = await PDFDocument.load(readFileSync(file), { updateMetadata: false });
  expect(pdf.getPageCount()).toBe(answer.value.pages);
  const { width, height } = pdf.getPage(0).getSize();
  expect([Math.round(width), Math.round(height)]).toEqual([595, 842]);
  expect(pdf.getTitle()).not.toBe('');
  expect(bookmarksOf(pdf)).toEqual(expect.arrayContaining(reviewPack.people.map(({ name }) => expect.stringContaining(name) as string)));
  const text = execFileSync('pdftotext', ['-layout', file, '-'], { encoding: 'utf8' });
  for (const person of reviewPack.people) expect(text).toContain(person.name);
});

/** Chinese words on the pages of a pack that are none of its data. */
async function chineseOfItsOwn(language: 'zh-CN' | 'en'): Promise<string[]> {
  const file = path.join(folder, `words-${language}.pdf`);
  const { answer } = await exportPack(file, null, language);
  if (!answer.ok) throw new Error(`${answer.error.code}: ${answer.error.detail}`);
  const text = execFileSync('pdftotext', ['-layout', file, '-'], { encoding: 'utf8' });
  const data = JSON.stringify(reviewPack);
  return (text.match(/[\u3000-\u303f\u3400-\u9fff\uff00-\uffef]+/g) ?? []).filter((words) => !data.includes(words));
}

test('in English a pack says nothing in Chinese but what the data is called', async () => {
  expect(await chineseOfItsOwn('en')).toEqual([]);
  // The search finds such words where there are some.
  expect(await chineseOfItsOwn('zh-CN')).not.toEqual([]);
});

test.each(['drawing', 'printing', 'numbering', 'writing'])('cancelled while %s, the file that was there before stays and nothing is left behind', async (stage) => {
  const file = path.join(folder, `cancelled-${stage}`, 'pack.pdf');
  mkdirSync(path.dirname(file));
  writeFileSync(file, 'the pack of last month');
  const { answer } = await exportPack(file, stage);
  expect(answer).toMatchObject({ ok: false, error: { code: 'pack.cancelled' } });
  expect(readdirSync(path.dirname(file))).toEqual(['pack.pdf']);
  expect(readFileSync(file, 'utf8')).toBe('the pack of last month');
});

test('a folder that is not there is named, and nothing is printed into thin air', async () => {
  const { answer } = await exportPack(path.join(folder, 'missing', 'pack.pdf'));
  expect(answer).toMatchObject({ ok: false, error: { code: 'file.missing' } });
});

test('closing the dialog exports nothing', async () => {
  expect((await exportPack(null)).answer).toEqual({ ok: true, value: { path: null, pages: 0, bytes: 0 } });
  expect(existsSync(path.join(folder, 'East China 2026-10.pdf'))).toBe(false);
});
