import type { WebContents } from 'electron';
import log from 'electron-log/main';
import { sendEvent } from '../pages';
import type { OpenWorkspace } from '../workspace/open-workspace';
import { freeBytes, keepReserve, LOW_DISK_BYTES } from './disk-space';
import type { Keeper } from './keeper';

const COPY_EVERY_MS = 15 * 60_000;
const LOOK_AT_DISK_EVERY_MS = 30_000;
/** Not while the window is still being filled. */
const RESERVE_AFTER_MS = 10_000;

/**
 * While any window shows a workspace: a copy every 15 minutes if something has changed, an eye on the disk. `pages` are those
 * of its windows now. Answers how to stop. (The copy before the last window closes is the windows' own: see WorkbenchWindows.)
 */
export function keepWhileOpen(keeper: Keeper, workspace: OpenWorkspace, pages: () => readonly WebContents[]): () => void {
  const folder = workspace.info.path;
  const logged = (what: string, work: Promise<unknown>) => void work.catch((error: unknown) => log.warn(what, error));
  let wasLow = false;

  const copy = setInterval(() => logged('timed copy:', copyIfDue()), COPY_EVERY_MS);
  const look = setInterval(() => logged('free space:', lookAtDisk()), LOOK_AT_DISK_EVERY_MS);
  const reserve = setTimeout(() => logged('reserve:', keepReserve(folder)), RESERVE_AFTER_MS);
  return () => {
    clearInterval(copy);
    clearInterval(look);
    clearTimeout(reserve);
  };

  async function copyIfDue(): Promise<void> {
    // One window is enough, and only one that has opened the database makes copies.
    const page = pages().find((contents) => keeper.hasOpened(contents));
    if (page && (await keeper.needsCopy(workspace))) sendEvent(page, 'keep.due', { reason: 'timer' });
    await keeper.drillIfDue(workspace);
  }

  async function lookAtDisk(): Promise<void> {
    const free = await freeBytes(folder);
    const low = free < LOW_DISK_BYTES;
    if (low !== wasLow) for (const page of pages()) sendEvent(page, 'keep.disk', { freeBytes: free, low });
    wasLow = low;
  }
}
