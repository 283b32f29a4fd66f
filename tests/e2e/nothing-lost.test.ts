import { readdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import path from 'node:path';
import { calls } from '@shared/messages/zh-CN/calls';
import { shell } from '@shared/messages/zh-CN/shell';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type LaunchedWorkbench, launchWorkbench } from './launch/launch-workbench';
import { answerOf, ask } from './page-models/bridge';
import { bytesUnder, damages, fileOf } from './page-models/broken-files';
import { canonicalHash } from './page-models/canonical-hash';
import { DueCopies } from './page-models/due-copies';
import { failWrites } from './page-models/failing-disk';
import { cellOf, editMonth, type KeptWorkspace, openTargets, prepareKeptWorkspace, saved, typeMonth } from './page-models/kept-workspace';
import { RecoveryScreen } from './page-models/recovery-screen';
import { storedFacts, storedLastSeq } from './page-models/stored-facts';
import { ShellModel } from './page-models/shell';

let kept: KeptWorkspace;
beforeAll(async () => {
  kept = await prepareKeptWorkspace();
});
afterAll(() => kept.machine.dispose());

/** What the promise rests on beside the database. */
const BESIDE = ['journal', 'snapshots', 'sources'];

async function open(workspace: string): Promise<LaunchedWorkbench> {
  const desk = await launchWorkbench({ machine: kept.machine, workspace });
  // Chromium's own remarks about the files that were broken.
  desk.expectFaults(/./);
  return desk;
}

const opened = (desk: LaunchedWorkbench) => new ShellModel(desk.page).heading('targets').waitFor();

async function lastSeqs(desk: LaunchedWorkbench): Promise<{ journal: number; database: number }> {
  const { lastSeq } = (await answerOf(desk.page, 'journal.state', {})) as { lastSeq: number };
  return { journal: lastSeq, database: await storedLastSeq(desk.page) };
}

/** The database is lost or cannot be read: refused, nothing else touched, rebuilt to the same content. */
async function expectRebuilt(workspace: string, evidence: () => void, from: 'newest copy' | 'nothing'): Promise<void> {
  const before = bytesUnder(workspace, BESIDE);
  const desk = await open(workspace);
  const screen = new RecoveryScreen(desk);
  expect(['journal.lost', 'journal.counts', 'database.unreadable']).toContain(await screen.reason());
  expect(bytesUnder(workspace, BESIDE)).toEqual(before);
  evidence();
  const page = from === 'newest copy' ? await screen.takeRecommended() : await screen.rebuild(null);
  expect(await canonicalHash(page)).toBe(kept.hash);
  expect(bytesUnder(workspace, BESIDE)).toEqual(before);
  evidence();
  await desk.kill();
}

describe('the database lost or spoilt: the recovery screen, and a rebuild to the same content', () => {
  test('its folder deleted: rebuilt from nothing but the journal and the kept sources', async () => {
    const workspace = kept.copy('gone');
    rmSync(path.join(workspace, 'profile/IndexedDB'), { recursive: true });
    await expectRebuilt(workspace, () => expect(readdirSync(path.join(workspace, 'checkpoint/now/IndexedDB'))).not.toEqual([]), 'nothing');
  });

  for (const [damage, spoil] of Object.entries(damages)) {
    for (const kind of ['database log', 'database table', 'database MANIFEST', 'database CURRENT', 'large stored column'] as const) {
      test(`${damage} in its ${kind.replace('database ', '')}: the checkpoint holds what was found, the newest copy is where the rebuild begins`, async () => {
        const workspace = kept.copy(`${kind}-${damage}`);
        const file = fileOf[kind](workspace);
        spoil(path.join(workspace, file));
        const found = readFileSync(path.join(workspace, file));
        const evidence = () => expect(readFileSync(path.join(workspace, file.replace('profile/', 'checkpoint/now/'))).equals(found)).toBe(true);
        await expectRebuilt(workspace, evidence, 'newest copy');
      });
    }
  }
});

describe('what stands beside the database spoilt', () => {
  test('a byte flipped in the middle of the journal: refused by place, written anew from the database, the old one kept', async () => {
    const workspace = kept.copy('journal-middle');
    const file = path.join(workspace, fileOf.journal(workspace));
    damages['one flipped byte'](file);
    const found = readFileSync(file);
    const desk = await open(workspace);
    const screen = new RecoveryScreen(desk);
    expect(await screen.reason()).toBe('workspace.unreadable');
    const [first] = (await storedFacts(desk.page)).changeSets;
    expect(await ask(desk.page, 'recovery.journal', { changeSets: [first], last: true })).toMatchObject({ ok: false, error: { code: 'journal.gap' } });
    const page = await screen.takeRecommended();
    expect(await canonicalHash(page)).toBe(kept.hash);
    expect(await lastSeqs({ ...desk, page })).toEqual({ journal: kept.lastSeq, database: kept.lastSeq });
    expect(readFileSync(file).equals(found)).toBe(true);
    await desk.kill();
  });

  test.each([
    { damage: 'one flipped byte', end: 0.999 },
    { damage: 'a truncation', end: 0.5 },
  ] as const)("$damage at the journal's end, in the newest copy and in workspace.json: opens by itself, the copy before it is used", async ({ damage, end }) => {
    const workspace = kept.copy(`beside-${damage}`);
    const [newest, before] = kept.snapshots;
    const journal = path.join(workspace, fileOf.journal(workspace));
    damages[damage](journal, end);
    for (const file of ['workspace.json', `snapshots/${newest}`]) damages[damage](path.join(workspace, file));
    const found = readFileSync(path.join(workspace, `snapshots/${newest}`));
    const torn = readFileSync(journal);
    const desk = await open(workspace);
    await opened(desk);
    expect(await canonicalHash(desk.page)).toBe(kept.hash);
    expect(await lastSeqs(desk)).toEqual({ journal: kept.lastSeq, database: kept.lastSeq });
    const aside = readdirSync(path.dirname(journal)).filter((name) => name.endsWith('.torn'));
    expect(aside.map((name) => torn.includes(readFileSync(path.join(path.dirname(journal), name))))).toEqual([true]);

    expect(await ask(desk.page, 'recovery.rebuild', { snapshot: newest })).toMatchObject({ ok: false, error: { code: expect.stringMatching(/^keep\.(damaged|notBackup)$/) as string } });
    expect(await canonicalHash(desk.page)).toBe(kept.hash);
    const listed = await new DueCopies(desk).list();
    expect(listed.filter(({ fault }) => fault !== null).map(({ id }) => id)).toEqual([newest]);
    expect(readFileSync(path.join(workspace, `snapshots/${newest}`)).equals(found)).toBe(true);
    const page = await new RecoveryScreen(desk).rebuild(before);
    expect(await canonicalHash(page)).toBe(kept.hash);
    await desk.kill();
  });

  test('workspace.json deleted: its copy speaks for it', async () => {
    const workspace = kept.copy('no-workspace-json');
    rmSync(path.join(workspace, 'workspace.json'));
    const desk = await open(workspace);
    await opened(desk);
    expect(await canonicalHash(desk.page)).toBe(kept.hash);
    await desk.kill();
  });
});

test('a disk that is full, read-only or gone while the workspace is open: named, nothing called saved, and all of it there once it is mended', async () => {
  const workspace = kept.copy('failing-disk');
  const desk = await open(workspace);
  await openTargets(desk);
  const vanish = () => {
    renameSync(workspace, `${workspace}-elsewhere`);
    return Promise.resolve(() => Promise.resolve(renameSync(`${workspace}-elsewhere`, workspace)));
  };
  const faults = [
    { month: 4, wan: '44.5', reason: calls.file_diskFull, fail: () => failWrites(desk.app, 'ENOSPC') },
    { month: 5, wan: '55.5', reason: calls.file_readOnly, fail: () => failWrites(desk.app, 'EROFS') },
    { month: 6, wan: '66.5', reason: calls.file_missing, fail: vanish },
  ];
  for (const { month, wan, reason, fail } of faults) {
    const before = await lastSeqs(desk);
    const mend = await fail();
    await typeMonth(desk, month, wan);
    await desk.page.getByText(shell.saveFailed.replace('{{reason}}', reason)).waitFor();
    expect(await desk.page.getByText(/^已保存/).count()).toBe(0);
    expect((await lastSeqs(desk)).journal).toBe(before.journal);
    await mend();
    await desk.page.getByRole('button', { name: shell.saveRetry, exact: true }).click();
    await saved(desk);
    expect(await lastSeqs(desk)).toEqual({ journal: before.journal + 1, database: before.journal + 1 });
  }
  await editMonth(desk, 7, '77.5');
  await desk.kill();
  const again = await open(workspace);
  await openTargets(again);
  for (const { month, wan } of [...faults, { month: 7, wan: '77.5' }]) await cellOf(again, month).filter({ hasText: new RegExp(`^${wan}$`) }).waitFor();
  await again.kill();
});
