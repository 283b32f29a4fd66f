#!/usr/bin/env node
/**
 * `npm start`: installs what is missing, builds what is stale, opens the app.
 * `npm start --silent -- figures --json`: the same, then runs that headless command; stdout holds its result only.
 * Without a display: the main job on the sample workspace, headless, and where its PDF lies.
 */
import path from 'node:path';
import process from 'node:process';
import { ensureInstalled } from './ensure-installed.mjs';
import { projectRoot, say } from './progress.mjs';

async function start(words) {
  ensureInstalled();
  // Only now: these may import what was just installed.
  const { build } = await import('./build.mjs');
  const { runElectron } = await import('./run-electron.mjs');
  const { hasDisplay, startVirtualDisplay } = await import('./virtual-display.mjs');
  build();
  if (hasDisplay()) return runElectron(words);
  if (words.length === 0) {
    say('There is no display: no window can be opened. Running the main job headless on the sample workspace instead.');
    words = ['sample', '--out', path.join(projectRoot, 'out/review-pack.pdf')];
  }
  const screen = await startVirtualDisplay();
  try {
    return await runElectron(words, { env: { DISPLAY: screen.display } });
  } finally {
    screen.stop();
  }
}

try {
  process.exitCode = await start(process.argv.slice(2));
} catch (error) {
  say(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
}
