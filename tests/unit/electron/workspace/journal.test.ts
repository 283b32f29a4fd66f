import { appendFileSync, copyFileSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { open } from 'node:fs/promises';
import path from 'node:path';
import fc from 'fast-check';
import { describe, expect, onTestFinished, test, vi } from 'vitest';
import { type Journal, openJournal } from '../../../../electron/workspace/journal';
import { scratchFolder } from '../scratch-folder';
import { sampleChangeSet } from './sample-change-set';

async function opened(folder: string, fileBytes?: number): Promise<Journal> {
  const journal = await openJournal(folder, fileBytes);
  if (journal.damage !== null) throw new Error(journal.damage);
  onTestFinished(() => journal.close());
  return journal;
}

const changeSets = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, index) => sampleChangeSet(from + index));
const firstFile = (folder: string) => path.join(folder, '000001.smwj');

async function written(count: number): Promise<{ folder: string; file: string }> {
  const folder = scratchFolder();
  const journal = await opened(folder);
  await journal.append(changeSets(1, count));
  await journal.close();
  return { folder, file: firstFile(folder) };
}

describe('journal: what was acknowledged is there after opening again', () => {
  test('change-sets come back exactly, in order, after a restart', async () => {
    const { folder } = await written(5);
    const journal = await opened(folder);
    expect(journal.lastSeq).toBe(5);
    expect(await journal.read(0)).toEqual(changeSets(1, 5));
    expect(await journal.read(3)).toEqual(changeSets(4, 5));
    expect(await journal.read(5)).toEqual([]);
  });

  test('one read gives at most 200, oldest first, so that a long journal is read in pages', async () => {
    const { folder } = await written(450);
    const journal = await opened(folder);
    expect((await journal.read(0)).map((each) => each.seq)).toEqual(changeSets(1, 200).map((each) => each.seq));
    expect((await journal.read(400)).map((each) => each.seq)).toEqual(changeSets(401, 450).map((each) => each.seq));
  });

  test('known change-sets are skipped, new ones of the same list are kept', async () => {
    const { folder } = await written(3);
    const journal = await opened(folder);
    expect(await journal.append(changeSets(2, 5))).toEqual({ ok: true, value: { lastSeq: 5 } });
    expect(await journal.read(0)).toEqual(changeSets(1, 5));
  });

  test('a gap is refused by name and nothing of the list is written', async () => {
    const { folder, file } = await written(3);
    const before = readFileSync(file);
    const journal = await opened(folder);
    const refused = await journal.append([sampleChangeSet(4), sampleChangeSet(6)]);
    expect(refused).toMatchObject({ ok: false, error: { code: 'journal.gap' } });
    expect(readFileSync(file)).toEqual(before);
    expect(journal.lastSeq).toBe(3);
  });

  test('appends asked for at the same time follow each other', async () => {
    const journal = await opened(scratchFolder());
    await Promise.all(changeSets(1, 40).map((each) => journal.append([each])));
    expect((await journal.read(0)).map((each) => each.seq)).toEqual(changeSets(1, 40).map((each) => each.seq));
  });

  test('a full file is followed by the next one and both are read as one list', async () => {
    const folder = scratchFolder();
    const journal = await opened(folder, 1_000);
    for (const each of changeSets(1, 12)) await journal.append([each]);
    await journal.close();
    expect(readdirSync(folder).length).toBeGreaterThan(2);
    const again = await opened(folder, 1_000);
    expect(await again.read(0)).toEqual(changeSets(1, 12));
    expect(await again.append([sampleChangeSet(13)])).toEqual({ ok: true, value: { lastSeq: 13 } });
  });
});

describe('journal: the disk refuses', () => {
  test('a folder moved away while open is named; nothing is acknowledged until it is back, then nothing is missing', async () => {
    const { folder } = await written(2);
    const journal = await opened(folder);
    await journal.append([sampleChangeSet(3)]);
    renameSync(folder, `${folder}-elsewhere`);
    expect(await journal.append([sampleChangeSet(4)])).toMatchObject({ ok: false, error: { code: 'file.missing' } });
    // Another journal in its place is not the one that is open.
    mkdirSync(folder);
    writeFileSync(firstFile(folder), '');
    expect(await journal.append([sampleChangeSet(4)])).toMatchObject({ ok: false, error: { code: 'file.missing' } });
    rmSync(folder, { recursive: true });
    renameSync(`${folder}-elsewhere`, folder);
    expect(await journal.append(changeSets(3, 5))).toEqual({ ok: true, value: { lastSeq: 5 } });
    await journal.close();
    expect(await (await opened(folder)).read(0)).toEqual(changeSets(1, 5));
  });

  test.each([
    ['ENOSPC', 'file.diskFull'],
    ['EROFS', 'file.readOnly'],
    ['EIO', 'journal.write'],
  ] as const)('%s after half of the bytes is told as %s; the file is as it was, and the next append is whole', async (errno, code) => {
    const { folder, file } = await written(2);
    const before = readFileSync(file);
    const journal = await opened(folder);
    const handle = await open(file, 'r');
    const writer = Object.getPrototypeOf(handle) as typeof handle;
    await handle.close();
    const write: unknown = Reflect.get(writer, 'write');
    const failing = vi.spyOn(writer, 'write').mockImplementation(async function half(this: typeof handle, ...[bytes, offset, length, position]: unknown[]) {
      await Reflect.apply(write as typeof half, this, [bytes, offset, Math.floor(Number(length) / 2), position]);
      throw Object.assign(new Error(errno), { code: errno });
    });
    expect(await journal.append([sampleChangeSet(3)])).toEqual({ ok: false, error: { code, detail: errno } });
    expect([journal.lastSeq, readFileSync(file)]).toEqual([2, before]);
    failing.mockRestore();
    expect(await journal.append(changeSets(3, 4))).toEqual({ ok: true, value: { lastSeq: 4 } });
    expect(await journal.read(0)).toEqual(changeSets(1, 4));
  });
});

describe('journal: damage', () => {
  test('cut at any byte, every whole record is kept, the torn rest lies aside, and appending goes on', async () => {
    const { file } = await written(6);
    const whole = readFileSync(file);
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 0, max: whole.length }), async (cut) => {
        const folder = scratchFolder();
        copyFileSync(file, firstFile(folder));
        truncateSync(firstFile(folder), cut);
        const records = whole.subarray(0, cut).filter((byte) => byte === 10).length;
        const journal = await opened(folder);
        expect(await journal.read(0)).toEqual(changeSets(1, records));
        const keptBytes = records === 0 ? 0 : whole.subarray(0, cut).lastIndexOf(10) + 1;
        const torn = readdirSync(folder).filter((name) => name.endsWith('.torn'));
        expect(torn.map((name) => readFileSync(path.join(folder, name)))).toEqual(keptBytes === cut ? [] : [whole.subarray(keptBytes, cut)]);
        expect(await journal.append([sampleChangeSet(records + 1)])).toMatchObject({ ok: true });
        await journal.close();
        expect(await (await opened(folder)).read(0)).toEqual(changeSets(1, records + 1));
      }),
      { numRuns: 60 },
    );
  });

  test('any one byte changed before the last record is told with its place; what lies before can be read, nothing is appended, the file is left alone', async () => {
    const { file } = await written(4);
    const whole = readFileSync(file);
    const lastRecord = whole.subarray(0, -1).lastIndexOf(10) + 1;
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 0, max: lastRecord - 1 }), fc.integer({ min: 1, max: 255 }), async (at, mask) => {
        const folder = scratchFolder();
        const spoiled = Buffer.from(whole);
        spoiled[at] = spoiled[at]! ^ mask;
        writeFileSync(firstFile(folder), spoiled);
        const damaged = await openJournal(folder);
        expect(damaged.damage).toMatch(/^journal: 000001\.smwj at byte \d+: checksum$/);
        expect(await damaged.read(0)).toEqual(changeSets(1, damaged.lastSeq));
        expect(damaged.lastSeq).toBe(whole.subarray(0, at).filter((byte) => byte === 10).length);
        expect(await damaged.append([sampleChangeSet(damaged.lastSeq + 1)])).toMatchObject({ ok: false, error: { code: 'journal.write' } });
        await damaged.close();
        expect(readFileSync(firstFile(folder))).toEqual(spoiled);
      }),
      { numRuns: 60 },
    );
  });

  test('a record that is there twice is refused as out of sequence', async () => {
    const { folder, file } = await written(2);
    appendFileSync(file, readFileSync(file));
    expect((await openJournal(folder)).damage).toContain('sequence');
  });

  test('a missing file in the middle is refused by its name', async () => {
    const { file } = await written(2);
    const folder = scratchFolder();
    mkdirSync(folder, { recursive: true });
    copyFileSync(file, path.join(folder, '000002.smwj'));
    expect((await openJournal(folder)).damage).toBe('journal: 000001.smwj is missing');
  });
});
