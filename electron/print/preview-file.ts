import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import path from 'node:path';
import { app, shell } from 'electron';
import { ok } from '@shared/kernel/result';
import { type Answer, refuse } from '../call-failure';
import { fileNameOf } from '../files/file-name';
import { writeAtomic } from '../files/write-atomic';

const place = (): string => path.join(app.getPath('userData'), 'print');

/** Shows a PDF in the system's own program for it, from a file that lasts until the next start. `page.noViewer`: there is none. */
export async function previewPdf(title: string, bytes: Uint8Array): Promise<Answer<null>> {
  await mkdir(place(), { recursive: true, mode: 0o700 });
  const file = path.join(await mkdtemp(path.join(place(), 'preview-')), `${fileNameOf(title)}.pdf`);
  await writeAtomic(file, bytes);
  const refusal = await shell.openPath(file);
  return refusal === '' ? ok(null) : refuse('page.noViewer', refusal);
}

/** Previews of the last run are not wanted any more. */
export const removePreviews = (): Promise<void> => rm(place(), { recursive: true, force: true });
