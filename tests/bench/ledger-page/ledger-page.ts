import { openWorkspace } from '@renderer/data/workspace';
import { setUpWorkspace } from '@renderer/data/settings';
import { connectLedger } from '@renderer/ledger/ledger-client';
import { uuidV7 } from '@shared/kernel/id';

interface Timed {
  readonly ms: number;
  readonly rows: number;
  /** Longest time this page's thread could not run meanwhile. */
  readonly gapMs: number;
}

const newId = () => uuidV7(Date.now(), crypto.getRandomValues(new Uint8Array(10)));

/** Runs the work while a task that asks for its next turn at once notes how long it had to wait. */
async function watched(work: () => Promise<number>): Promise<Timed> {
  const { port1, port2 } = new MessageChannel();
  let gapMs = 0;
  let last = performance.now();
  let running = true;
  port1.onmessage = () => {
    const now = performance.now();
    gapMs = Math.max(gapMs, now - last);
    last = now;
    if (running) setTimeout(() => port2.postMessage(null), 0);
  };
  port2.postMessage(null);
  const start = performance.now();
  const rows = await work();
  const ms = performance.now() - start;
  running = false;
  return { ms, rows, gapMs };
}

/** An empty workspace and how a file is dry-run and committed into it; the header was looked at before, as on screen. */
async function emptyLedger(token: string, bytes: number, headToken: string, headBytes: number) {
  const workspace = { databaseName: `bench-${newId()}`, id: newId(), deviceId: newId() };
  const ws = await openWorkspace(workspace);
  await setUpWorkspace(ws, { organisation: 'Bench', actor: 'Bench', currency: 'CNY', fiscalYearStartMonth: 1, fixedToday: null, sample: false });
  const ledger = await connectLedger(workspace);
  const inspected = await ledger.inspect({ token: headToken, name: 'lines.csv', bytes: headBytes }, null);
  if (!inspected.ok) throw new Error(inspected.error.code);
  return {
    async import(): Promise<{ batchId: string; added: number; unchanged: number }> {
      const report = await ledger.dryRun({ token, name: 'lines.csv', bytes }, inspected.value.mapping, () => undefined);
      if (!report.ok) throw new Error(report.error.code);
      const committed = await ledger.commitImport({ runId: report.value.runId, sha256: '0'.repeat(64) }, () => undefined);
      if (!committed.ok) throw new Error(committed.error);
      return { batchId: committed.value.batchId, added: report.value.added, unchanged: report.value.unchanged };
    },
    async undo(batchId: string): Promise<number> {
      const undone = await ledger.undoImport(batchId);
      if (!undone.ok) throw new Error(undone.error);
      return (await ledger.content()).counts.orderLines;
    },
    close(): void {
      ledger.close();
      ws.db.close();
    },
  };
}

/** Dry run and strict commit of the file into an empty workspace. */
async function importFile(...file: Parameters<typeof emptyLedger>): Promise<Timed> {
  const ledger = await emptyLedger(...file);
  const timed = await watched(async () => (await ledger.import()).added);
  ledger.close();
  return timed;
}

/** The file imported a second time, which must change nothing, then its first import undone while the second stands, then the second. */
async function importAgain(...file: Parameters<typeof emptyLedger>): Promise<{ again: Timed; undoAttested: Timed; undoLast: Timed }> {
  const ledger = await emptyLedger(...file);
  const first = await ledger.import();
  let second = first;
  const again = await watched(async () => {
    second = await ledger.import();
    return second.unchanged;
  });
  const undoAttested = await watched(() => ledger.undo(first.batchId));
  const undoLast = await watched(() => ledger.undo(second.batchId));
  ledger.close();
  return { again, undoAttested, undoLast };
}

/** papaparse alone in a module worker: the file as text, every row an array of texts. */
const parseWithPapa = (token: string): Promise<Timed> => parseWith(new Worker(new URL('./papa-worker.ts', import.meta.url), { type: 'module' }), token);

/** SheetJS alone in a module worker: the workbook whole, every cell an object. */
const parseWithSheetJs = (token: string): Promise<Timed> => parseWith(new Worker(new URL('./sheetjs-worker.ts', import.meta.url), { type: 'module' }), token);

async function parseWith(worker: Worker, token: string): Promise<Timed> {
  await new Promise((resolve) => worker.addEventListener('message', resolve, { once: true }));
  const timed = await watched(
    () =>
      new Promise<number>((resolve) => {
        worker.addEventListener('message', (event: MessageEvent<number>) => resolve(event.data), { once: true });
        worker.postMessage(new URL(`/file/${token}`, location.href).href);
      }),
  );
  worker.terminate();
  return timed;
}

/** Warm sums by person and month over a million lines in memory: the ledger's cube and a bare loop over its columns. */
async function aggregate(lines: number): Promise<{ ours: number; other: number }> {
  const worker = new Worker(new URL('./aggregate-worker.ts', import.meta.url), { type: 'module' });
  const answer = await new Promise<{ ours: number; other: number }>((resolve) => {
    worker.addEventListener('message', (event: MessageEvent<{ ours: number; other: number }>) => resolve(event.data), { once: true });
    worker.postMessage(lines);
  });
  worker.terminate();
  return answer;
}

declare global {
  interface Window {
    bench: { importFile: typeof importFile; importAgain: typeof importAgain; parseWithPapa: typeof parseWithPapa; parseWithSheetJs: typeof parseWithSheetJs; aggregate: typeof aggregate };
  }
}
window.bench = { importFile, importAgain, parseWithPapa, parseWithSheetJs, aggregate };
