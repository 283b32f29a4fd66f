// One window of the built app on a workspace, and how much its main thread works: thread CPU time, which other programs on
// the machine do not add to. Sums come from Chromium's own counter of tasks (CDP `Performance`, time domain threadTicks),
// single tasks from a trace (`tdur` of RunTask).
import { readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { _electron } from 'playwright';
import { findElectron } from '../../electron/dev/find-electron.mjs';
import { machineSwitches } from '../../electron/dev/run-electron.mjs';

const root = path.resolve(import.meta.dirname, '../..');
const POLL_MS = 100;
/** Less than this in a poll is the poll itself. */
const QUIET_MS = 3;
/** An answer of the worker may take this long to come, on a machine that has other things to do. */
const QUIET_POLLS = 7;
const KEY_MS = 120;

/** Opens the workspace at 1440 × 900; everything it measures is milliseconds of CPU. */
export async function openDesk({ workspace, env, place = '/targets' }) {
  const app = await _electron.launch({ executablePath: findElectron().executable, args: [...machineSwitches(), root, '--workspace', workspace], env });
  const page = await app.firstWindow();
  await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0].setContentSize(1440, 900));
  await page.waitForSelector('nav', { timeout: 120_000 });
  const cdp = await page.context().newCDPSession(page);
  await cdp.send('Performance.enable', { timeDomain: 'threadTicks' });

  const spent = async () => {
    const { metrics } = await cdp.send('Performance.getMetrics');
    return metrics.find(({ name }) => name === 'TaskDuration').value * 1000;
  };
  /** Waits until the thread has nothing to do; answers what it has spent by then. */
  const settle = async () => {
    let last = await spent();
    for (let quiet = 0, left = 600; quiet < QUIET_POLLS && left > 0; left--) {
      await pause(POLL_MS);
      const now = await spent();
      quiet = now - last < QUIET_MS ? quiet + 1 : 0;
      last = now;
    }
    return last;
  };
  /** All that the thread works because of `act`, until it is quiet again: handlers, rendering, style, layout, paint, answers of the worker. */
  const work = async (act) => {
    const before = await settle();
    await act();
    return (await settle()) - before;
  };
  // What waits for an idle moment comes after the paint: it is let wait while work is measured.
  await page.addInitScript(() => { window.requestIdleCallback = () => 0; });
  await page.reload();
  await page.waitForSelector('nav', { timeout: 120_000 });
  const goTo = (address) => page.evaluate((hash) => { location.hash = hash; }, `#${address}`);
  await goTo(place);
  await settle();
  return {
    page, settle, work, goTo,
    /** Work of each key, typed one after the other into what has the focus. */
    async typed(text) {
      const each = [];
      await settle();
      let last = await spent();
      for (const key of text) {
        // A character of an input method comes as a whole, without a key of its own.
        if (key > '~') await page.keyboard.insertText(key);
        else await page.keyboard.press(key);
        await pause(KEY_MS);
        const now = await spent();
        each.push(now - last);
        last = now;
      }
      return each;
    },
    /** Scrolls what lies under a point by `pixels`, as a quick hand does; answers the longest single task. */
    async longestTask({ x, y, pixels, speed }) {
      const pid = await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0].webContents.getOSProcessId());
      await settle();
      await app.evaluate(({ contentTracing }) => contentTracing.startRecording({ included_categories: ['toplevel'], excluded_categories: ['*'] }));
      await cdp.send('Input.synthesizeScrollGesture', { x, y, yDistance: -pixels, speed, gestureSourceType: 'mouse', preventFling: true });
      await settle();
      const file = await app.evaluate(({ contentTracing }) => contentTracing.stopRecording());
      const { traceEvents } = JSON.parse(readFileSync(file, 'utf8'));
      rmSync(file);
      const main = traceEvents.find((event) => event.name === 'thread_name' && event.pid === pid && event.args.name === 'CrRendererMain');
      const tasks = traceEvents.filter((event) => event.pid === pid && event.tid === main.tid && event.name === 'ThreadControllerImpl::RunTask');
      return Math.max(...tasks.map(({ tdur = 0 }) => tdur)) / 1000;
    },
    close: () => app.close(),
  };
}
