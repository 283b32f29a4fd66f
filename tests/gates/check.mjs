#!/usr/bin/env node
/** `npm run check`: runs every gate of gate-list.ts. `--json FILE` also writes [{gate, ok}] so that `npm test` can count them. */
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { runnerImport } from 'vite';

const root = path.resolve(import.meta.dirname, '../..');
const alias = { '@shared': path.join(root, 'shared'), '@renderer': path.join(root, 'renderer') };
const { module } = await runnerImport(path.join(import.meta.dirname, 'run-gates.ts'), { configFile: false, root, resolve: { alias }, logLevel: 'error' });
const results = await module.runGates(root, (text) => console.log(text));
const at = process.argv.indexOf('--json');
if (at > 0) writeFileSync(process.argv[at + 1], JSON.stringify(results));
process.exitCode = results.every(({ ok }) => ok) ? 0 : 1;
