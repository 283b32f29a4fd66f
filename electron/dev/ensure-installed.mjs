import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { projectRoot, runStep, say } from './progress.mjs';
import { ensureSystemPackages } from './system-packages.mjs';

function packagesIn(file) {
  const place = path.join(projectRoot, file);
  return existsSync(place) ? JSON.parse(readFileSync(place, 'utf8')).packages : {};
}

/** npm notes what it installed in node_modules/.package-lock.json; optional packages of other systems are not there. */
function isInstalledAsLocked() {
  const installed = packagesIn('node_modules/.package-lock.json');
  return Object.entries(packagesIn('package-lock.json')).every(([name, { version, optional }]) => name === '' || (installed[name] ? installed[name].version === version : optional === true));
}

/** npm packages exactly as locked (again only when the lock changed), then the system's. Throws when npm fails. */
export function ensureInstalled({ tests = false } = {}) {
  if (!isInstalledAsLocked()) {
    say('Installing npm packages…');
    // Electron's own binary is found, or not, by find-electron.mjs; Playwright's browsers are never used.
    // The log level is set because `npm start --silent` would silence the reasons of a failure too.
    const env = { ELECTRON_SKIP_BINARY_DOWNLOAD: '1', PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD: '1', npm_config_loglevel: 'error' };
    // Not `npm ci`: it refuses a lock without the optional packages of other systems, and registries that mirror only some
    // systems make such locks. With --no-save the locked versions are installed and the lock stays as it is.
    if (!runStep('npm', ['install', '--no-save', '--no-audit', '--no-fund'], { env })) throw new Error('npm install failed; its reasons are above');
  }
  ensureSystemPackages({ tests });
}
