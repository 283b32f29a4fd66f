import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import path from 'node:path';
import { calls } from '@shared/messages/zh-CN/calls';
import { shell } from '@shared/messages/zh-CN/shell';
import type { SeededRandom } from '../../resources/sample/seeded-random';
import { type LaunchedWorkbench, launchWorkbench } from '../e2e/launch/launch-workbench';
import { failWrites } from '../e2e/page-models/failing-disk';
import { editMonth, openTargets, typeMonth } from '../e2e/page-models/kept-workspace';
import { Acknowledged } from './acknowledged';
import { prepareTortured } from './desk-load';
import { judge, type Verdict } from './verdict';
import { fastPlace, makeVolume } from './volume';

const MEGABYTES = 512;
const EDITS = 6;

/**
 * Not one byte free while the app is at work: the volume is filled once the workspace is open, edits go on, then room is
 * made, in odd rounds only after a kill -9. Without a volume main's writer is told that the disk is full.
 */
export async function fullDisks(rounds: number, random: SeededRandom, mounted: boolean, onRound: (round: number, what: string, verdict: Verdict) => void): Promise<void> {
  const machine = await prepareTortured();
  for (let round = 1; round <= rounds; round++) {
    const place = mkdtempSync(path.join(fastPlace(machine.home), 'full-'));
    const volume = mounted ? makeVolume(path.join(place, 'volume'), MEGABYTES) : null;
    const workspace = path.join(volume?.folder ?? place, 'workspace');
    cpSync(machine.workspaceFolder, workspace, { recursive: true });
    const desk = await launchWorkbench({ machine, workspace });
    const acknowledged = new Acknowledged();
    await judge(desk, acknowledged);
    await openTargets(desk);
    for (let month = 1; month <= EDITS; month++) await editMonth(desk, month, `${random.int(10, 99)}.5`);
    await acknowledged.look(desk.page);
    const full = volume === null ? await failWrites(desk.app, 'ENOSPC') : fill(volume.folder);
    const named = await editOn(desk, random, acknowledged);
    const killedFirst = round % 2 === 1;
    if (killedFirst) await desk.kill();
    else {
      await full();
      await retry(desk);
      await acknowledged.look(desk.page);
      await desk.kill();
    }
    if (killedFirst && volume !== null) await full();
    const again = await launchWorkbench({ machine, workspace });
    const { desk: shown, ...verdict } = await judge(again, acknowledged);
    await shown.kill();
    volume?.dispose();
    rmSync(place, { recursive: true, force: true });
    onRound(round, killedFirst ? 'killed while full' : 'room made', { ...verdict, unnamed: named === null ? 0 : 1, evidence: [...verdict.evidence, ...(named === null ? [] : [named])] });
  }
  machine.dispose();
}

/** Takes the last byte; answers how to give them back. */
function fill(folder: string): () => Promise<void> {
  const filler = path.join(folder, 'filler');
  // It ends with «No space left on device».
  spawnSync('dd', ['if=/dev/zero', `of=${filler}`, 'bs=64k'], { stdio: 'ignore' });
  spawnSync('dd', ['if=/dev/zero', `of=${filler}-2`, 'bs=512'], { stdio: 'ignore' });
  if (!existsSync(filler)) throw new Error('The volume could not be filled');
  return () => {
    for (const each of [filler, `${filler}-2`]) rmSync(each, { force: true });
    return Promise.resolve();
  };
}

/** Edits until one is not taken; null when the window says why, else what it shows. What is acknowledged meanwhile is noted. */
async function editOn(desk: LaunchedWorkbench, random: SeededRandom, acknowledged: Acknowledged): Promise<string | null> {
  const { page } = desk;
  const cause = page.getByText(calls.file_diskFull).or(page.getByText(calls.keep_lowDisk)).first();
  for (let n = 0; n < EDITS && !(await cause.isVisible()); n++) {
    // A cell may no longer be there to be edited: that is looked at below.
    await typeMonth(desk, random.int(1, 12), `${random.int(1, 9_999)}.5`).catch(() => undefined);
    await acknowledged.look(page).catch(() => undefined);
  }
  const seen = await cause.waitFor({ timeout: 5_000 }).then(() => true, () => false);
  await acknowledged.look(page).catch(() => undefined);
  return seen ? null : `not named: ${(await page.locator('body').innerText()).replaceAll(/\s+/g, ' ').slice(0, 300)}`;
}

async function retry({ page }: LaunchedWorkbench): Promise<void> {
  const again = page.getByRole('button', { name: shell.saveRetry, exact: true });
  if (!(await again.isVisible())) return;
  await again.click();
  await page.getByText(/^已保存/).waitFor({ timeout: 20_000 }).catch(() => undefined);
}
