import { spawnSync } from 'node:child_process';
import path from 'node:path';
import process from 'node:process';

export const projectRoot = path.resolve(import.meta.dirname, '../..');

/** One line of progress. Always on stderr: stdout belongs to the JSON of a headless command. */
export function say(text) {
  process.stderr.write(`${text}\n`);
}

/** Runs a program to its end with its output on stderr; answers whether it went well. */
export function runStep(command, args, { env = {}, quiet = false, timeout } = {}) {
  const done = spawnSync(command, args, {
    cwd: projectRoot,
    stdio: ['ignore', quiet ? 'ignore' : 2, quiet ? 'ignore' : 2],
    env: { ...process.env, ...env },
    shell: process.platform === 'win32',
    ...(timeout === undefined ? {} : { timeout }),
  });
  return done.status === 0;
}
