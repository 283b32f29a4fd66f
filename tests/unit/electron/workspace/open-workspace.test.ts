import { existsSync, mkdirSync, readFileSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { spawn } from 'node:child_process';
import path from 'node:path';
import process from 'node:process';
import { describe, expect, onTestFinished, test } from 'vitest';
import { openWorkspaceFolder } from '../../../../electron/workspace/open-workspace';
import { ID_PATTERN } from '../../../../shared/kernel/id';
import { scratchFolder } from '../scratch-folder';
import { sampleChangeSet } from './sample-change-set';

const create = { name: 'East', sample: false };
const open = (folder: string, make: typeof create | null = null) => openWorkspaceFolder(folder, { appVersion: '1.2.3', create: make });

async function made(): Promise<string> {
  const folder = path.join(scratchFolder(), 'ws');
  const workspace = await open(folder, create);
  if (workspace.ok) await workspace.value.close();
  return folder;
}

describe('workspace folder', () => {
  test('a new one says who it is, and says the same when it is opened again', async () => {
    const folder = path.join(scratchFolder(), 'ws');
    const first = await open(folder, create);
    if (!first.ok) throw new Error(first.error.detail);
    const { info } = first.value;
    expect(info.id).toMatch(ID_PATTERN);
    expect(info).toMatchObject({ name: 'East', sample: false, path: folder, databaseName: `workspace-${info.id}` });
    expect(statSync(first.value.profileFolder).mode & 0o777).toBe(0o700);
    await first.value.close();
    const again = await open(folder);
    expect(again.ok && again.value.info).toEqual(info);
  });

  test('a folder without a workspace is not made into one unasked', async () => {
    expect(await open(scratchFolder())).toMatchObject({ ok: false, error: { code: 'workspace.none' } });
  });

  test("a folder with somebody's other things in it is never taken for a workspace", async () => {
    const folder = scratchFolder();
    writeFileSync(path.join(folder, 'holiday.jpg'), '');
    expect(await open(folder, create)).toMatchObject({ ok: false, error: { code: 'workspace.exists' } });
  });

  test('one written by a later version is refused with the version to install, and not touched', async () => {
    const folder = await made();
    const file = path.join(folder, 'workspace.json');
    const later = JSON.stringify({ ...JSON.parse(readFileSync(file, 'utf8')) as object, schemaVersion: 99, appVersion: '7.0.0', somethingNew: true });
    writeFileSync(file, later);
    expect(await open(folder)).toEqual({ ok: false, error: { code: 'workspace.newer', detail: '7.0.0' } });
    expect(readFileSync(file, 'utf8')).toBe(later);
  });

  test.each(['', 'not json', '{"id":"x"}', '[]'])('an unreadable workspace.json (%j) whose copy is unreadable too is named and left as it is', async (content) => {
    const folder = await made();
    for (const name of ['workspace.json', 'workspace.copy.json']) writeFileSync(path.join(folder, name), content);
    expect(await open(folder, create)).toMatchObject({ ok: false, error: { code: 'workspace.unreadable', detail: expect.stringContaining('workspace.json') as string } });
    expect(readFileSync(path.join(folder, 'workspace.json'), 'utf8')).toBe(content);
  });

  test('a flipped byte in workspace.json costs nothing: its copy speaks for it, and both are sound again after the next change', async () => {
    const folder = await made();
    const file = path.join(folder, 'workspace.json');
    const whole = readFileSync(file);
    const spoiled = Buffer.from(whole);
    spoiled[0] = spoiled[0]! ^ 1;
    writeFileSync(file, spoiled);
    const opened = await open(folder);
    if (!opened.ok) throw new Error(opened.error.detail);
    expect(opened.value.info).toMatchObject({ name: 'East', id: (JSON.parse(String(whole)) as { id: string }).id });
    await opened.value.change({ name: 'West' });
    await opened.value.close();
    for (const name of ['workspace.json', 'workspace.copy.json']) expect(JSON.parse(readFileSync(path.join(folder, name), 'utf8'))).toMatchObject({ name: 'West' });
  });

  test('without workspace.json its copy speaks for it', async () => {
    const folder = await made();
    const { id } = JSON.parse(readFileSync(path.join(folder, 'workspace.json'), 'utf8')) as { id: string };
    rmSync(path.join(folder, 'workspace.json'));
    const again = await open(folder);
    expect(again.ok && again.value.info.id).toBe(id);
    if (again.ok) await again.value.close();
  });

  test('what was being written when the program ended is removed at the next opening, everything else stays', async () => {
    const folder = await made();
    mkdirSync(path.join(folder, 'snapshots'));
    const halves = ['.workspace.json.1.part', 'snapshots/.20260301T080000Z-000005.smwb.1.part', 'sources/.1.part'];
    const whole = ['snapshots/20260301T080000Z-000005.smwb', 'sources/abc', 'journal/000001.smwj.12.torn'];
    for (const name of [...halves, ...whole]) writeFileSync(path.join(folder, name), 'x');
    const again = await open(folder);
    if (again.ok) await again.value.close();
    expect([...halves, ...whole].filter((name) => existsSync(path.join(folder, name)))).toEqual(whole);
  });

  test('a generation that was never switched to goes a week later, the live one and one that was replaced stay', async () => {
    const folder = await made();
    const file = path.join(folder, 'workspace.json');
    const [replaced, stray, fresh] = ['0b8f7a52-1111-4222-8333-000000000001', '0b8f7a52-1111-4222-8333-000000000002', '0b8f7a52-1111-4222-8333-000000000003'];
    const content = JSON.parse(readFileSync(file, 'utf8')) as object;
    writeFileSync(file, JSON.stringify({ ...content, replaced: [{ databaseName: 'workspace-old', journalFolder: `journal-${replaced}`, profileFolder: `profile-${replaced}`, replacedAt: '2026-03-01T08:00:00.000Z' }] }));
    const folders = [replaced, stray, fresh].flatMap((id) => [`journal-${id}`, `profile-${id}`]);
    const weekAgo = new Date(Date.now() - 8 * 86_400_000);
    for (const name of folders) {
      mkdirSync(path.join(folder, name));
      if (!name.endsWith(fresh!)) utimesSync(path.join(folder, name), weekAgo, weekAgo);
    }
    const again = await open(folder);
    if (again.ok) await again.value.close();
    expect(['journal', 'profile', ...folders].filter((name) => !existsSync(path.join(folder, name)))).toEqual([`journal-${stray}`, `profile-${stray}`]);
  });

  test('the app version that opened it last is written down', async () => {
    const folder = await made();
    const later = await openWorkspaceFolder(folder, { appVersion: '1.3.0', create: null });
    expect(later.ok).toBe(true);
    expect(JSON.parse(readFileSync(path.join(folder, 'workspace.json'), 'utf8'))).toMatchObject({ appVersion: '1.3.0' });
  });
});

describe('workspace lock', () => {
  test('a workspace held by a living process is refused with its number, until it lets go', async () => {
    const folder = path.join(scratchFolder(), 'ws');
    const first = await open(folder, create);
    expect(await open(folder)).toEqual({ ok: false, error: { code: 'workspace.locked', detail: String(process.pid) } });
    if (first.ok) await first.value.close();
    expect((await open(folder)).ok).toBe(true);
  });

  test('the lock of a process that is gone is taken over', async () => {
    const folder = await made();
    const gone = spawn(process.execPath, ['-e', '']);
    await new Promise((resolve) => gone.once('exit', resolve));
    writeFileSync(path.join(folder, 'workspace.lock'), JSON.stringify({ pid: gone.pid, startedAt: 'then' }));
    expect((await open(folder)).ok).toBe(true);
  });

  test('a process number that belongs to another process by now holds nothing', async () => {
    const folder = await made();
    const other = spawn('sleep', ['60']);
    onTestFinished(() => void other.kill());
    writeFileSync(path.join(folder, 'workspace.lock'), JSON.stringify({ pid: other.pid, startedAt: 'an earlier boot/1' }));
    expect((await open(folder)).ok).toBe(true);
  });

  test('a half-written lock is nobody’s', async () => {
    const folder = await made();
    writeFileSync(path.join(folder, 'workspace.lock'), '{"pid":');
    expect((await open(folder)).ok).toBe(true);
  });

  test('a damaged journal is told as trouble before any page opens the database', async () => {
    const folder = await made();
    mkdirSync(path.join(folder, 'journal'), { recursive: true });
    writeFileSync(path.join(folder, 'journal', '000002.smwj'), '');
    const opened = await open(folder);
    if (!opened.ok) throw new Error(opened.error.detail);
    expect(opened.value.trouble).toEqual({ code: 'workspace.unreadable', detail: 'journal: 000001.smwj is missing' });
    expect(await opened.value.journal.append([sampleChangeSet(1)])).toMatchObject({ ok: false, error: { code: 'journal.write' } });
    await opened.value.close();
  });
});
