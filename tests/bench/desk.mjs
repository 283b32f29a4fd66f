// The desk in work of its main thread (CPU, see desk-session.mjs): going to every page, a key in every form, a scroll of
// 10,000 rows; on the sample and on a workspace of 1,000,000 order lines and 500 people. `other` is the goal in ms.
// DESK_LINES=100000 makes the large one smaller; DESK_ONLY=sample or large leaves out the other; DESK_SAMPLE and DESK_LARGE name
// workspaces that are there already. Work left to idle moments (rows out of sight) is done after the paint and not counted as going
// to a page.
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import process from 'node:process';
import { runElectron } from '../../electron/dev/run-electron.mjs';
import { startVirtualDisplay } from '../../electron/dev/virtual-display.mjs';
import { openDesk } from './desk-session.mjs';
import { fillLargeWorkspace } from './large-workspace.mjs';
import { median, report } from './ledger-bench.mjs';

const LINES = Number(process.env['DESK_LINES'] ?? 1_000_000);
const ROUNDS = 5;
const KEY_GOAL_MS = 16;
const TASK_GOAL_MS = 50;
/** Pages that stand in no rail. */
const OTHER_PAGES = ['/audit', '/workspaces', '/data?tab=batches', '/data?tab=quality', '/reviews?templates=all'];
const TEXT = 'what is typed here is long enough to say something';

const print = (name, ms, goal) => report({ name, unit: 'ms', ours: ms, other: goal, ratio: ms / goal, goal: 1 });
const p95 = (list) => list.toSorted((a, b) => a - b)[Math.ceil(list.length * 0.95) - 1];

async function measureNavigation(desk, where, goal) {
  const rail = await desk.page.evaluate(() => [...document.querySelectorAll('nav a')].map((link) => new URL(link.href).hash.slice(1).split('?')[0]));
  const addresses = [...new Set([...rail, ...OTHER_PAGES])];
  const rounds = new Map(addresses.map((address) => [address, []]));
  // The first round loads each page's code: it is told apart from going there again.
  for (let round = 0; round <= ROUNDS; round++) for (const address of addresses) rounds.get(address).push(await desk.work(() => desk.goTo(address)));
  for (const [address, [first, ...again]] of rounds) {
    print(`${where}: to ${address}`, median(again), goal);
    process.stderr.write(`  ${where} ${address}: first ${first.toFixed(0)}, then ${again.map((ms) => ms.toFixed(0)).join(' ')}\n`);
  }
}

/** Every kind of field, how to come to it, and what is typed. `open` answers the field, or null where this workspace has none. */
const FIELDS = [
  { name: 'review comment', address: '/reviews', open: (page) => page.getByRole('textbox', { name: '肯定', exact: true }), text: TEXT },
  { name: 'review note', address: '/reviews', open: (page) => page.getByRole('main').getByRole('table').getByRole('textbox').first(), text: TEXT },
  { name: 'target cell', address: '/targets', open: openCell, text: '1234567890.12345678901234567890' },
  { name: 'template weight', address: '/reviews?templates=all', open: (page) => page.getByRole('textbox', { name: /的权重/ }).first(), text: '1234567890'.repeat(3) },
  { name: 'template name', address: '/reviews?templates=all', open: (page) => page.getByRole('main').getByRole('textbox').first(), text: TEXT },
  { name: 'search of the audit trail', address: '/audit', open: (page) => page.getByRole('textbox', { name: '查找文字' }), text: TEXT },
  { name: 'search of the scope', address: '/targets', open: openScopes, text: '陈思远苏南员工1团队2区域3浙江'.repeat(2) },
  { name: 'commission plan', address: '/incentives', open: async (page) => (await openBy(page, /修改方案/)) && page.getByRole('dialog').getByRole('textbox').first(), text: TEXT },
  { name: 'command palette', address: '/targets', open: openPalette, text: '目标chensiyuan区域3团队2员工12' },
  { name: 'workspace settings', address: '/targets', open: openSettings, text: TEXT },
];

async function openCell(page) {
  await page.getByRole('grid').waitFor({ timeout: 20_000 });
  const cell = page.getByRole('grid').locator('tbody tr[data-kind="target"] td:not([aria-readonly])').last();
  if ((await cell.count()) === 0) return null;
  await cell.dblclick();
  return page.getByRole('grid').locator('input');
}

async function openBy(page, name) {
  const button = page.getByRole('button', { name }).first();
  if ((await button.count()) === 0) return false;
  await button.click();
  return true;
}

async function openScopes(page) {
  return (await openBy(page, /^范围：/)) ? page.getByRole('combobox', { name: '查找团队或人员' }) : null;
}

async function openPalette(page) {
  await page.keyboard.press('Control+k');
  return page.locator('[role="dialog"] input').first();
}

async function openSettings(page) {
  if (!(await openBy(page, /^设置$/))) return null;
  await page.getByRole('button', { name: /工作区设置/ }).click({ timeout: 5_000 });
  return page.getByRole('dialog').getByRole('textbox').first();
}

async function measureTyping(desk, where) {
  for (const { name, address, open, text } of FIELDS) {
    await desk.goTo(address);
    await desk.settle();
    const field = await Promise.resolve(desk.page).then(open).catch(() => null);
    const shown = field && (await field.waitFor({ timeout: 5_000 }).then(() => true, () => false));
    if (!shown) {
      process.stderr.write(`  ${where}: no field «${name}»\n`);
      continue;
    }
    await field.focus();
    // The first keys load what a field needs once: warm as a form is after a word.
    await desk.typed(text.slice(0, 5));
    const keys = await desk.typed(text);
    print(`${where}: key in ${name}, p95 of ${keys.length}`, p95(keys), KEY_GOAL_MS);
    await desk.page.keyboard.press('Escape');
    await desk.page.keyboard.press('Escape');
  }
}

/** Lists that can be long, how to come to them, and how high a row is. */
const LISTS = [
  { name: 'drill rows', address: '/analysis?period=2026', open: async (page) => { await page.getByRole('button', { name: /^销售额/ }).first().click(); return page.getByRole('dialog').locator('table'); }, rowPx: 28 },
  { name: 'audit trail', address: '/audit', open: (page) => page.getByRole('main').getByRole('table').first(), rowPx: 32 },
  { name: 'targets grid', address: '/targets', open: (page) => page.getByRole('grid'), rowPx: 26 },
  { name: 'data quality', address: '/data?tab=quality', open: (page) => page.getByRole('main').getByRole('table').first(), rowPx: 32 },
];
const SCROLLED_ROWS = 10_000;

async function measureScrolling(desk, where, year) {
  for (const { name, address, open, rowPx } of LISTS) {
    await desk.goTo(address.replace('2026', year));
    await desk.settle();
    const list = await open(desk.page);
    if (!(await list.waitFor({ timeout: 5_000 }).then(() => true, () => false))) continue;
    const rows = Math.min(SCROLLED_ROWS, Number((await list.getAttribute('aria-rowcount')) ?? (await list.locator('tr').count())));
    const box = await list.evaluate((table) => { const { x, y, width } = table.getBoundingClientRect(); return { x, y, width }; });
    const longest = [];
    for (let round = 0; round < ROUNDS; round++) {
      const pixels = (round % 2 === 0 ? 1 : -1) * rows * rowPx;
      longest.push(await desk.longestTask({ x: box.x + box.width / 2, y: Math.max(box.y, 0) + 200, pixels, speed: 40_000 }));
    }
    print(`${where}: longest task scrolling ${rows} ${name}`, median(longest), TASK_GOAL_MS);
    await desk.page.keyboard.press('Escape');
  }
}

/** The plan and the reviews of the large workspace are begun as its manager would, on screen. */
async function beginWork({ page, goTo, settle }) {
  await goTo('/targets?period=2024-12');
  await settle();
  await page.getByRole('textbox', { name: /全年目标/ }).fill('300000');
  await page.getByRole('button', { name: /^建立/ }).click();
  await page.getByRole('grid').waitFor({ timeout: 120_000 });
  await settle();
  await goTo('/reviews?period=2024-12');
  await settle();
  await page.getByRole('main').getByRole('button').last().click();
  await page.getByRole('textbox', { name: '肯定', exact: true }).waitFor({ timeout: 120_000 });
  await settle();
}

async function measure({ workspace, env, where, goal, year, prepare }) {
  const desk = await openDesk({ workspace, env });
  try {
    await prepare?.(desk);
    await measureNavigation(desk, where, goal);
    await measureTyping(desk, where);
    await measureScrolling(desk, where, year);
  } finally {
    await desk.close();
  }
}

const home = mkdtempSync(path.join(tmpdir(), 'workbench-desk-'));
const screen = await startVirtualDisplay();
const env = { ...process.env, DISPLAY: screen.display, WORKBENCH_USER_DATA: path.join(home, 'user-data') };
try {
  const sample = process.env['DESK_SAMPLE'] ?? path.join(home, 'sample');
  if (process.env['DESK_SAMPLE'] === undefined && (await runElectron(['sample', '--workspace', sample, '--out', path.join(home, 'pack.pdf')], { env, stdout: 'ignore' })) !== 0) throw new Error('The sample workspace could not be made');
  if (process.env['DESK_ONLY'] !== 'large') await measure({ workspace: sample, env, where: 'sample', goal: 100, year: '2026' });
  if (process.env['DESK_ONLY'] !== 'sample') {
    const large = process.env['DESK_LARGE'] ?? path.join(home, 'large');
    mkdirSync(path.join(home, 'files'));
    if (process.env['DESK_LARGE'] === undefined) await fillLargeWorkspace({ folder: path.join(home, 'files'), workspace: large, lines: LINES, env });
    await measure({ workspace: large, env, where: `${LINES.toLocaleString('en')} lines`, goal: 200, year: '2024', prepare: beginWork });
  }
} finally {
  screen.stop();
  rmSync(home, { recursive: true, force: true });
}
