import { existsSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { projectRoot, runStep, say } from './progress.mjs';

const stamp = path.join(projectRoot, 'dist/.built');
const sources = ['electron', 'renderer', 'shared', 'resources', 'package.json', 'package-lock.json', 'vite.config.ts', 'postcss.config.cjs'];

function newestIn(place) {
  const stat = statSync(place);
  if (!stat.isDirectory()) return stat.mtimeMs;
  // The folder's own time tells of files that were removed.
  return readdirSync(place).reduce((newest, name) => Math.max(newest, newestIn(path.join(place, name))), stat.mtimeMs);
}

/** True when nothing was changed, added or removed since the last whole build. */
function isCurrent() {
  if (!existsSync(stamp)) return false;
  const built = statSync(stamp).mtimeMs;
  return sources.every((name) => newestIn(path.join(projectRoot, name)) <= built);
}

/** Builds renderer, main and preload into dist/ unless they are current. Throws when the build fails. */
export function build({ force = false } = {}) {
  if (!force && isCurrent()) return;
  const startedAt = new Date();
  say('Building…');
  if (!runStep(process.execPath, [path.join(projectRoot, 'node_modules/vite/bin/vite.js'), 'build', '--app', '--logLevel', 'warn'])) throw new Error('The build failed; its reasons are above');
  writeFileSync(stamp, `${startedAt.toISOString()}\n`);
}

if (process.argv[1] === import.meta.filename) build({ force: true });
