import { spawn } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { type FileHandle, open } from 'node:fs/promises';
import path from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { describe, expect, test, vi } from 'vitest';
import { backupParts } from '@shared/contracts/backup-file';
import { beginBackup } from '../../../../electron/backup/backup-writer';
import { Spill } from '../../../../electron/backup/spill';
import { verifyBackup } from '../../../../electron/backup/verify-backup';
import { sha256Of, smallContent, smallFacts, smallParts, writeBackup } from '../../../builders/small-backup';
import { scratchFolder } from '../scratch-folder';

const noise = Buffer.concat(Array.from({ length: 40_000 }, (_, index) => Buffer.from(sha256Of(Buffer.from(String(index))), 'hex')));

/** A folder with an earlier file in it, which must outlive everything that fails. */
function withEarlier(): { folder: string; file: string; untouched: () => void } {
  const folder = scratchFolder();
  const file = path.join(folder, 'copy.smwb');
  writeFileSync(file, 'earlier');
  return {
    folder,
    file,
    untouched: () => {
      expect(readdirSync(folder)).toEqual(['copy.smwb']);
      expect(readFileSync(file, 'utf8')).toBe('earlier');
    },
  };
}

/** The disk takes so many bytes more, then it is full: as the system tells it. */
async function diskOf(bytes: number): Promise<void> {
  const handle = await open(fileURLToPath(import.meta.url), 'r');
  const prototype = Object.getPrototypeOf(handle) as typeof handle;
  await handle.close();
  const write = Reflect.get(prototype, 'writeFile') as (this: FileHandle, data: Uint8Array) => Promise<void>;
  let room = bytes;
  vi.spyOn(prototype, 'writeFile').mockImplementation(async function (this: FileHandle, data) {
    room -= (data as Uint8Array).length;
    if (room < 0) throw Object.assign(new Error('ENOSPC: no space left on device, write'), { code: 'ENOSPC', errno: -28, syscall: 'write' });
    await write.call(this, data as Uint8Array);
  });
}

async function untilFull(file: string, passphrase: string | null): Promise<unknown> {
  try {
    const parts = { ...smallParts, hotSegments: { rows: 1, bytes: noise } };
    const answer = await writeBackup({ file, passphrase, parts, piece: 200_000 });
    return answer.ok ? null : answer.error.code;
  } catch (error) {
    return error instanceof Error && 'code' in error ? error.code : error;
  }
}

describe('a backup that cannot be finished leaves nothing, and the earlier file as it was', () => {
  test.each([0, 1_000, 20_000, 900_000])('the disk is full after %i bytes', async (room) => {
    const { file, untouched } = withEarlier();
    await diskOf(room);
    expect(['ENOSPC', 'file.diskFull']).toContain(await untilFull(file, null));
    vi.restoreAllMocks();
    untouched();
    expect(await untilFull(file, null)).toBe(null);
  });

  test('the disk is full while the manifest is written, or under encryption', async () => {
    const { file, untouched } = withEarlier();
    const writer = await beginBackup(file, smallFacts, 'pass');
    for (const part of backupParts) await writer.add(part, smallParts[part].rows, smallParts[part].bytes);
    await diskOf(0);
    expect(await writer.finish(smallContent)).toEqual({ ok: false, error: { code: 'file.diskFull', detail: 'ENOSPC' } });
    vi.restoreAllMocks();
    untouched();
  }, 60_000);

  test('the disk gives back other bytes than it was given', async () => {
    const { file, untouched } = withEarlier();
    const writer = await beginBackup(file, smallFacts, null);
    for (const part of backupParts) await writer.add(part, smallParts[part].rows, smallParts[part].bytes);
    const handle = await open(file, 'r');
    const prototype = Object.getPrototypeOf(handle) as typeof handle;
    await handle.close();
    const sync = Reflect.get(prototype, 'sync') as (this: FileHandle) => Promise<void>;
    vi.spyOn(prototype, 'sync').mockImplementation(async function (this: FileHandle) {
      await this.write(Buffer.from('x'), 0, 1, 700);
      await sync.call(this);
    });
    expect(await writer.finish(smallContent)).toMatchObject({ ok: false, error: { code: 'keep.damaged' } });
    vi.restoreAllMocks();
    untouched();
  });

  test('given up by the user, also in the middle of a step', async () => {
    const { file, untouched } = withEarlier();
    const writer = await beginBackup(file, smallFacts, null);
    const step = writer.add('settings', 1, noise);
    await writer.abort();
    await step;
    untouched();
    await expect(writer.add('settings', 0, new Uint8Array(0))).rejects.toThrow(/gone/);
  });

  test('a source whose bytes have changed since it was kept is named', async () => {
    const { folder, file, untouched } = withEarlier();
    const sha256 = sha256Of(Buffer.from('as kept'));
    const elsewhere = path.join(folder, sha256);
    writeFileSync(elsewhere, 'changed');
    expect(await writeBackup({ file, passphrase: null, sources: [{ sha256, file: elsewhere, included: true }] })).toEqual({ ok: false, error: { code: 'keep.damaged', detail: `sources/${sha256}.br: changed` } });
    rmSync(elsewhere);
    untouched();
    await expect(writeBackup({ file, passphrase: null, sources: [{ sha256, file: elsewhere, included: true }] })).rejects.toMatchObject({ code: 'ENOENT' });
    untouched();
  });

  test('a folder that is gone, or a folder in the place of the file', async () => {
    const { folder } = withEarlier();
    await expect(writeBackup({ file: path.join(folder, 'gone', 'copy.smwb'), passphrase: null })).rejects.toMatchObject({ code: 'ENOENT' });
    const place = path.join(folder, 'place.smwb');
    mkdirSync(path.join(place, 'inner'), { recursive: true });
    expect(await writeBackup({ file: place, passphrase: null })).toMatchObject({ ok: false, error: { code: 'file.readOnly' } });
    expect(readdirSync(folder).sort()).toEqual(['copy.smwb', 'place.smwb']);
  });

  test.each([
    ['a part out of order', ['people']],
    ['a part left out', ['settings', 'people']],
    ['a part begun again', ['settings', 'orgUnits', 'settings']],
  ] as const)('%s is a bug: it throws', async (_what, order) => {
    const { file, untouched } = withEarlier();
    const writer = await beginBackup(file, smallFacts, null);
    const adding = async () => {
      for (const part of order) await writer.add(part, 0, new Uint8Array(0));
    };
    await expect(adding()).rejects.toThrow(/backup: (people|settings) after/);
    untouched();
  });

  test('an end before all parts are there is a bug: it throws', async () => {
    const { file, untouched } = withEarlier();
    const writer = await beginBackup(file, smallFacts, null);
    await writer.add('settings', 0, new Uint8Array(0));
    await expect(writer.finish(smallContent)).rejects.toThrow(/ends after settings/);
    untouched();
  });
});

test('killed in the middle, only a hidden part file is left: the earlier file stands, and the next backup does not mind', async () => {
  const { folder, file } = withEarlier();
  const root = fileURLToPath(new URL('../../../../', import.meta.url));
  const script = `
    import { createServer } from 'vite';
    const server = await createServer({ configFile: ${JSON.stringify(path.join(root, 'vite.config.ts'))}, server: { middlewareMode: true, ws: false, hmr: false }, appType: 'custom', logLevel: 'error', optimizeDeps: { noDiscovery: true } });
    const { beginBackup } = await server.ssrLoadModule(${JSON.stringify(path.join(root, 'electron/backup/backup-writer.ts'))});
    const writer = await beginBackup(${JSON.stringify(file)}, ${JSON.stringify(smallFacts)}, null);
    await writer.add('settings', 0, new Uint8Array(0));
    await writer.add('orgUnits', 1, Buffer.from('{}\\n'));
    await writer.add('people', 0, new Uint8Array(0));
    process.stdout.write('half');
    setInterval(() => {}, 1000);`;
  const child = spawn(process.execPath, ['--input-type=module', '-e', script], { cwd: root, stdio: ['ignore', 'pipe', 'inherit'] });
  const half = await new Promise((resolve, reject) => {
    child.stdout.once('data', resolve);
    child.once('exit', () => reject(new Error('ended by itself')));
  });
  expect(String(half)).toBe('half');
  const gone = new Promise((resolve) => child.once('exit', resolve));
  child.kill('SIGKILL');
  await gone;
  const left = readdirSync(folder).filter((name) => name !== 'copy.smwb');
  expect(left).toEqual([expect.stringMatching(/^\.copy\.smwb\.[0-9a-f-]{36}\.part$/)]);
  expect(readFileSync(file, 'utf8')).toBe('earlier');
  expect(await verifyBackup(path.join(folder, left[0]!), null)).toMatchObject({ ok: false });
  expect((await writeBackup({ file, passphrase: null })).ok).toBe(true);
  expect((await verifyBackup(file, null)).ok).toBe(true);
}, 60_000);

test('an entry too large for the memory waits in a file of its own, which goes with it', async () => {
  const folder = scratchFolder();
  const spill = new Spill(folder, 1_000);
  for (let at = 0; at < 10_000; at += 400) await spill.push(noise.subarray(at, at + 400));
  expect(readdirSync(folder)).toHaveLength(1);
  const back: Uint8Array[] = [];
  for await (const chunk of spill.chunks()) back.push(chunk);
  expect(Buffer.concat(back).equals(noise.subarray(0, 10_000))).toBe(true);
  expect(spill.bytes).toBe(10_000);
  await spill.discard();
  expect(readdirSync(folder)).toEqual([]);
});
