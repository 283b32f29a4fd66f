import { existsSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { recovery } from '@shared/messages/zh-CN/recovery';
import { shell } from '@shared/messages/zh-CN/shell';
import { start } from '@shared/messages/zh-CN/start';
import type { Page } from 'playwright';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { buildPipeline } from '../builders/pipeline';
import { writePipeline } from '../builders/pipeline-files';
import { launchWorkbench } from './launch/launch-workbench';
import { prepareMachine, type TestMachine } from './launch/test-machine';
import { canonicalHash } from './page-models/canonical-hash';
import { renameOrganisation } from './page-models/change-settings';
import { answerDialogs, CopiesPageModel } from './page-models/copies-page';
import { importHeadless } from './page-models/headless';
import { RecoveryPageModel } from './page-models/recovery-page';
import { machineLike } from './page-models/sample-workspace';

let made: TestMachine;
let hash: string;
beforeAll(async () => {
  made = await prepareMachine();
  await importHeadless(made, writePipeline(made.home, buildPipeline(100)));
  const workbench = await launchWorkbench({ machine: made });
  const copies = new CopiesPageModel(workbench.app, workbench.page);
  await copies.open();
  await copies.makeNow();
  await renameOrganisation(workbench.page, 'After the copy');
  hash = await canonicalHash(workbench.page);
  await workbench.kill();
});
afterAll(() => made.dispose());

const nameOf = (machine: TestMachine) => path.basename(machine.workspaceFolder);
const opened = (page: Page) => page.getByRole('navigation', { name: shell.railLabel }).waitFor();

test('a database that is gone is named, nothing is deleted, and the recommended rebuild brings back the last saved step', async () => {
  const machine = await machineLike(made);
  rmSync(path.join(machine.workspaceFolder, 'profile/IndexedDB'), { recursive: true });
  const workbench = await launchWorkbench({ machine });
  const screen = new RecoveryPageModel(workbench.page);
  await screen.shown(nameOf(machine));
  expect(await screen.reason()).toMatch(/第 0 步/);
  await screen.said(recovery.kept).waitFor();
  expect(await screen.copies().count()).toBeGreaterThan(0);
  const page = await workbench.nextPage(() => screen.recommended().click());
  await opened(page);
  expect(await canonicalHash(page)).toBe(hash);
  await workbench.close();
  machine.dispose();
});

test('a damaged journal is written anew from the database, which lost nothing', async () => {
  const machine = await machineLike(made);
  const folder = path.join(machine.workspaceFolder, 'journal');
  const file = path.join(folder, readdirSync(folder).filter((name) => name.endsWith('.smwj')).sort()[0]!);
  const bytes = readFileSync(file);
  const middle = Math.floor(bytes.length / 3);
  bytes[middle] = bytes[middle]! ^ 0x01;
  writeFileSync(file, bytes);
  const workbench = await launchWorkbench({ machine });
  const screen = new RecoveryPageModel(workbench.page);
  await screen.shown(nameOf(machine));
  expect(await screen.reason()).toBe(recovery.reason_journalDamaged);
  const page = await workbench.nextPage(() => screen.recommended().click());
  await opened(page);
  expect(await canonicalHash(page)).toBe(hash);
  await workbench.close();
  machine.dispose();
});

test('everything can be exported as it lies on the disk, and beginning empty takes two confirmations, the second by name', async () => {
  const machine = await machineLike(made);
  rmSync(path.join(machine.workspaceFolder, 'profile/IndexedDB'), { recursive: true });
  const workbench = await launchWorkbench({ machine });
  const screen = new RecoveryPageModel(workbench.page);
  await screen.shown(nameOf(machine));
  const tar = path.join(machine.home, 'raw.tar');
  await answerDialogs(workbench.app, tar);
  await screen.press('exportRaw');
  await screen.said(recovery.exported).waitFor();
  expect(existsSync(tar)).toBe(true);

  await screen.press('discard');
  expect(await screen.discardNow().count()).toBe(0);
  await screen.understand();
  expect(await screen.discardNow().isEnabled()).toBe(false);
  await screen.typeName(nameOf(machine), 'something else');
  expect(await screen.discardNow().isEnabled()).toBe(false);
  await screen.typeName(nameOf(machine), nameOf(machine));
  const page = await workbench.nextPage(() => screen.discardNow().click());
  await page.getByRole('heading', { name: start.whoTitle }).waitFor();
  expect(readdirSync(path.join(machine.workspaceFolder, 'snapshots')).some((name) => name.endsWith('.smwb'))).toBe(true);
  await workbench.close();
  machine.dispose();
});
