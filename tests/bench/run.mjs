#!/usr/bin/env node
// `npm run bench`: every benchmark in turn. Each measures both sides in one run and prints JSON lines
// {name, unit, ours, other, ratio, goal}; ratios are what counts, single times depend on the machine.
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import process from 'node:process';

const benches = ['roll-up', 'ledger-import', 'ledger-again', 'xlsx-import', 'ledger-aggregate', 'first-paint', 'pack-pages', 'backup', 'journal-cost', 'desk'];
const asked = process.argv.slice(2);

const results = [];
for (const name of benches.filter((bench) => asked.length === 0 || asked.includes(bench))) {
  process.stderr.write(`${name} …\n`);
  const { status, stdout } = spawnSync(process.execPath, [path.join(import.meta.dirname, `${name}.mjs`)], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'], maxBuffer: 64 * 1024 * 1024 });
  if (status !== 0) {
    results.push({ name, unit: '', ours: null, other: null, ratio: null, goal: null, failed: true });
    continue;
  }
  for (const line of stdout.split('\n')) if (line.startsWith('{')) results.push(JSON.parse(line));
}

const round = (value) => (typeof value === 'number' ? Number(value.toPrecision(4)) : '–');
console.table(results.map(({ name, unit, ours, other, ratio, goal, failed }) => ({ name, unit, ours: round(ours), other: round(other), ratio: round(ratio), goal: round(goal), met: failed ? 'failed' : goal === null || goal === undefined ? '' : ratio <= goal ? 'yes' : 'no' })));
process.exitCode = results.some(({ failed }) => failed) ? 1 : 0;
