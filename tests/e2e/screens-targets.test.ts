import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { refusals } from '@shared/messages/zh-CN/refusals';
import { targets } from '@shared/messages/zh-CN/targets';
import { writePipeline } from '../builders/pipeline-files';
import { buildSmallTeam, SMALL_TEAM } from '../builders/small-team';
import { type LaunchedWorkbench, launchWorkbench } from './launch/launch-workbench';
import { prepareMachine, type TestMachine } from './launch/test-machine';
import { figuresHeadless, importHeadless } from './page-models/headless';
import { machineLike } from './page-models/sample-workspace';
import { ShellModel } from './page-models/shell';
import { type GridLine, TargetsPageModel } from './page-models/targets-page';

/** The year after the one that holds the deals: last year's shares have something to follow. */
const YEAR = 2020;
const PERIOD = '2020-03';
const WAN = 1_000_000;

let imported: TestMachine;
let organisation: string;
beforeAll(async () => {
  imported = await prepareMachine();
  const folder = path.join(imported.home, 'exports');
  mkdirSync(folder);
  await importHeadless(imported, writePipeline(folder, buildSmallTeam()));
  organisation = (await figuresHeadless(imported, PERIOD)).nodes[0]!.name;
});
afterAll(() => imported.dispose());

interface Desk {
  readonly workbench: LaunchedWorkbench;
  readonly shell: ShellModel;
  readonly plan: TargetsPageModel;
  /** Ends the app and starts it again; the page is where it was left. */
  readonly restart: () => Promise<TargetsPageModel>;
}

/** Runs on a copy of the imported workspace, at its targets; `after` is given the grid as it last was, once the app has ended. */
async function onTargets(run: (desk: Desk) => Promise<void>, after?: (lines: GridLine[], machine: TestMachine) => Promise<void>): Promise<void> {
  const machine = await machineLike(imported);
  let workbench = await launchWorkbench({ machine });
  let plan = new TargetsPageModel(workbench.page);
  const shell = new ShellModel(workbench.page);
  await shell.goTo('targets', { period: PERIOD });
  const restart = async () => {
    await shell.saved();
    await workbench.close();
    workbench = await launchWorkbench({ machine });
    plan = new TargetsPageModel(workbench.page);
    await plan.grid().waitFor();
    return plan;
  };
  await run({ workbench, shell, plan, restart });
  const lines = await plan.lines();
  await workbench.close();
  await after?.(lines, machine);
  machine.dispose();
}

const lineOf = (lines: readonly GridLine[], name: string) => lines.find((line) => line.name === name && line.kind === 'target')!.fen;

/** The Σ or gap row that belongs to a node; undefined where it has none. */
function under(lines: readonly GridLine[], name: string, kind: 'sum' | 'gap') {
  const at = lines.findIndex((line) => line.name === name && line.kind === 'target');
  const next = lines.findIndex((line, index) => index > at && line.kind === 'target');
  return lines.slice(at + 1, next === -1 ? undefined : next).find((line) => line.kind === kind)?.fen;
}

/** What the leaves below a node come to: its Σ row, or its own where nothing was handed down to it. */
const sumOf = (lines: readonly GridLine[], name: string) => under(lines, name, 'sum') ?? lineOf(lines, name);

/** Every parent against its children and every year against its months, to 1 分; [] = all of it adds up. */
function imbalances(lines: readonly GridLine[], organisation: string): string[] {
  const wrong: string[] = [];
  const families: readonly (readonly [string, readonly string[]])[] = [[organisation, Object.keys(SMALL_TEAM)], ...Object.entries(SMALL_TEAM)];
  for (const [parent, children] of families) {
    const at = lines.findIndex((line) => line.name === parent && line.kind === 'target');
    const sum = sumOf(lines, parent);
    const gap = under(lines, parent, 'gap');
    for (let column = 0; column <= 12; column++) {
      const below = children.reduce((total, child) => total + (sumOf(lines, child)[column] ?? 0), 0);
      if ((sum[column] ?? 0) !== below) wrong.push(`Σ of ${parent} in column ${column} is ${sum[column]}, its children come to ${below}`);
      const own = lines[at]!.fen[column] ?? 0;
      if (own !== (sum[column] ?? 0) + (gap?.[column] ?? 0)) wrong.push(`${parent} in column ${column} is ${own}, not ${sum[column]} + ${gap?.[column]}`);
    }
  }
  for (const line of lines.filter(({ name, kind }) => kind === 'sum' || Object.values(SMALL_TEAM).flat().some((person) => person === name))) {
    const months = line.fen.slice(1).reduce<number>((total, fen) => total + (fen ?? 0), 0);
    if ((line.fen[0] ?? 0) !== months) wrong.push(`${line.name} (${line.kind}) has ${line.fen[0]} in the year and ${months} in its months`);
  }
  return wrong;
}

test('a plan is made from one annual number, typed over anywhere by keyboard, undone and redone by name, committed with its reason, and all of it stands after a restart', async () => {
  await onTargets(async ({ workbench, shell, plan, restart }) => {
    const { page } = workbench;
    await plan.fillAllocation('120.000001', 'lastYear', 'equal');
    await plan.createPlan(YEAR);
    await expect.poll(() => plan.fenOf(organisation, 'year')).toBe(120 * WAN + 1);
    expect(imbalances(await plan.lines(), organisation)).toEqual([]);

    await plan.tabIntoGrid();
    // A leaf's month, a unit's month, a leaf's year, the top's year; Esc leaves what was there.
    await plan.walkTo('Ada Birch', 0);
    await plan.typeOver('3.333333');
    await expect.poll(() => plan.fenOf('Ada Birch', 0)).toBe(3_333_333);
    await plan.walkTo('North', 2);
    await plan.typeOver('9.5');
    await expect.poll(() => plan.fenOf('North', 2)).toBe(9.5 * WAN);
    await plan.walkTo('Omar Quill', 'year');
    await plan.typeOver('47');
    await expect.poll(() => plan.fenOf('Omar Quill', 'year')).toBe(47 * WAN);
    await plan.walkTo('Rhea Stone', 5);
    const before = await plan.fenOf('Rhea Stone', 5);
    await page.keyboard.press('Enter');
    await page.keyboard.type('77');
    await page.keyboard.press('Escape');
    expect(await plan.fenOf('Rhea Stone', 5)).toBe(before);
    await plan.walkTo('Rhea Stone', 6);
    await page.keyboard.press('Delete');
    await expect.poll(() => plan.fenOf('Rhea Stone', 6)).toBeNull();
    expect(imbalances(await plan.lines(), organisation)).toEqual([]);
    await plan.walkTo(organisation, 'year');
    await plan.typeOver('130');
    await expect.poll(() => plan.fenOf(organisation, 'year')).toBe(130 * WAN);
    expect(imbalances(await plan.lines(), organisation)).toEqual([]);

    // Undo and redo go by name, one step at a time.
    const withTop = await plan.lines();
    const setTop = `修改 ${organisation} 的目标`;
    await shell.undo(setTop).waitFor();
    await page.keyboard.press('Control+z');
    await shell.redo(setTop).waitFor();
    await shell.undo('修改 Rhea Stone 的目标').waitFor();
    await expect.poll(() => plan.fenOf('Rhea Stone', 6)).toBeNull();
    await page.keyboard.press('Control+z');
    await expect.poll(() => plan.fenOf('Rhea Stone', 6)).not.toBeNull();
    await page.keyboard.press('Control+Shift+z');
    await page.keyboard.press('Control+Shift+z');
    await expect.poll(() => plan.lines()).toEqual(withTop);
    await shell.undo(setTop).waitFor();

    await plan.commit('按董事会的数');
    await page.getByText(targets.versionUnchanged.replace('{{version}}', '1')).waitFor();

    const again = await restart();
    await expect.poll(() => again.lines()).toEqual(withTop);
    await again.cell(organisation, 'year').click();
    await again.text('按董事会的数').waitFor();
    await again.text(targets.versionUnchanged.replace('{{version}}', '1')).waitFor();
  }, async (lines, machine) => {
    // The command line answers with the numbers of the grid.
    const march = await figuresHeadless(machine, PERIOD);
    expect(march.plan).toMatchObject({ fiscalYear: YEAR, committedVersion: 1 });
    for (const node of march.nodes.filter(({ kind }) => kind !== 'unassigned')) expect([node.name, node.target.targetFen]).toEqual([node.name, lineOf(lines, node.name)[3]]);
  });
});

test('a locked cell refuses to be typed over and stays when everything round it is handed down again', async () => {
  await onTargets(async ({ workbench, shell, plan }) => {
    const { page } = workbench;
    await plan.fillAllocation('120', 'equal', 'equal');
    await plan.createPlan(YEAR);
    await expect.poll(() => plan.fenOf('Ada Birch', 'year')).toBe(30 * WAN);
    await plan.tabIntoGrid();
    await plan.walkTo('Ada Birch', 1);
    await plan.press(targets.lockCell.replace('{{name}}', 'Ada Birch').replace('{{month}}', '2月'));
    await shell.undo('锁定 Ada Birch 的目标').waitFor();
    // The keyboard goes back into the grid; a locked cell opens no field.
    await plan.cell('Ada Birch', 1).focus();
    await page.keyboard.type('9');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Delete');
    expect(await plan.fenOf('Ada Birch', 1)).toBe(2.5 * WAN);
    expect(await plan.grid().getByRole('textbox').count()).toBe(0);

    await plan.walkTo(organisation, 'year');
    await plan.openAllocation(organisation);
    await plan.fillAllocation('240', 'equal', 'equal');
    await plan.allocate();
    await expect.poll(() => plan.fenOf(organisation, 'year')).toBe(240 * WAN);
    expect(await plan.fenOf('Ada Birch', 1)).toBe(2.5 * WAN);
    expect(imbalances(await plan.lines(), organisation)).toEqual([]);

    // Less than what is locked cannot be handed down: the amount in the way is named, nothing changes.
    const before = await plan.lines();
    await plan.openAllocation(organisation);
    await plan.fillAllocation('1', 'equal', 'equal');
    await plan.tryAllocate();
    await page.getByRole('dialog').getByText(refusals.targets_locksExceed.replace('{{amount}}', '15,000.00 元')).waitFor();
    await page.keyboard.press('Escape');
    expect(await plan.lines()).toEqual(before);
  });
});

test('Σ children above an assigned number is a mismatch until it is declared a buffer; a number left over is 未分解', async () => {
  await onTargets(async ({ shell, plan, restart }) => {
    await plan.fillAllocation('120', 'equal', 'workingDays');
    await plan.createPlan(YEAR);
    await expect.poll(() => plan.fenOf('Coast', 'year')).not.toBeNull();
    await plan.tabIntoGrid();
    await plan.walkTo('Coast', 'year');
    await plan.typeOver('60');
    await expect.poll(() => plan.cell('Coast', 'year', 'sum').count()).toBe(1);
    await plan.walkTo('Omar Quill', 0);
    await plan.typeOver('30');
    // The office and the company above it: both were handed a number that is now exceeded.
    await plan.text(targets.unbalanced.replace('{{count}}', '2')).waitFor();
    expect(await plan.gapNames()).toContain(targets.mismatch);
    expect(imbalances(await plan.lines(), organisation)).toEqual([]);
    await plan.walkTo('Coast', 'year');
    await plan.press(targets.declareBuffer);
    await shell.undo('声明 Coast 的超额保险').waitFor();
    await expect.poll(() => plan.gapNames()).toContain(targets.buffer);
    // The button has the focus now: the keyboard goes back into the grid.
    await plan.cell('Coast', 'year').focus();
    await plan.walkTo('Omar Quill', 0);
    await plan.typeOver('0.01');
    await expect.poll(() => plan.gapNames()).toContain(targets.unallocated);
    const lines = await plan.lines();
    expect(imbalances(lines, organisation)).toEqual([]);
    const again = await restart();
    await expect.poll(() => again.lines()).toEqual(lines);
  });
});
