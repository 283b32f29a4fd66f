import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import type { SeededRandom } from '../../resources/sample/seeded-random';
import { type LaunchedWorkbench, launchWorkbench, processTree } from '../e2e/launch/launch-workbench';
import type { TestMachine } from '../e2e/launch/test-machine';
import { prepareMachine } from '../e2e/launch/test-machine';
import { Acknowledged } from './acknowledged';
import { type Load, LONGEST, prepareTortured, readyFor } from './desk-load';
import { judge, type Verdict } from './verdict';
import { fastPlace, makeVolume, mountImage, type Volume } from './volume';

const MEGABYTES = 768;
/** A start serves so many cuts: the workspace does not grow without end. */
const CUTS_PER_START = 10;
/** A restore closes the window it was asked in: it ends its start. */
const CUT_LOADS: readonly Load[] = ['edit', 'import', 'backup', 'edit', 'import', 'edit', 'backup', 'edit', 'import', 'restore'];

/**
 * The power cut while the app is at work, on a copy: the program is stopped for a moment, what its disk has been given so
 * far is copied without a sync (what lies in the file system's memory only is lost, as it would be), and the copy is opened.
 * Without a volume the folder itself is copied: then only the program's own memory is lost.
 */
export async function powerCuts(rounds: number, random: SeededRandom, mounted: boolean, onRound: (round: number, what: string, verdict: Verdict) => void): Promise<void> {
  const prepared = await prepareTortured();
  const reader = await prepareMachine();
  for (let round = 1; round <= rounds; ) {
    const place = mkdtempSync(path.join(fastPlace(prepared.home), 'power-'));
    const volume = mounted ? makeVolume(path.join(place, 'live'), MEGABYTES) : null;
    const workspace = path.join(volume?.folder ?? place, 'workspace');
    cpSync(prepared.workspaceFolder, workspace, { recursive: true });
    const desk = await launchWorkbench({ machine: prepared, workspace });
    const acknowledged = new Acknowledged();
    await judge(desk, acknowledged);
    for (let cut = 0; cut < CUTS_PER_START && round <= rounds; cut++, round++) {
      const load = CUT_LOADS[cut % CUT_LOADS.length]!;
      const taken = await cutAmid(desk, acknowledged, prepared, random, load, `${round}`, volume, place);
      const copy = taken.image === null ? null : mountImage(path.join(place, `cut-${round}`), taken.image);
      const copied = copy === null ? taken.folder : path.join(copy.folder, 'workspace');
      // Whoever held it went with the power; here it lives on.
      rmSync(path.join(copied, 'workspace.lock'), { force: true });
      const opened = await launchWorkbench({ machine: reader, workspace: copied });
      const { desk: shown, ...verdict } = await judge(opened, taken.acknowledged);
      await shown.kill();
      copy?.dispose();
      rmSync(taken.folder, { recursive: true, force: true });
      onRound(round, load, verdict);
    }
    await desk.kill();
    volume?.dispose();
    rmSync(place, { recursive: true, force: true });
  }
  reader.dispose();
  prepared.dispose();
}

interface Cut {
  readonly acknowledged: Acknowledged;
  /** The copied image; null = the folder was copied. */
  readonly image: string | null;
  readonly folder: string;
}

async function cutAmid(desk: LaunchedWorkbench, acknowledged: Acknowledged, machine: TestMachine, random: SeededRandom, load: Load, name: string, volume: Volume | null, place: string): Promise<Cut> {
  const work = await readyFor(load, desk, machine, random, `${name}-${random.int(0, 999_999)}`);
  let over = false;
  const working = work().catch(() => undefined);
  const looking = (async () => {
    while (!over) await acknowledged.look(desk.page).catch(() => (over = true));
  })();
  await new Promise((resolve) => setTimeout(resolve, random.int(0, LONGEST[load])));
  const folder = path.join(place, `cut-${name}`);
  mkdirSync(folder, { recursive: true });
  const image = volume === null ? null : path.join(folder, 'image');
  const tree = processTree(desk.app.process().pid!);
  signal(tree, 'SIGSTOP');
  // What the page had been told before the world stopped.
  const told = acknowledged.asOfNow();
  if (volume === null || image === null) cpSync(path.join(place, 'workspace'), folder, { recursive: true });
  else copyStill(volume, image);
  signal(tree, 'SIGCONT');
  await working;
  over = true;
  await looking;
  return { acknowledged: told, image, folder };
}

/** Copies the image without a sync, again while the kernel was writing meanwhile: the copy is of one moment. */
function copyStill(volume: Volume, target: string): void {
  for (;;) {
    const before = volume.writes();
    execFileSync('cp', ['--sparse=always', volume.image, target], { stdio: 'pipe' });
    if (volume.writes() === before) return;
  }
}

function signal(pids: readonly number[], name: 'SIGSTOP' | 'SIGCONT'): void {
  for (const pid of pids) {
    try {
      process.kill(pid, name);
    } catch (error) {
      // A helper process that has just ended.
      if (!(error instanceof Error && 'code' in error && error.code === 'ESRCH')) throw error;
    }
  }
}
