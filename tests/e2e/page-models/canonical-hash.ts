import type { Page, Worker as PageWorker } from 'playwright';

interface Bridge {
  call(name: 'app.info', input: object): Promise<{ ok: boolean; value: { workspace: { databaseName: string; id: string; deviceId: string } } }>;
}

const isLedger = (worker: PageWorker) => /\/worker-[^/]*\.js$/.test(worker.url());

/** A worker that started before the test was attached is not listed: the page is loaded anew. */
async function reopenedLedger(page: Page): Promise<PageWorker> {
  const [worker] = await Promise.all([page.waitForEvent('worker', isLedger), page.reload()]);
  return worker;
}

/**
 * The canonical hash of the open workspace, as stored: a second worker of the app's own ledger opens the database and is
 * asked (in comlink's messages), so nothing that the window holds in memory counts.
 */
export async function canonicalHash(page: Page): Promise<string> {
  const ledger = page.workers().find(isLedger) ?? (await reopenedLedger(page));
  return page.evaluate(async (url) => {
    const info = await (window as unknown as { workbench: Bridge }).workbench.call('app.info', {});
    const { databaseName, id, deviceId } = info.value.workspace;
    const worker = new Worker(url, { type: 'module' });
    const ask = (method: string, argumentList: unknown[]) =>
      new Promise<unknown>((resolve, reject) => {
        const messageId = crypto.randomUUID();
        worker.addEventListener('error', (event) => reject(new Error(event.message)), { once: true });
        worker.addEventListener('message', ({ data }: MessageEvent<{ id: string; type: string; value: unknown }>) => {
          if (data.id !== messageId) return;
          if (data.type === 'RAW') resolve(data.value);
          else reject(new Error(JSON.stringify(data.value)));
        });
        worker.postMessage({ id: messageId, type: 'APPLY', path: [method], argumentList: argumentList.map((value) => ({ type: 'RAW', value })) });
      });
    try {
      await ask('open', [{ databaseName, id, deviceId }]);
      return String(await ask('canonicalHash', []));
    } finally {
      worker.terminate();
    }
  }, ledger.url());
}
