import { readFileSync } from 'node:fs';
import path from 'node:path';
import { audit } from '@shared/messages/zh-CN/audit';
import { changes } from '@shared/messages/zh-CN/changes';
import { expect, test } from 'vitest';
import { writePipeline } from '../builders/pipeline-files';
import { buildPipeline } from '../builders/pipeline';
import { launchWorkbench } from './launch/launch-workbench';
import { prepareMachine } from './launch/test-machine';
import { AuditPageModel } from './page-models/audit-page';
import { renameOrganisation } from './page-models/change-settings';
import { answerDialogs } from './page-models/copies-page';
import { importHeadless } from './page-models/headless';
import { ShellModel } from './page-models/shell';

test('an edit stands in the audit trail with who, before and after; taken back it stays and is marked; the filtered list goes into a spreadsheet that runs nothing', async () => {
  const machine = await prepareMachine();
  const imports = await importHeadless(machine, writePipeline(machine.home, buildPipeline(60)));
  const workbench = await launchWorkbench({ machine });
  const { page } = workbench;
  const shell = new ShellModel(page);
  const trail = new AuditPageModel(page);
  await trail.open();
  const before = await trail.rows().count();
  await renameOrganisation(page, '=1+1');

  await expect.poll(() => trail.rows().count()).toBe(before + 1);
  const edit = trail.rows().first();
  expect(await edit.innerText()).toContain(changes.settings_change);
  await trail.pick(edit);
  expect(await trail.field(audit.field_organisation).innerText()).toMatch(/\S+\s*=1\+1$/);

  await shell.undo(changes.settings_change).click();
  await expect.poll(() => trail.rows().count()).toBe(before + 2);
  expect(await trail.rows().nth(1).innerText()).toContain(audit.undoneByShort);
  await trail.pick(trail.rows().nth(1));
  await trail.detail().getByText(audit.undoneBy.replace('{{seq}}', String(before + 2)), { exact: true }).waitFor();
  await trail.pick(trail.rows().first());
  await trail.detail().getByText(audit.takesBack.replace('{{seq}}', String(before + 1)), { exact: true }).waitFor();

  await trail.choose('kind', audit.kind_import);
  await expect.poll(() => trail.rows().count()).toBe(imports.length);
  await trail.clear();
  await trail.search('=1+1');
  await trail.count(2).waitFor();
  const file = path.join(machine.home, 'audit.csv');
  await answerDialogs(workbench.app, file);
  await trail.exportList();
  const lines = readFileSync(file, 'utf8').trim().split('\r\n');
  expect(lines).toHaveLength(3);
  expect(lines[2]).toMatch(new RegExp(`,${audit.field_organisation},[^,]+,'=1\\+1,`));
  await workbench.close();
  machine.dispose();
});
