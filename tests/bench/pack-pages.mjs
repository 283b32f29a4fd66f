// The sample's review pack, per page, against the same pages without charts: the same app built with every chart of the
// print page drawn as an empty box. Both export the same pack from the Packs page, in turn.
import { cpSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import process from 'node:process';
import { _electron } from 'playwright';
import { createBuilder } from 'vite';
import { findElectron } from '../../electron/dev/find-electron.mjs';
import { machineSwitches, runElectron } from '../../electron/dev/run-electron.mjs';
import { startVirtualDisplay } from '../../electron/dev/virtual-display.mjs';

const ROUNDS = 5;
const GOAL = 1.3;
const root = path.resolve(import.meta.dirname, '../..');
const median = (list) => list.toSorted((a, b) => a - b)[Math.floor(list.length / 2)];
const home = mkdtempSync(path.join(tmpdir(), 'workbench-bench-'));
const workspace = path.join(home, 'sample');
const screen = await startVirtualDisplay();
const env = { ...process.env, DISPLAY: screen.display, WORKBENCH_USER_DATA: path.join(home, 'user-data') };

/** The charts of the print page, as boxes of the same size; what else that room exports stays as it is. */
const emptyCharts = {
  name: 'empty-charts',
  enforce: 'pre',
  load(id) {
    if (!/renderer\/charts\/(vector-chart|radar-chart)\.tsx$/.test(id)) return null;
    const box = "{ style: { width: `${props.width}pt`, height: `${props.height}pt` } }";
    return `import { createContext, createElement } from 'react'; export const Measuring = createContext(false); export const VectorChart = (props) => createElement('div', ${box}); export const RadarChart = VectorChart;`;
  },
};

async function buildWithoutCharts(folder) {
  mkdirSync(path.join(folder, 'dist'), { recursive: true });
  for (const part of ['package.json', 'dist/main', 'dist/preload']) cpSync(path.join(root, part), path.join(folder, part), { recursive: true });
  const builder = await createBuilder({ configFile: path.join(root, 'vite.config.ts'), logLevel: 'error', plugins: [emptyCharts], environments: { client: { build: { outDir: path.join(folder, 'dist/renderer') } } } });
  await builder.build(builder.environments.client);
}

/** Milliseconds per page of one export, from the click to the written file. */
async function exportPack(app) {
  const running = await _electron.launch({ executablePath: findElectron().executable, args: [...machineSwitches(), app, '--workspace', workspace], env });
  try {
    const page = await running.firstWindow();
    await running.evaluate(({ dialog }, file) => {
      dialog.showSaveDialog = async () => ({ canceled: false, filePath: file });
    }, path.join(home, 'pack.pdf'));
    await page.waitForSelector('h1');
    await page.evaluate(() => {
      location.hash = '#/packs';
    });
    const button = page.getByRole('button', { name: /PDF/ });
    await button.waitFor();
    const started = Date.now();
    await button.click();
    const done = page.getByRole('status').filter({ hasText: /\d+ (页|pages)/ });
    await done.waitFor({ timeout: 300_000 });
    const pages = Number(/(\d+) (?:页|pages)/.exec(await done.innerText())[1]);
    return (Date.now() - started) / pages;
  } finally {
    await running.close();
  }
}

try {
  const without = path.join(home, 'without-charts');
  await buildWithoutCharts(without);
  const code = await runElectron(['sample', '--workspace', workspace, '--out', path.join(home, 'first.pdf')], { env: { DISPLAY: screen.display, WORKBENCH_USER_DATA: env.WORKBENCH_USER_DATA } });
  if (code !== 0) throw new Error('The sample workspace could not be made');
  const rounds = [];
  for (let round = 0; round < ROUNDS; round++) rounds.push({ other: await exportPack(without), ours: await exportPack(root) });
  const [ours, other] = ['ours', 'other'].map((side) => median(rounds.map((round) => round[side])));
  process.stdout.write(`${JSON.stringify({ name: 'pack PDF per page vs without charts', unit: 'ms', ours, other, ratio: ours / other, goal: GOAL })}\n`);
} finally {
  screen.stop();
  rmSync(home, { recursive: true, force: true });
}
