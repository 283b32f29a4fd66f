import { spawn } from 'node:child_process';
import process from 'node:process';
import { findElectron } from './find-electron.mjs';
import { projectRoot } from './progress.mjs';

/** Switches this machine needs: Chromium's sandbox refuses to run as root. */
export function machineSwitches() {
  return process.platform === 'linux' && process.getuid() === 0 ? ['--no-sandbox'] : [];
}

/** Runs the built app and answers its exit code; stdout passes through untouched. */
export function runElectron(args, { env = {}, stdout = 'inherit' } = {}) {
  const { executable } = findElectron();
  return new Promise((resolve, reject) => {
    const child = spawn(executable, [...machineSwitches(), projectRoot, ...args], { stdio: ['inherit', stdout, 'inherit'], env: { ...process.env, ...env } });
    for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => child.kill(signal));
    child.once('error', reject);
    child.once('exit', (code, signal) => resolve(signal === null ? (code ?? 1) : 1));
  });
}

// `npm run dev` (vite.config.ts) starts this file with the project folder as its argument.
if (process.argv[1] === import.meta.filename) process.exitCode = await runElectron(process.argv.slice(3));
