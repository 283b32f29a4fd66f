#!/usr/bin/env node
/**
 * `npm run dist`: packs the built app with electron-builder, by default as a folder for this system
 * (`npm run dist -- --linux deb` and the like for installers). The Electron packed is the one found for this machine.
 */
import { cpSync, rmSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { build } from './build.mjs';
import { ensureInstalled } from './ensure-installed.mjs';
import { findElectron } from './find-electron.mjs';
import { projectRoot, runStep, say } from './progress.mjs';

ensureInstalled();
build();
const { folder, version } = findElectron();
// Without the little app that a checkout's Electron carries to find ours.
const runtime = path.join(projectRoot, '.cache/electron-to-pack');
rmSync(runtime, { recursive: true, force: true });
cpSync(folder, runtime, { recursive: true, filter: (source) => !['app', 'default_app.asar'].includes(path.relative(path.join(folder, 'resources'), source)) });
const asked = process.argv.slice(2);
const wentWell = runStep(process.execPath, [
  path.join(projectRoot, 'node_modules/electron-builder/out/cli/cli.js'),
  ...(asked.length > 0 ? asked : ['--dir']),
  '--publish=never',
  `-c.electronVersion=${version}`,
  `-c.electronDist=${runtime}`,
]);
rmSync(runtime, { recursive: true, force: true });
if (wentWell) say(`Packed into ${path.join(projectRoot, 'release')}`);
process.exitCode = wentWell ? 0 : 1;
