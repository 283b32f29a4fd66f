import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { projectRoot, runStep, say } from './progress.mjs';
import { registryElectron } from './registry-electron.mjs';

const npmPackage = path.join(projectRoot, 'node_modules/electron');

function binaryName() {
  if (process.platform === 'darwin') return 'Electron.app/Contents/MacOS/Electron';
  return process.platform === 'win32' ? 'electron.exe' : 'electron';
}

function at(folder, version) {
  const executable = path.join(folder, binaryName());
  return existsSync(executable) ? { executable, folder, version } : null;
}

function versionIn(folder, otherwise) {
  const file = path.join(folder, 'version');
  return existsSync(file) ? readFileSync(file, 'utf8').trim().replace(/^v/, '') : otherwise;
}

function ownOfPackage() {
  const folder = path.join(npmPackage, 'dist');
  return at(folder, versionIn(folder, JSON.parse(readFileSync(path.join(npmPackage, 'package.json'), 'utf8')).version));
}

/**
 * The Electron to run: {executable, folder, version}. Looked for in this order: ELECTRON_OVERRIDE_DIST_PATH, the npm
 * package's own binary, `npx install-electron` (once per checkout, briefly: its release host is often out of reach),
 * the registry package for linux-x64. Throws with what to do when there is none.
 */
export function findElectron() {
  const override = process.env.ELECTRON_OVERRIDE_DIST_PATH;
  if (override) {
    const found = at(override, versionIn(override, '25.1.1'));
    if (!found) throw new Error(`ELECTRON_OVERRIDE_DIST_PATH=${override} holds no ${binaryName()}`);
    return found;
  }
  const own = ownOfPackage();
  if (own) return own;
  if (!existsSync(path.join(projectRoot, '.cache/electron-25.1.1/electron'))) {
    say('Looking for the current Electron at its release host (20 s at most)…');
    // ELECTRON_SKIP_BINARY_DOWNLOAD was for npm ci; here the download is what is asked for.
    runStep(process.execPath, [path.join(npmPackage, 'install.js')], { env: { ELECTRON_SKIP_BINARY_DOWNLOAD: '' }, quiet: true, timeout: 20_000 });
    const installed = ownOfPackage();
    if (installed) return installed;
  }
  const carried = registryElectron();
  const found = carried && at(carried.folder, carried.version);
  if (found) return found;
  throw new Error('No Electron for this machine: unpack a release of Electron 25 or later and set ELECTRON_OVERRIDE_DIST_PATH to its folder, or set ELECTRON_MIRROR and run `npx install-electron`.');
}
