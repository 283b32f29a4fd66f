import type { BrowserWindow } from 'electron';
import log from 'electron-log/main';
import { sendEvent } from '../pages';
import type { OpenWorkspace } from '../workspace/open-workspace';
import { freeBytes, keepReserve, LOW_DISK_BYTES } from './disk-space';
import type { Keeper } from './keeper';

const COPY_EVERY_MS = 15 * 60_000;
const LOOK_AT_DISK_EVERY_MS = 30_000;
/** Not while the window is still being filled. */
const RESERVE_AFTER_MS = 10_000;

/** While a window shows a workspace: a copy every 15 minutes if something has changed, one before it closes, an eye on the disk. */
export function keepWhileOpen(keeper: Keeper, window: BrowserWindow, workspace: OpenWorkspace): void {
  const contents = window.webContents;
  const folder = workspace.info.path;
  const logged = (what: string, work: Promise<unknown>) => void work.catch((error: unknown) => log.warn(what, error));
  let wasLow = false;

  const copy = setInterval(() => logged('timed copy:', copyIfDue()), COPY_EVERY_MS);
  const look = setInterval(() => logged('free space:', lookAtDisk()), LOOK_AT_DISK_EVERY_MS);
  const reserve = setTimeout(() => logged('reserve:', keepReserve(folder)), RESERVE_AFTER_MS);
  window.once('closed', () => {
    clearInterval(copy);
    clearInterval(look);
    clearTimeout(reserve);
  });

  let mayClose = false;
  window.on('close', (event) => {
    if (mayClose) return;
    event.preventDefault();
    logged('last copy:', keeper.lastCopy(workspace, contents).finally(() => {
      mayClose = true;
      if (!window.isDestroyed()) window.close();
    }));
  });

  async function copyIfDue(): Promise<void> {
    if (await keeper.needsCopy(workspace)) sendEvent(contents, 'keep.due', { reason: 'timer' });
    await keeper.drillIfDue(workspace);
  }

  async function lookAtDisk(): Promise<void> {
    const free = await freeBytes(folder);
    const low = free < LOW_DISK_BYTES;
    if (low !== wasLow) sendEvent(contents, 'keep.disk', { freeBytes: free, low });
    wasLow = low;
  }
}
