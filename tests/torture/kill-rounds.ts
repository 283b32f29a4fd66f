import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { type SeededRandom } from '../../resources/sample/seeded-random';
import { type LaunchedWorkbench, launchWorkbench } from '../e2e/launch/launch-workbench';
import { DueCopies } from '../e2e/page-models/due-copies';
import { Acknowledged } from './acknowledged';
import { loads, LONGEST, prepareTortured, readyFor } from './desk-load';
import { judge, type Verdict } from './verdict';

/** Kill -9 in the middle of work, again and again on one workspace; each start judges the round before it. */
export async function killRounds(rounds: number, random: SeededRandom, onRound: (round: number, what: string, verdict: Verdict) => void): Promise<void> {
  const machine = await prepareTortured();
  const acknowledged = new Acknowledged();
  let before = 'prepared';
  for (let round = 0; round <= rounds; round++) {
    const opened = await launchWorkbench({ machine });
    const { desk, ...verdict } = await judge(opened, acknowledged);
    const unsound = await unsoundCopies(desk, path.join(machine.workspaceFolder, 'snapshots'));
    if (round > 0) onRound(round, before, { ...verdict, unreadable: verdict.unreadable + unsound.length, evidence: [...verdict.evidence, ...unsound] });
    if (round === rounds || verdict.unreadable > 0) {
      await desk.kill();
      break;
    }
    before = loads[round % loads.length]!;
    await killAmid(desk, acknowledged, async () => {
      const load = loads[round % loads.length]!;
      return { work: await readyFor(load, desk, machine, random, String(round)), ms: random.int(0, LONGEST[load]) };
    });
  }
  machine.dispose();
}

/** Every listed copy reads back whole, and nothing else lies among them after an opening. */
async function unsoundCopies(desk: LaunchedWorkbench, folder: string): Promise<string[]> {
  const copies = await new DueCopies(desk).list();
  const halves = existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith('.part')) : [];
  return [...copies.filter(({ fault }) => fault !== null).map(({ id, fault }) => `copy ${id}: ${fault}`), ...halves.map((name) => `half file ${name}`)];
}

/** Lets work begin, notes what is acknowledged while it runs, and kills the program after so many ms. */
async function killAmid(desk: LaunchedWorkbench, acknowledged: Acknowledged, ready: () => Promise<{ work: () => Promise<unknown>; ms: number }>): Promise<void> {
  const { work, ms } = await ready();
  let over = false;
  const working = work().catch(() => undefined);
  const looking = (async () => {
    // The page goes with a restore that is done, and with the program.
    while (!over) await acknowledged.look(desk.page).catch(() => (over = true));
  })();
  await new Promise((resolve) => setTimeout(resolve, ms));
  over = true;
  await desk.kill();
  await Promise.all([working, looking]);
}
