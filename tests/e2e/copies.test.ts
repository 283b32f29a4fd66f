import { existsSync, mkdirSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { calls } from '@shared/messages/zh-CN/calls';
import { copies } from '@shared/messages/zh-CN/copies';
import { shell } from '@shared/messages/zh-CN/shell';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { buildPipeline } from '../builders/pipeline';
import { writePipeline } from '../builders/pipeline-files';
import { launchWorkbench } from './launch/launch-workbench';
import { runHeadless } from './launch/run-headless';
import { prepareMachine, type TestMachine } from './launch/test-machine';
import { canonicalHash } from './page-models/canonical-hash';
import { renameOrganisation } from './page-models/change-settings';
import { CopiesPageModel } from './page-models/copies-page';
import { DataPageModel } from './page-models/data-page';
import { importHeadless } from './page-models/headless';
import { machineLike } from './page-models/sample-workspace';

const PASSPHRASE = 'four quite unrelated words';

let imported: TestMachine;
beforeAll(async () => {
  imported = await prepareMachine();
  await importHeadless(imported, writePipeline(imported.home, buildPipeline(200)));
});
afterAll(() => imported.dispose());

/** The window is there again, on the restored workspace. */
const shown = async (model: CopiesPageModel) => {
  await model.page.getByRole('navigation', { name: shell.railLabel }).waitFor();
  await model.open();
};

test('a copy is made, checked and drilled; restoring it, or an exported file that holds less, brings back exactly what it held, and less only by the typed name', async () => {
  const machine = await machineLike(imported);
  const workbench = await launchWorkbench({ machine });
  const name = path.basename(machine.workspaceFolder);
  let model = new CopiesPageModel(workbench.app, workbench.page);
  await model.open();
  await model.makeNow();
  expect(await model.rows().first().innerText()).toContain(copies.reason_hand);
  expect(await model.rows().first().innerText()).toContain(copies.verified);
  expect(await model.drill()).not.toMatch(new RegExp(copies.drillBad.split('{{when}}')[1]!.split('：')[0]!));
  const full = await canonicalHash(model.page);

  const data = new DataPageModel(workbench.app, model.page);
  await data.open('batches');
  await data.undoBatch('opportunities.csv');
  await renameOrganisation(model.page, 'Less');
  const less = await canonicalHash(model.page);
  await model.open();
  const file = path.join(machine.home, 'less.smwb');
  await model.exportNow(file, PASSPHRASE);

  // The copy by hand holds more than there is now: no name is asked for.
  await model.chooseRow(model.rows().filter({ hasText: copies.reason_hand }));
  model = new CopiesPageModel(workbench.app, await workbench.nextPage(() => model.restoreButton('here').click()));
  await shown(model);
  expect(await canonicalHash(model.page)).toBe(full);
  await model.open();
  await model.page.getByText(copies.replaced, { exact: true }).waitFor();

  await model.makeNow();
  await model.chooseFile(file);
  await model.unlock('not the passphrase');
  await model.dialog().getByText(calls.keep_passphrase).waitFor();
  await model.unlock(PASSPHRASE);
  await model.dialog().getByText(copies.checked, { exact: true }).waitFor();
  await model.restoreButton('here').click();
  await model.typedName(name).waitFor();
  await expect.poll(() => model.restoreButton('here').isEnabled()).toBe(false);
  await model.typedName(name).fill(`${name}x`);
  expect(await model.restoreButton('here').isEnabled()).toBe(false);
  await model.typedName(name).fill(name);
  model = new CopiesPageModel(workbench.app, await workbench.nextPage(() => model.restoreButton('here').click()));
  await shown(model);
  expect(await canonicalHash(model.page)).toBe(less);
  await workbench.close();
  machine.dispose();
});

test('a file restored as a workspace of its own leaves the open one as it is, and closing saves a last copy', async () => {
  const machine = await machineLike(imported);
  const first = await launchWorkbench({ machine });
  let model = new CopiesPageModel(first.app, first.page);
  await model.open();
  const file = path.join(machine.home, 'all.smwb');
  await model.exportNow(file, PASSPHRASE);
  const exported = await canonicalHash(model.page);
  await model.open();
  await renameOrganisation(model.page, 'Changed since');
  const changed = await canonicalHash(model.page);
  await model.open();
  await model.chooseFile(file);
  await model.unlock(PASSPHRASE);
  await model.into('folder');
  model = new CopiesPageModel(first.app, await first.nextPage(() => model.restoreButton('folder').click()));
  await shown(model);
  expect(await canonicalHash(model.page)).toBe(exported);
  await first.close();

  const again = await launchWorkbench({ machine });
  expect(await canonicalHash(again.page)).toBe(changed);
  await new CopiesPageModel(again.app, again.page).open();
  await renameOrganisation(again.page, 'Closed with this');
  const before = snapshotsOf(machine);
  await again.close();
  expect(snapshotsOf(machine).length).toBe(before.length + 1);
  expect(existsSync(file)).toBe(true);
  machine.dispose();
});

test('the second place holds every snapshot with its sources, and one snapshot exported stands alone', async () => {
  const machine = await machineLike(imported);
  const workbench = await launchWorkbench({ machine });
  const model = new CopiesPageModel(workbench.app, workbench.page);
  await model.open();
  await model.makeNow();
  const hash = await canonicalHash(model.page);
  await model.open();
  const place = path.join(machine.home, 'stick');
  mkdirSync(place);
  await model.chooseSecondPlace(place);
  const [folder] = readdirSync(place);
  expect(readdirSync(path.join(place, folder!, 'snapshots')).sort()).toEqual(snapshotsOf(machine).sort());
  expect(readdirSync(path.join(place, folder!, 'sources')).sort()).toEqual(readdirSync(path.join(machine.workspaceFolder, 'sources')).sort());
  const file = path.join(machine.home, 'one.smwb');
  await model.exportRow(model.rows().first(), file);
  await workbench.close();
  const restored = await runHeadless(machine, ['restore', file, '--into', path.join(machine.home, 'alone'), '--json']);
  expect(restored.code, restored.stderr).toBe(0);
  expect(JSON.parse(restored.stdout)).toMatchObject({ canonicalHash: hash });
  machine.dispose();
});

const snapshotsOf = (machine: TestMachine): string[] => readdirSync(path.join(machine.workspaceFolder, 'snapshots')).filter((name) => name.endsWith('.smwb'));
