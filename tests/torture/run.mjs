#!/usr/bin/env node
// `npm run torture`: 200 kill -9, 100 power cuts, 50 full disks, all while the app edits, imports, copies and restores; counts
// acknowledged change-sets lost, torn change-sets, workspaces that cannot be read and causes not named. Ends with a table, one
// line of JSON, and exit code 1 unless all of them are 0. Power cuts and full disks need root (they mount volumes of their
// own); without it they are done on folders and the output says so.
//   npm run torture -- --rounds 20           20 kills, 10 cuts, 5 full disks
//   npm run torture -- --kills 8 --cuts 0 --full 0 --seed 7
import { existsSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { parseArgs } from 'node:util';
import { createServer } from 'vite';

const number = { type: 'string' };
const { values } = parseArgs({ options: { rounds: number, kills: number, cuts: number, full: number, seed: number } });
const all = Number(values.rounds ?? 200);
const rounds = { kills: Number(values.kills ?? all), cuts: Number(values.cuts ?? Math.ceil(all / 2)), full: Number(values.full ?? Math.ceil(all / 4)), seed: Number(values.seed ?? 1) };
if (!Object.values(rounds).every((each) => Number.isInteger(each) && each >= 0)) throw new Error('Rounds are whole numbers');

const root = path.resolve(import.meta.dirname, '../..');
if (!existsSync(path.join(root, 'dist/main/main.cjs'))) throw new Error('Build it first: npm run build');
const server = await createServer({ configFile: path.join(root, 'vite.config.ts'), server: { middlewareMode: true, ws: false, hmr: false, watch: null }, appType: 'custom', logLevel: 'error', optimizeDeps: { noDiscovery: true } });
try {
  const { torture } = await server.ssrLoadModule(path.join(root, 'tests/torture/torture.ts'));
  const tallies = await torture(rounds);
  console.table(tallies.map(({ fallback, ...counts }) => ({ ...counts, how: fallback ?? 'as described' })));
  process.stdout.write(`${JSON.stringify({ name: 'torture', seed: rounds.seed, tallies })}\n`);
  process.exitCode = tallies.some(({ lost, torn, unreadable, unnamed }) => lost + torn + unreadable + unnamed > 0) ? 1 : 0;
} finally {
  await server.close();
}
