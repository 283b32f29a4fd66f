#!/usr/bin/env node
/** `npm run dev`: the app on Vite's dev server; vite.config.ts builds main and preload, starts Electron and restarts it. */
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import process from 'node:process';
import { ensureInstalled } from './ensure-installed.mjs';
import { projectRoot } from './progress.mjs';

ensureInstalled();
const done = spawnSync(process.execPath, [path.join(projectRoot, 'node_modules/vite/bin/vite.js')], { cwd: projectRoot, stdio: 'inherit', env: { ...process.env, WORKBENCH_DEV: '1' } });
process.exitCode = done.status ?? 1;
