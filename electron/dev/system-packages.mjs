import { existsSync, readFileSync } from 'node:fs';
import { spawnSync } from 'node:child_process';
import process from 'node:process';
import { runStep, say } from './progress.mjs';

/** What a bare Debian lacks: Electron's libraries, a screen without a monitor, Chinese type. */
const forTheApp = ['libgtk-3-0', 'libnss3', 'libasound2', 'libgbm1', 'libxss1', 'xvfb', 'fonts-noto-cjk'];
/** The tests also want a browser engine and a reader of PDFs. */
const forTheTests = ['chromium', 'poppler-utils'];

function isDebian() {
  return process.platform === 'linux' && existsSync('/etc/debian_version') && existsSync('/usr/bin/dpkg-query');
}

/** Debian 13 and Ubuntu 24.04 carry some libraries under a name with t64; the plain name is then a virtual one. */
function isInstalled(name) {
  const query = (each) => spawnSync('dpkg-query', ['-W', '-f', '${Status}', each], { encoding: 'utf8' }).stdout ?? '';
  return query(name).endsWith(' installed') || query(`${name}t64`).endsWith(' installed');
}

function aptNameOf(name) {
  const known = (each) => /^Candidate: (?!\(none\))/m.test((spawnSync('apt-cache', ['policy', each], { encoding: 'utf8' }).stdout ?? '').replace(/^ +/gm, ''));
  return !known(name) && known(`${name}t64`) ? `${name}t64` : name;
}

/**
 * Installs the Debian packages that are missing when it may (root), otherwise lists them and goes on:
 * what really needs one will say so. On other systems there is nothing to install.
 */
export function ensureSystemPackages({ tests = false } = {}) {
  if (process.platform === 'linux' && !isDebian()) {
    const os = existsSync('/etc/os-release') ? readFileSync('/etc/os-release', 'utf8').match(/^PRETTY_NAME="?(.*?)"?$/m)?.[1] : 'this system';
    say(`${os}: not a Debian. If Electron does not start, install GTK 3, NSS, ALSA, GBM, XScrnSaver, Xvfb and a CJK font${tests ? ', Chromium and poppler' : ''}.`);
    return;
  }
  if (!isDebian()) return;
  const missing = [...forTheApp, ...(tests ? forTheTests : [])].filter((name) => !isInstalled(name));
  if (missing.length === 0) return;
  if (process.getuid() !== 0) {
    say(`Missing system packages. Install them with:\n  sudo apt-get install --no-install-recommends ${missing.join(' ')}`);
    return;
  }
  say(`Installing system packages: ${missing.join(' ')}`);
  const env = { DEBIAN_FRONTEND: 'noninteractive' };
  runStep('apt-get', ['update', '-qq'], { env });
  if (!runStep('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...missing.map(aptNameOf)], { env })) {
    throw new Error(`apt-get could not install: ${missing.join(' ')}`);
  }
}
