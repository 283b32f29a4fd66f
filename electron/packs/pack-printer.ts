import { constants } from 'node:fs';
import { access } from 'node:fs/promises';
import path from 'node:path';
import type { ReviewPack } from '@shared/contracts/review-pack';
import type { PrintDrawn, WorkbenchEvents } from '@shared/contracts/workbench-calls';
import { ok } from '@shared/kernel/result';
import type { BrowserWindow, WebContents } from 'electron';
import { type Answer, failureOf, refuse } from '../call-failure';
import { writeAtomic } from '../files/write-atomic';

/** The print page must have drawn by then; a long pack takes seconds. */
const DRAWING_LIMIT_MS = 180_000;

export interface PackOrder {
  readonly jobId: string;
  readonly pack: ReviewPack;
  readonly name: string;
  readonly file: string;
  readonly onProgress: (progress: WorkbenchEvents['pack.progress']) => void;
}

interface Job {
  readonly order: PackOrder;
  /** Ends the waiting for the page; only the first time counts. */
  readonly settle: (drawn: Answer<PrintDrawn>) => void;
  readonly drawing: Promise<Answer<PrintDrawn>>;
  /** Resolves when the job is cancelled: what is under way is not waited for. */
  readonly cancelling: Promise<null>;
  readonly cancel: () => void;
  cancelled: boolean;
  window: BrowserWindow | null;
}

/** Prints packs in a hidden window of its own, one document and one print each, and writes the file whole or not at all. */
export class PackPrinter {
  private readonly jobs = new Map<string, Job>();
  private readonly written = new Map<string, string>();
  /** Settles when Chromium prints nothing for us: one print at a time, and no window is closed in the middle of one. */
  private printing: Promise<unknown> = Promise.resolve();

  constructor(private readonly openPrintWindow: () => BrowserWindow) {}

  /** Refuses `pack.cancelled`, `.overflow`, `.failed` or the disk's reason; then no file was written or changed. */
  async export(order: PackOrder): Promise<Answer<{ path: string; pages: number; bytes: number }>> {
    if (this.jobs.has(order.jobId)) return refuse('pack.failed', 'a job of this id is running');
    const job = newJob(order);
    this.jobs.set(order.jobId, job);
    try {
      return await this.run(job);
    } catch (error) {
      return job.cancelled ? refuse('pack.cancelled') : { ok: false, error: failureOf(error, 'pack.failed') };
    } finally {
      this.jobs.delete(order.jobId);
      void this.printing.then(() => job.window?.destroy());
    }
  }

  cancel(jobId: string): void {
    this.jobs.get(jobId)?.cancel();
  }

  /** What a print page has to draw; null for any other page. */
  packFor(contents: WebContents): ReviewPack | null {
    return this.jobOf(contents)?.order.pack ?? null;
  }

  drawn(contents: WebContents, drawn: PrintDrawn): void {
    this.jobOf(contents)?.settle(drawn.overflowing.length > 0 ? refuse('pack.overflow', drawn.overflowing.join(', ')) : ok(drawn));
  }

  /** The print page could not draw. */
  failed(contents: WebContents, message: string): void {
    this.jobOf(contents)?.settle(refuse('pack.failed', message.split('\n', 1)[0]));
  }

  /** The file a finished job wrote, or null. */
  fileOf(jobId: string): string | null {
    return this.written.get(jobId) ?? null;
  }

  private jobOf(contents: WebContents): Job | null {
    for (const job of this.jobs.values()) if (job.window && !job.window.isDestroyed() && job.window.webContents.id === contents.id) return job;
    return null;
  }

  private print(job: Job, contents: WebContents): Promise<Uint8Array | null> {
    const printed = this.printing.then(() => (job.cancelled ? null : contents.printToPDF({ preferCSSPageSize: true, printBackground: true, margins: { top: 0, bottom: 0, left: 0, right: 0 } })));
    // Who asked for this print hears of its failure; the next one only waits for its end.
    this.printing = printed.catch(() => undefined);
    return printed;
  }

  private async run(job: Job): Promise<Answer<{ path: string; pages: number; bytes: number }>> {
    const { jobId, pack, name, file, onProgress } = job.order;
    await access(path.dirname(file), constants.W_OK);
    onProgress({ jobId, stage: 'drawing', done: 0, total: pack.people.length });
    const { webContents } = (job.window = this.openPrintWindow());
    webContents.once('render-process-gone', (_event, details) => job.settle(refuse('pack.failed', `print page: ${details.reason}`)));
    webContents.once('did-fail-load', (_event, _code, description) => job.settle(refuse('pack.failed', `print page: ${description}`)));
    const timer = setTimeout(() => job.settle(refuse('pack.failed', 'print page: no answer')), DRAWING_LIMIT_MS);
    const drawn = await job.drawing;
    clearTimeout(timer);
    if (!drawn.ok) return drawn;
    const { pages } = drawn.value;
    onProgress({ jobId, stage: 'printing', done: 0, total: pages });
    const printed = await Promise.race([this.print(job, webContents), job.cancelling]);
    if (printed === null) return refuse('pack.cancelled');
    onProgress({ jobId, stage: 'numbering', done: pages, total: pages });
    // The PDF library is large and most starts print nothing.
    const { finishPdf } = await import('./finish-pdf');
    const finished = await finishPdf(printed, drawn.value, { name, language: pack.language, createdAt: new Date(pack.createdAt) });
    if (!finished.ok) return finished;
    if (job.cancelled) return refuse('pack.cancelled');
    onProgress({ jobId, stage: 'writing', done: pages, total: pages });
    const wasWritten = await writeAtomic(file, finished.value, () => !job.cancelled);
    if (!wasWritten) return refuse('pack.cancelled');
    this.written.set(jobId, file);
    return ok({ path: file, pages, bytes: finished.value.length });
  }
}

function newJob(order: PackOrder): Job {
  let settle: Job['settle'] = () => undefined;
  let resolveCancelling: (value: null) => void = () => undefined;
  const drawing = new Promise<Answer<PrintDrawn>>((resolve) => {
    settle = resolve;
  });
  const cancelling = new Promise<null>((resolve) => {
    resolveCancelling = resolve;
  });
  const cancel = () => {
    job.cancelled = true;
    settle(refuse('pack.cancelled'));
    resolveCancelling(null);
  };
  const job: Job = { order, settle, drawing, cancelling, cancel, cancelled: false, window: null };
  return job;
}
