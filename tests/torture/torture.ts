import { tmpdir } from 'node:os';
import process from 'node:process';
import { seededRandom } from '../../resources/sample/seeded-random';
import { fullDisks } from './full-disks';
import { killRounds } from './kill-rounds';
import { powerCuts } from './power-cuts';
import type { Verdict } from './verdict';
import { whyNoVolumes } from './volume';

export interface Rounds {
  readonly kills: number;
  readonly cuts: number;
  readonly full: number;
  readonly seed: number;
}

/** What all rounds of one kind came to. */
export interface Tally {
  readonly name: string;
  /** How it was done where the machine does not let us mount; null = as it should be. */
  readonly fallback: string | null;
  rounds: number;
  /** Acknowledged change-sets looked for, over all rounds. */
  acknowledged: number;
  lost: number;
  torn: number;
  unreadable: number;
  unnamed: number;
  rebuilt: number;
}

/** All three kinds of rounds in turn; every round is told on stderr as it is judged. */
export async function torture({ kills, cuts, full, seed }: Rounds): Promise<Tally[]> {
  const noVolumes = whyNoVolumes(tmpdir());
  const fallback = (how: string) => (noVolumes === null ? null : `${how} (${noVolumes})`);
  const kinds = [
    { name: 'kill -9', rounds: kills, fallback: null, run: killRounds },
    { name: 'power cut', rounds: cuts, fallback: fallback('the folder was copied, not the disk'), run: withMount(powerCuts, noVolumes === null) },
    { name: 'full disk', rounds: full, fallback: fallback("told to main's writer, no disk was filled"), run: withMount(fullDisks, noVolumes === null) },
  ];
  const tallies: Tally[] = [];
  for (const { name, rounds, fallback: how, run } of kinds) {
    const tally: Tally = { name, fallback: how, rounds: 0, acknowledged: 0, lost: 0, torn: 0, unreadable: 0, unnamed: 0, rebuilt: 0 };
    tallies.push(tally);
    if (rounds > 0) await run(rounds, seededRandom(seed), (round, what, verdict) => count(tally, round, what, verdict));
  }
  return tallies;
}

type OnRound = Parameters<typeof killRounds>[2];
type Mounted = (rounds: number, random: ReturnType<typeof seededRandom>, mounted: boolean, onRound: OnRound) => Promise<void>;

const withMount = (run: Mounted, mounted: boolean): typeof killRounds => (rounds, random, onRound) => run(rounds, random, mounted, onRound);

function count(tally: Tally, round: number, what: string, verdict: Verdict): void {
  tally.rounds += 1;
  for (const fact of ['acknowledged', 'lost', 'torn', 'unreadable', 'unnamed', 'rebuilt'] as const) tally[fact] += verdict[fact];
  const { evidence, ...counts } = verdict;
  process.stderr.write(`${tally.name} ${round} (${what}): ${JSON.stringify(counts)}\n`);
  for (const line of evidence) process.stderr.write(`    ${line}\n`);
}
