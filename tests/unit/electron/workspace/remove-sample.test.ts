import { existsSync, mkdirSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { removeSample } from '../../../../electron/workspace/remove-sample';
import { newWorkspaceFile, writeWorkspaceFile } from '../../../../electron/workspace/workspace-file';
import { scratchFolder } from '../scratch-folder';

async function workspace(scratch: string, name: string, sample: boolean): Promise<string> {
  const folder = path.join(scratch, name);
  mkdirSync(folder);
  await writeWorkspaceFile(folder, newWorkspaceFile({ name, sample, appVersion: '1.0.0', now: 0 }));
  return folder;
}

const bin = (scratch: string) => async (folder: string) => renameSync(folder, path.join(scratch, 'binned'));
const noBin = () => Promise.reject(new Error('no bin'));
const ignore = () => undefined;

test('the sample goes to the bin whole, and the workspace beside it stays', async () => {
  const scratch = scratchFolder();
  const [sample, own] = [await workspace(scratch, 'sample', true), await workspace(scratch, 'own', false)];
  expect(await removeSample(sample, false, bin(scratch), ignore)).toEqual({ ok: true, value: 'binned' });
  expect([existsSync(sample), existsSync(path.join(scratch, 'binned/workspace.json')), existsSync(own)]).toEqual([false, true, true]);
});

test('one’s own workspace, a folder that is none, and one that cannot be read are never removed, not even for good', async () => {
  const scratch = scratchFolder();
  const own = await workspace(scratch, 'mine', false);
  const foreign = path.join(scratch, 'photos');
  mkdirSync(foreign);
  const broken = path.join(scratch, 'broken');
  mkdirSync(broken);
  writeFileSync(path.join(broken, 'workspace.json'), 'no');
  for (const folder of [own, foreign, broken]) for (const forever of [false, true]) expect((await removeSample(folder, forever, bin(scratch), ignore)).ok).toBe(false);
  expect([own, foreign, broken].every((folder) => existsSync(folder))).toBe(true);
});

test('where there is no bin it says so and leaves the sample; for good it is deleted', async () => {
  const sample = await workspace(scratchFolder(), 'kept', true);
  const told: unknown[] = [];
  expect(await removeSample(sample, false, noBin, (error) => told.push(error))).toEqual({ ok: true, value: 'noBin' });
  expect([existsSync(path.join(sample, 'workspace.json')), told.length]).toEqual([true, 1]);
  expect(await removeSample(sample, true, noBin, ignore)).toEqual({ ok: true, value: 'deleted' });
  expect(existsSync(sample)).toBe(false);
});
