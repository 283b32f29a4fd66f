import { existsSync, readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { expiredDatabases, forgetGenerations, newGeneration, switchTo, viewOf, writeJournal } from '../../../../electron/keep/generation';
import { type OpenWorkspace, openWorkspaceFolder } from '../../../../electron/workspace/open-workspace';
import { scratchFolder } from '../scratch-folder';
import { sampleChangeSet } from '../workspace/sample-change-set';

const DAY = 86_400_000;

async function opened(): Promise<OpenWorkspace> {
  const workspace = await openWorkspaceFolder(path.join(scratchFolder(), 'ws'), { appVersion: '1.0.0', create: { name: 'East', sample: false } });
  if (!workspace.ok) throw new Error(workspace.error.detail);
  await workspace.value.journal.append([sampleChangeSet(1), sampleChangeSet(2)]);
  return workspace.value;
}

async function* these<T>(...items: T[]): AsyncIterable<T> {
  yield* items;
}

describe('generations of a workspace', () => {
  test('a new one is filled beside the live one, which stays as it is until the switch; then both are named together', async () => {
    const workspace = await opened();
    const before = readFileSync(path.join(workspace.info.path, 'workspace.json'), 'utf8');
    const generation = newGeneration(workspace, true);
    expect(await writeJournal(workspace.info.path, generation.journalFolder, these(sampleChangeSet(1)))).toEqual({ ok: true, value: { lastSeq: 1 } });
    const view = await viewOf(workspace, generation);
    expect(view.info.databaseName).toBe(generation.databaseName);
    expect(view.journal.lastSeq).toBe(1);
    await view.journal.close();
    expect(readFileSync(path.join(workspace.info.path, 'workspace.json'), 'utf8')).toBe(before);
    expect(workspace.journal.lastSeq).toBe(2);

    const next = await switchTo(workspace, generation, Date.now());
    expect(next.info).toMatchObject({ id: workspace.info.id, databaseName: generation.databaseName });
    expect(await next.journal.read(0)).toEqual([sampleChangeSet(1)]);
    await next.close();
    const again = await openWorkspaceFolder(workspace.info.path, { appVersion: '1.0.0', create: null });
    expect(again.ok && [again.value.info.databaseName, again.value.journal.lastSeq]).toEqual([generation.databaseName, 1]);
    if (again.ok) await again.value.close();
  });

  test('what was replaced stays for seven days, then its database may be deleted and its journal goes with it', async () => {
    const workspace = await opened();
    const now = Date.now();
    const generation = newGeneration(workspace, true);
    await writeJournal(workspace.info.path, generation.journalFolder, these(sampleChangeSet(1)));
    const oldDatabase = workspace.info.databaseName;
    const next = await switchTo(workspace, generation, now);
    const oldJournal = path.join(next.info.path, 'journal');
    await forgetGenerations(next, [oldDatabase], now + 6 * DAY);
    expect([expiredDatabases(next, now + 6 * DAY), existsSync(oldJournal)]).toEqual([[], true]);
    expect(expiredDatabases(next, now + 7 * DAY)).toEqual([oldDatabase]);
    await forgetGenerations(next, [oldDatabase, 'another'], now + 7 * DAY);
    expect([expiredDatabases(next, now + 7 * DAY), existsSync(oldJournal)]).toEqual([[], false]);
    expect(existsSync(path.join(next.info.path, generation.journalFolder))).toBe(true);
    await next.close();
  });

  test('a rebuild that goes on with the live journal keeps it, also when the week of the old database is over', async () => {
    const workspace = await opened();
    const generation = newGeneration(workspace, false);
    const oldDatabase = workspace.info.databaseName;
    const next = await switchTo(workspace, generation, 0);
    await forgetGenerations(next, [oldDatabase], 8 * DAY);
    expect(await next.journal.read(0)).toEqual([sampleChangeSet(1), sampleChangeSet(2)]);
    await next.close();
  });

  test('a new one lies in a profile of its own, so that what is wrong with the store of the old one cannot reach it; a journal written anew stays with its database', async () => {
    const workspace = await opened();
    const { databaseName } = workspace.info;
    await workspace.change({ recorded: { seq: 2, rows: { people: 2 } } });
    const rewritten = await switchTo(workspace, { ...newGeneration(workspace, true), databaseName, profileFolder: 'profile' }, 0);
    expect([rewritten.profileFolder, rewritten.file().recorded?.seq]).toEqual([path.join(workspace.info.path, 'profile'), 2]);
    const generation = newGeneration(rewritten, false);
    const view = await viewOf(rewritten, generation);
    expect(existsSync(view.profileFolder)).toBe(true);
    expect(view.profileFolder).not.toBe(rewritten.profileFolder);
    const next = await switchTo(rewritten, generation, 0);
    expect([next.profileFolder, next.file().recorded, next.file().replaced.at(-1)?.profileFolder]).toEqual([view.profileFolder, null, 'profile']);
    await next.close();
  });

  test('journals written anew for the same database: the live one is never named for deletion, and after seven days the old journals are gone', async () => {
    const workspace = await opened();
    const { databaseName } = workspace.info;
    let live = workspace;
    for (let again = 0; again < 2; again++) {
      const generation = { ...newGeneration(live, true), databaseName, profileFolder: live.file().profileFolder };
      await writeJournal(live.info.path, generation.journalFolder, these(sampleChangeSet(1), sampleChangeSet(2)));
      live = await switchTo(live, generation, 0);
    }
    const journals = () => readdirSync(live.info.path).filter((name) => name.startsWith('journal'));
    expect([expiredDatabases(live, 8 * DAY), journals().length]).toEqual([[], 3]);
    await forgetGenerations(live, [], 8 * DAY);
    expect([live.file().replaced, journals()]).toEqual([[], [live.file().journalFolder]]);
    expect(await live.journal.read(0)).toEqual([sampleChangeSet(1), sampleChangeSet(2)]);
    await live.close();
  });

  test('a journal with a gap is not written: nothing of it is left', async () => {
    const workspace = await opened();
    const { journalFolder } = newGeneration(workspace, true);
    expect(await writeJournal(workspace.info.path, journalFolder, these(sampleChangeSet(1), sampleChangeSet(3)))).toMatchObject({ ok: false, error: { code: 'journal.gap' } });
    expect(existsSync(path.join(workspace.info.path, journalFolder))).toBe(false);
    await workspace.close();
  });
});
