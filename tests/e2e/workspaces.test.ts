import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { workspaces } from '@shared/messages/zh-CN/workspaces';
import { expect, test } from 'vitest';
import { buildPipeline } from '../builders/pipeline';
import { writePipeline } from '../builders/pipeline-files';
import { launchWorkbench } from './launch/launch-workbench';
import { prepareMachine } from './launch/test-machine';
import { canonicalHash } from './page-models/canonical-hash';
import { answerDialogs } from './page-models/copies-page';
import { importHeadless } from './page-models/headless';
import { WorkspacesPageModel } from './page-models/workspaces-page';

test('workspaces are renamed, duplicated to the hash, opened side by side, taken off the list, moved at the next start; a newer one is refused with the version to install', async () => {
  const machine = await prepareMachine();
  await importHeadless(machine, writePipeline(machine.home, buildPipeline(60)));
  const first = await launchWorkbench({ machine });
  const hash = await canonicalHash(first.page);
  let page = new WorkspacesPageModel(first.page);
  await page.open();
  await page.rename(path.basename(machine.workspaceFolder), 'Coast');
  await page.duplicate('Coast', 'Trial');
  const next = await first.nextPage(() => page.enter('Trial'));
  expect(await canonicalHash(next)).toBe(hash);
  page = new WorkspacesPageModel(next);
  await page.open();
  expect(await page.row('Trial').innerText()).toContain(workspaces.openNow);

  // Written by a later version: neither opened nor touched.
  const later = path.join(machine.home, 'later');
  mkdirSync(later);
  const written = JSON.parse(readFileSync(path.join(machine.workspaceFolder, 'workspace.json'), 'utf8')) as object;
  writeFileSync(path.join(later, 'workspace.json'), JSON.stringify({ ...written, schemaVersion: 999, appVersion: '9.8.7' }));
  await answerDialogs(first.app, later);
  await page.openFolder();
  await expect.poll(() => page.refusal().innerText()).toContain('9.8.7');
  expect(existsSync(path.join(later, 'profile'))).toBe(false);

  const elsewhere = path.join(machine.home, 'elsewhere');
  mkdirSync(elsewhere);
  await answerDialogs(first.app, elsewhere);
  await page.act('Coast', 'move');
  await page.said(workspaces.movedNextStart.replace('{{name}}', 'Coast')).waitFor();
  expect(existsSync(machine.workspaceFolder)).toBe(true);
  await first.close();

  const second = await launchWorkbench({ machine, workspace: null });
  page = new WorkspacesPageModel(second.page);
  await page.open();
  const moved = path.join(elsewhere, path.basename(machine.workspaceFolder));
  expect(await page.row('Coast').innerText()).toContain(moved);
  expect(existsSync(machine.workspaceFolder)).toBe(false);
  const coast = await second.nextPage(() => page.enter('Coast'));
  expect(await canonicalHash(coast)).toBe(hash);
  page = new WorkspacesPageModel(coast);
  await page.open();
  await page.forget('Trial');
  await second.close();
  expect(existsSync(moved)).toBe(true);
  machine.dispose();
});
