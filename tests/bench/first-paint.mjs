// The shell's first paint, and the first figure painted, on the sample workspace against a bare Electron window.
// Counted from the start of the process to the paint, in turn: bare, ours, bare, ours …
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import process from 'node:process';
import { _electron } from 'playwright';
import { findElectron } from '../../electron/dev/find-electron.mjs';
import { machineSwitches, runElectron } from '../../electron/dev/run-electron.mjs';
import { startVirtualDisplay } from '../../electron/dev/virtual-display.mjs';

const ROUNDS = 5;
/** A figure of the first page: it opens why it is what it is. */
const FIGURE = 'main button[data-why]';
const root = path.resolve(import.meta.dirname, '../..');
const median = (list) => list.toSorted((a, b) => a - b)[Math.floor(list.length / 2)];

const home = mkdtempSync(path.join(tmpdir(), 'workbench-bench-'));
const bare = path.join(home, 'bare');
const workspace = path.join(home, 'sample');
const screen = await startVirtualDisplay();
const env = { ...process.env, DISPLAY: screen.display, WORKBENCH_USER_DATA: path.join(home, 'user-data') };

/** Milliseconds from process start to first contentful paint, and to the moment `figure` is on screen. */
async function paint(words, figure) {
  const started = Date.now();
  const app = await _electron.launch({ executablePath: findElectron().executable, args: [...machineSwitches(), ...words], env });
  try {
    const page = await app.firstWindow();
    if (figure) await page.waitForSelector(figure);
    const seen = Date.now() - started;
    const first = await page.waitForFunction(() => {
      const entry = performance.getEntriesByName('first-contentful-paint')[0];
      return entry ? performance.timeOrigin + entry.startTime : false;
    });
    return { first: (await first.jsonValue()) - started, seen };
  } finally {
    await app.close();
  }
}

try {
  mkdirSync(bare);
  writeFileSync(path.join(bare, 'package.json'), JSON.stringify({ name: 'bare', version: '1.0.0', main: 'main.cjs' }));
  writeFileSync(path.join(bare, 'main.cjs'), "const {app,BrowserWindow}=require('electron');app.whenReady().then(()=>new BrowserWindow({width:1280,height:860}).loadFile('index.html'));");
  writeFileSync(path.join(bare, 'index.html'), '<!doctype html><title>bare</title><h1>Hello</h1>');
  const code = await runElectron(['sample', '--workspace', workspace, '--out', path.join(home, 'pack.pdf')], { env: { DISPLAY: screen.display, WORKBENCH_USER_DATA: env.WORKBENCH_USER_DATA } });
  if (code !== 0) throw new Error('The sample workspace could not be made');
  const rounds = [];
  for (let round = 0; round < ROUNDS; round++) {
    const other = await paint([bare], 'h1');
    const ours = await paint([root, '--workspace', workspace], FIGURE);
    rounds.push({ other, ours });
  }
  const of = (side, what) => median(rounds.map((round) => round[side][what]));
  const print = (name, ours, other, goal) => process.stdout.write(`${JSON.stringify({ name, unit: 'ms', ours, other, ratio: ours / other, goal })}\n`);
  print("shell's first paint vs a bare window", of('ours', 'first'), of('other', 'first'), 1.4);
  print('first figure painted vs a bare window', of('ours', 'seen'), of('other', 'first'), 2.5);
} finally {
  screen.stop();
  rmSync(home, { recursive: true, force: true });
}
