import { chmodSync, existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Page } from 'playwright';
import { expect, test } from 'vitest';
import { firstSteps } from '@shared/messages/zh-CN/first-steps';
import { start } from '@shared/messages/zh-CN/start';
import { workspaces } from '@shared/messages/zh-CN/workspaces';
import { csvBytes } from '../builders/csv-table';
import { kingdeeOrders } from '../builders/kingdee-orders';
import { buildSmallTeam } from '../builders/small-team';
import { launchWorkbench } from './launch/launch-workbench';
import { prepareMachine, type TestMachine } from './launch/test-machine';
import { DataPageModel } from './page-models/data-page';
import { DrillDrawer } from './page-models/drill-drawer';
import { GuideBarModel } from './page-models/guide-bar';
import { machineWithSample } from './page-models/sample-workspace';
import { setUp } from './page-models/set-up';
import { ShellModel } from './page-models/shell';
import { WorkspacesPageModel } from './page-models/workspaces-page';

/** Two months of three sellers' orders, one of whom no list of people knows. */
const ORDERS = kingdeeOrders(
  [
    ['2024-04-03', 'Ada Birch', '900.00'],
    ['2024-05-06', 'Ada Birch', '1200.50'],
    ['2024-05-07', 'Omar Quill', '3000.00'],
    ['2024-05-08', '外包王', '10.00'],
  ].map(([date = '', owner = '', amount = ''], at) => ({ number: `S${at}`, date, customer: '华东仪器', owner, amount, discounted: amount })),
);

test('a new user goes from the doors over two questions and one own file to the first insight; the guide ticks itself, hides, and stands as it was at the next start', async () => {
  const machine = await prepareMachine();
  const orders = put(machine, 'orders.csv', csvBytes(ORDERS));
  const people = put(machine, 'people.csv', csvBytes(buildSmallTeam().teams));
  const first = await launchWorkbench({ machine, workspace: null });
  for (const door of [start.sampleTitle, start.ownTitle, start.restoreTitle]) await first.page.getByRole('heading', { name: door, exact: true }).waitFor();
  // Both questions by keyboard.
  await first.page.getByRole('textbox', { name: start.organisation }).fill('华南公司');
  const page = await first.nextPage(() => first.page.keyboard.press('Enter'));
  await page.getByRole('textbox', { name: start.actor }).waitFor();
  await page.waitForFunction((label) => document.activeElement?.closest('div')?.parentElement?.textContent?.includes(label) === true, start.actor);
  await page.keyboard.type('林岚');
  await page.keyboard.press('Enter');

  const guide = new GuideBarModel(page);
  const data = new DataPageModel(first.app, page);
  await new ShellModel(page).heading('data').waitFor();
  await guide.stands([], 'import');
  await data.choose(orders);
  await data.dryRun();
  await data.commit();
  await guide.stands(['import', 'figures'], 'owners');
  expect(await guide.insight().innerText()).toContain('4,210.50 元');

  await guide.go('peopleGo');
  await data.choose(people);
  await data.dryRun();
  await data.commit();
  await guide.bar().getByText(firstSteps.ownersText.replace('{{count}}', '1')).waitFor();
  await guide.go('ownersGo');
  await data.decideOwner('外包王', '未分配');
  await guide.stands(['import', 'owners', 'figures'], 'target');
  // The first insight: the last complete month, who made most of it, and the rows behind it.
  expect(await guide.insight().innerText()).toMatch(/2024年5月.*4,210\.50 元.*Omar Quill 3,000\.00 元、Ada Birch 1,200\.50 元/s);
  await guide.insight().getByRole('button').first().click();
  expect(await new DrillDrawer(page).read()).toEqual({ rows: 3, sumFen: 421_050 });
  await guide.go('targetGo');
  await new ShellModel(page).heading('targets').waitFor();

  await guide.hide();
  await first.close();
  const second = await launchWorkbench({ machine, workspace: null });
  const again = new ShellModel(second.page);
  await again.heading('targets').waitFor();
  const guideAgain = new GuideBarModel(second.page);
  expect(await guideAgain.bar().count()).toBe(0);
  await again.settingsButton().click();
  await second.page.getByRole('button', { name: firstSteps.show, exact: true }).click();
  await guideAgain.stands(['import', 'owners', 'figures'], 'target');
  await second.close();
  machine.dispose();
});

test('the sample says what it is, leads to one’s own data, and goes: kept where there is no bin, into the bin where there is one, that folder only', async () => {
  const machine = await machineWithSample();
  const sample = machine.workspaceFolder;
  const bin = withBin(machine);
  const workbench = await launchWorkbench({ machine });
  const inside = workbench.page;
  const notice = inside.getByRole('region', { name: firstSteps.sampleTitle, exact: true });
  await notice.getByText('2026年10月22日').waitFor();
  await notice.getByRole('button', { name: workspaces.removeSample, exact: true }).click();
  await press(inside, workspaces.removeSample);
  await inside.getByRole('dialog', { name: workspaces.noBinTitle, exact: true }).waitFor();
  await press(inside, workspaces.keep);
  expect(existsSync(path.join(sample, 'workspace.json'))).toBe(true);

  await notice.getByRole('button', { name: firstSteps.sampleOwn, exact: true }).click();
  await inside.getByRole('dialog').getByLabel(workspaces.name, { exact: true }).fill('华南公司');
  const own = await workbench.nextPage(() => press(inside, workspaces.create));
  await setUp(own, '华南公司', '林岚');
  const list = new WorkspacesPageModel(own);
  await list.open();
  bin.open();
  const [name] = (await list.rows().nth(1).innerText()).split('\n');
  await list.act(name ?? '', 'removeSample');
  await press(own, workspaces.removeSample);
  await list.row(name ?? '').waitFor({ state: 'detached' });
  expect(await list.rows().count()).toBe(1);
  expect([existsSync(sample), bin.content()]).toEqual([false, [path.basename(sample)]]);
  await workbench.close();
  // Chromium has let go of it by now, and put nothing back.
  expect([existsSync(sample), existsSync(path.join(machine.home, 'Sales Workbench/华南公司/workspace.json'))]).toEqual([false, true]);
  machine.dispose();
});

const press = (page: Page, name: string) => page.getByRole('dialog').getByRole('button', { name, exact: true }).click();

function put(machine: TestMachine, name: string, bytes: Uint8Array): string {
  const file = path.join(machine.home, name);
  writeFileSync(file, bytes);
  return file;
}

/** A system's bin of the machine's own; until it is opened there is none. */
function withBin(machine: TestMachine): { open(): void; content(): string[] } {
  const [tools, folder] = ['tools', 'bin'].map((name) => path.join(machine.home, name)) as [string, string];
  mkdirSync(tools);
  const gio = path.join(tools, 'gio');
  writeFileSync(gio, `#!/bin/sh\nfor last; do :; done\n[ -d "${folder}" ] && exec mv -- "$last" "${folder}/"\n`);
  chmodSync(gio, 0o755);
  Object.assign(machine.env, { PATH: `${tools}:${machine.env['PATH']}`, ELECTRON_TRASH: 'gio' });
  return { open: () => mkdirSync(folder), content: () => readdirSync(folder) };
}
