import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { imports } from '@shared/messages/zh-CN/imports';
import { targets } from '@shared/messages/zh-CN/targets';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { buildPipeline } from '../builders/pipeline';
import { csvBytes } from '../builders/csv-table';
import { type SeededRandom, seededRandom } from '../../resources/sample/seeded-random';
import { type LaunchedWorkbench, launchWorkbench } from './launch/launch-workbench';
import { runHeadless } from './launch/run-headless';
import { type TestMachine, prepareMachine } from './launch/test-machine';
import { answerOf, ask } from './page-models/bridge';
import { canonicalHash } from './page-models/canonical-hash';
import { DataPageModel } from './page-models/data-page';
import { DueCopies } from './page-models/due-copies';

const ROUNDS = 8;
const LINES = 1_500;
const PERSON = 'Ada Birch';

let machine: TestMachine;
beforeAll(async () => {
  machine = await prepareMachine();
  const people = path.join(machine.home, 'people.csv');
  writeFileSync(people, csvBytes(buildPipeline().teams));
  const imported = await runHeadless(machine, ['import', people, '--workspace', machine.workspaceFolder, '--json']);
  expect(imported.code, imported.stderr).toBe(0);
});
afterAll(() => machine.dispose());

/** What the user was told is saved, and what was still under way when the process died. */
interface Story {
  readonly cells: Map<number, string>;
  pendingCell: { month: number; text: string } | null;
  readonly batches: Set<string>;
  pendingBatch: string | null;
}

test('after kill -9 in the middle of edits, imports, backups and restores, whatever was called saved is there, nothing is half-written, no half copy is listed, and the workspace opens', { timeout: 900_000 }, async () => {
  const random = seededRandom(41);
  const story: Story = { cells: new Map(), pendingCell: null, batches: new Set(), pendingBatch: null };
  await createPlan();
  for (let round = 0; round < ROUNDS; round++) {
    const desk = await launchWorkbench({ machine });
    await checkCells(desk, story);
    await checkBatches(desk, story);
    await checkCopies(desk);
    await cutOff[round % cutOff.length]!(desk, story, round, random);
    await desk.kill();
  }
  const desk = await launchWorkbench({ machine });
  await checkCells(desk, story);
  await checkBatches(desk, story);
  await checkCopies(desk);
  const hash = await canonicalHash(desk.page);
  await desk.close();
  const figures = await runHeadless(machine, ['figures', '--period', '2026', '--workspace', machine.workspaceFolder, '--json']);
  expect(figures.code, figures.stderr).toBe(0);
  const { counts } = JSON.parse(figures.stdout) as { counts: { orderLines: number } };
  expect(counts.orderLines).toBe(story.batches.size * LINES);
  const again = await launchWorkbench({ machine });
  expect(await canonicalHash(again.page)).toBe(hash);
  await again.close();
});

/** What is going on when the program is killed, and how far it has come. */
const cutOff: readonly ((desk: LaunchedWorkbench, story: Story, round: number, random: SeededRandom) => Promise<void>)[] = [
  (desk, story, round, random) => edit(desk, story, round, random.int(1, 4)),
  (desk, story, round, random) => importFile(desk, story, round, random.int(0, 3)),
  (desk, story, round, random) => backUp(desk, story, round, random.int(0, 2)),
  (desk, _story, round, random) => restore(desk, round < 4 ? 'rebuild' : 'restore', random.int(0, 2)),
];

async function openTargets({ page }: LaunchedWorkbench) {
  await page.evaluate(() => location.assign('#/targets?period=2026'));
  await page.getByRole('heading', { level: 1, name: targets.title }).waitFor();
}

async function createPlan() {
  const desk = await launchWorkbench({ machine });
  await openTargets(desk);
  await desk.page.getByLabel(/全年目标/).fill('12000');
  await desk.page.getByText(targets.shares_equal, { exact: true }).first().click();
  await desk.page.getByRole('button', { name: targets.createPlan.replace('{{year}}', '2026') }).click();
  await desk.page.getByRole('grid').getByText('12,000.0').first().waitFor();
  await saved(desk);
  await desk.close();
}

const cellAt = ({ page }: LaunchedWorkbench, month: number) => page.getByRole('grid').locator('tbody tr').filter({ has: page.getByRole('rowheader', { name: PERSON, exact: true }) }).getByRole('gridcell').nth(month);
const saved = ({ page }: LaunchedWorkbench) => page.getByText(/^已保存/).waitFor();

async function type(desk: LaunchedWorkbench, month: number, text: string) {
  await cellAt(desk, month).click();
  await desk.page.keyboard.type(text);
  await desk.page.keyboard.press('Enter');
}

/** Some edits waited for until they are called saved, then one more that is cut off. */
async function edit(desk: LaunchedWorkbench, story: Story, round: number, acknowledged: number) {
  await openTargets(desk);
  for (let n = 1; n <= acknowledged; n++) {
    const text = `${round * 10 + n}.5`;
    await type(desk, n, text);
    await expect.poll(() => cellAt(desk, n).innerText()).toBe(text);
    await saved(desk);
    story.cells.set(n, text);
  }
  story.pendingCell = { month: 12, text: `${900 + round}.5` };
  await type(desk, 12, story.pendingCell.text);
}

async function checkCells(desk: LaunchedWorkbench, story: Story) {
  await openTargets(desk);
  await desk.page.getByRole('grid').waitFor();
  for (const [month, text] of story.cells) if (month !== story.pendingCell?.month) await expect.poll(() => cellAt(desk, month).innerText()).toBe(text);
  if (story.pendingCell === null) return;
  // Cut off before it was called saved: it is there whole or not at all; from now on it stays as it is.
  const { month, text } = story.pendingCell;
  const shown = await cellAt(desk, month).innerText();
  expect([text, story.cells.get(month) ?? shown]).toContain(shown);
  if (shown === text) story.cells.set(month, text);
  story.pendingCell = null;
}

/** stage 0: killed while the file is read; 1: right at the commit; 2: while it is written; 3: after the report. */
async function importFile(desk: LaunchedWorkbench, story: Story, round: number, stage: number) {
  const name = `orders-${round}.csv`;
  const folder = path.join(machine.home, 'exports');
  mkdirSync(folder, { recursive: true });
  writeFileSync(path.join(folder, name), orders(round));
  const data = new DataPageModel(desk.app, desk.page);
  await data.open();
  await data.choose(path.join(folder, name));
  story.pendingBatch = name;
  if (stage === 0) return;
  await data.dryRun();
  const commit = desk.page.getByRole('button', { name: new RegExp(imports.commit.replace('{{count}}', '[\\d,]+')) });
  await commit.click();
  if (stage === 2) await desk.page.getByRole('button', { name: imports.cancelKeepNothing }).or(desk.page.getByText(imports.reportNext, { exact: true })).first().waitFor();
  if (stage === 3) {
    await desk.page.getByText(imports.reportNext, { exact: true }).waitFor();
    story.batches.add(name);
    story.pendingBatch = null;
  }
}

async function checkBatches(desk: LaunchedWorkbench, story: Story) {
  const data = new DataPageModel(desk.app, desk.page);
  await data.open('batches');
  await data.batchRow('people.csv').first().waitFor();
  for (const name of story.batches) await data.batchRow(name).first().waitFor();
  if (story.pendingBatch !== null && (await data.batchRow(story.pendingBatch).count()) > 0) story.batches.add(story.pendingBatch);
  story.pendingBatch = null;
}

/** Order lines that only this round has. */
function orders(round: number): string {
  const rows = Array.from({ length: LINES }, (_, at) => `R${round}-${at},2026-${String((at % 12) + 1).padStart(2, '0')}-15,Customer ${at % 40},${PERSON},Delve,1,${100 + (at % 900)}.25`);
  return `order_number,order_date,customer,sales_agent,product,quantity,amount\n${rows.join('\n')}\n`;
}

/** stage 0: killed as soon as a copy is due; 1: while its file is written; 2: once it is in place. */
async function backUp(desk: LaunchedWorkbench, story: Story, round: number, stage: number) {
  await edit(desk, story, round, 1);
  const copies = new DueCopies(desk);
  if (stage === 2) return void (await copies.take());
  const before = (await copies.list()).length;
  await copies.begin();
  if (stage === 1) await expect.poll(() => readdirSync(snapshots()).filter((name) => /\.(smwb|part)$/.test(name)).length).toBeGreaterThan(before);
}

/**
 * A restore from a copy of this moment, or a rebuild from the newest copy with the journal on top: both come to what there is.
 * stage 0: killed when it has been asked for; 1: while the new generation is filled; 2: right at the switch.
 */
async function restore(desk: LaunchedWorkbench, how: 'restore' | 'rebuild', stage: number) {
  const copies = new DueCopies(desk);
  const [newest] = await copies.list();
  const snapshot = how === 'restore' && newest?.journalSeq !== (await lastSeq(desk)) ? await copies.take() : newest!.id;
  const reached = ['asked', how === 'restore' ? 'restoring' : 'replaying', 'comparing'][stage]!;
  const there = stage === 0 ? Promise.resolve() : stageOf(desk, reached);
  // Nobody hears its answer: the page dies with the program.
  const asked = how === 'restore' ? ask(desk.page, 'keep.restore', { copy: { snapshot }, passphrase: null, into: 'here', confirmName: null }) : ask(desk.page, 'recovery.rebuild', { snapshot });
  const answered = asked.then((answer) => expect(answer).toMatchObject({ ok: true }), () => undefined);
  await Promise.race([there, answered]);
}

/** Resolves when main says that a restore has come to a stage. */
function stageOf({ page }: LaunchedWorkbench, stage: string): Promise<void> {
  return page.evaluate(
    (stage) =>
      new Promise<void>((resolve) => {
        const { workbench } = window as unknown as { workbench: { on(event: string, listener: (progress: { stage: string }) => void): void } };
        workbench.on('keep.progress', (progress) => {
          if (progress.stage === stage) resolve();
        });
      }),
    stage,
  );
}

const snapshots = () => path.join(machine.workspaceFolder, 'snapshots');
const lastSeq = async ({ page }: LaunchedWorkbench) => ((await answerOf(page, 'journal.state', {})) as { lastSeq: number }).lastSeq;

/** Every copy that is listed reads back whole, and nothing half-written lies beside them. */
async function checkCopies(desk: LaunchedWorkbench) {
  for (const { id } of await new DueCopies(desk).list()) expect(await answerOf(desk.page, 'keep.verify', { id })).toMatchObject({ fault: null });
  expect(readdirSync(snapshots()).filter((name) => !/^(\d.*\.smwb|index\.json)$/.test(name))).toEqual([]);
}
