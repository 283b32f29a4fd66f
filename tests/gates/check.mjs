#!/usr/bin/env node
/**
 * `npm run check`: every static gate, each named, all run even if one fails.
 * `--json FILE` also writes [{gate, ok}] so that `npm test` can count them.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';

const root = path.resolve(import.meta.dirname, '../..');
const bin = (name) => path.join(root, 'node_modules/.bin', name);

export const gates = [
  ...['shared', 'electron', 'renderer', 'tests'].map((room) => ({ gate: `types: ${room}`, command: bin('tsc'), args: ['-p', room] })),
  { gate: 'lint', command: bin('oxlint'), args: ['--deny-warnings', 'shared', 'electron', 'renderer', 'resources', 'tests', 'vite.config.ts'] },
  { gate: 'borders', command: bin('depcruise'), args: ['--config', '.dependency-cruiser.cjs', '--output-type', 'err', 'shared', 'renderer', 'electron', 'resources'] },
  { gate: 'dead code', command: bin('knip'), args: ['--no-progress'] },
];

function run() {
  const results = gates.map(({ gate, command, args }) => {
    if (!existsSync(command)) throw new Error(`${command} is not installed`);
    const { status, stdout, stderr } = spawnSync(command, args, { cwd: root, encoding: 'utf8', env: { ...process.env, FORCE_COLOR: '0' } });
    const ok = status === 0;
    console.log(`${ok ? '✓' : '✗'} ${gate}`);
    if (!ok) console.log(`${stdout}${stderr}`.trimEnd());
    return { gate, ok };
  });
  const at = process.argv.indexOf('--json');
  if (at > 0) writeFileSync(process.argv[at + 1], JSON.stringify(results));
  process.exitCode = results.every(({ ok }) => ok) ? 0 : 1;
}

if (process.argv[1] === import.meta.filename) run();
