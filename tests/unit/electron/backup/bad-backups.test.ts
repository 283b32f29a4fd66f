import { readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { Encrypter } from 'age-encryption';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { stageBackup } from '../../../../electron/backup/stage-backup';
import { verifyBackup } from '../../../../electron/backup/verify-backup';
import { sha256Of, smallParts } from '../../../builders/small-backup';
import { scratchFolder } from '../scratch-folder';
import { brotli, containerOf, goodEntries, goodManifest, type HandMadeEntry, manifestEntry } from './hand-made-backup';

interface Outcome {
  readonly code: string | null;
  readonly detail: string;
}

/** What verifying says; unpacking must say the same and leave nothing behind, inside its folder or beside it. */
async function outcomeOf(bytes: Uint8Array, passphrase: string | null = null): Promise<Outcome> {
  const folder = scratchFolder();
  const file = path.join(folder, 'copy.smwb');
  writeFileSync(file, bytes);
  const verified = await verifyBackup(file, passphrase);
  const staged = await stageBackup(file, passphrase, path.join(folder, 'staged'));
  expect(staged.ok).toBe(verified.ok);
  if (verified.ok || staged.ok) return { code: null, detail: '' };
  expect(staged.error).toEqual(verified.error);
  expect(readdirSync(folder)).toEqual(['copy.smwb']);
  return { code: verified.error.code, detail: verified.error.detail };
}

const goodFile = () => containerOf([...goodEntries(), manifestEntry(goodManifest())]);
/** A whole backup with one more entry before the manifest. */
const withEntry = (entry: HandMadeEntry) => containerOf([...goodEntries(), entry, manifestEntry(goodManifest())]);
const withManifest = (change: object) => containerOf([...goodEntries(), manifestEntry({ ...goodManifest(), ...change })]);

test('the hand-made backup is a good one: what is refused below is refused for its one fault', async () => {
  expect(await outcomeOf(await goodFile())).toEqual({ code: null, detail: '' });
});

describe('names that could be written elsewhere', () => {
  const bytes = brotli(Buffer.from('x'));
  test.each([
    '../outside.br', 'parts/../../outside.br', '/etc/outside.br', '//server/share/outside.br', '\\\\server\\share\\outside.br', 'C:/outside.br', 'C:\\outside.br', 'c:outside.br', '..\\outside.br',
    'CON', 'parts/con.br', 'parts/NUL.br', 'aux.json', 'lpt1.br', 'parts/People.br', 'parts/PEOPLE.br', 'PARTS/people.br', 'Manifest.json', 'parts/people.br.', 'parts/people.br ', 'parts/people.br:stream',
    'parts//x.br', './parts/x.br', 'parts/\u0000x.br', 'parts/ｐeople.br', `sources/${'A'.repeat(64)}.br`, '',
  ])('%j is refused as unsafe', async (name) => {
    expect(await outcomeOf(await withEntry({ name, bytes }))).toMatchObject({ code: 'keep.unsafe' });
  });

  test('twins in other letters of a name that only a later version knows are refused', async () => {
    const twins = ['parts/newTable.br', 'parts/newtable.br'].map((name) => ({ name, bytes }));
    expect(await outcomeOf(await containerOf([...goodEntries(), ...twins, manifestEntry(goodManifest())]))).toEqual({ code: 'keep.unsafe', detail: '"parts/newtable.br": name' });
  });

  test.each(['symlink', 'link', 'directory', 'character-device', 'block-device', 'fifo'] as const)('a %s is refused, whatever its name', async (type) => {
    const evil: HandMadeEntry = { name: 'parts/x.br', bytes: new Uint8Array(0), type, linkname: '/etc/passwd' };
    expect(await outcomeOf(await withEntry(evil))).toEqual({ code: 'keep.unsafe', detail: expect.stringContaining(type) });
  });

  test('a long name hidden in an extended header counts, not the harmless one before it', async () => {
    expect(await outcomeOf(await withEntry({ name: 'parts/x.br', bytes, pax: { path: '../../outside' } }))).toMatchObject({ code: 'keep.unsafe' });
  });
});

describe('what is missing, too much or not as the manifest says is named', () => {
  const people = 'parts/people.br';
  test.each([
    ['a missing entry', (all: HandMadeEntry[]) => all.filter((each) => each.name !== people), `${people}: missing`],
    ['an entry too much', (all: HandMadeEntry[]) => [...all, { name: 'parts/strangers.br', bytes: brotli(Buffer.from('x')) }], 'parts/strangers.br: is not in the manifest'],
    ['a source too much', (all: HandMadeEntry[]) => [...all, { name: `sources/${sha256Of(Buffer.from('x'))}.br`, bytes: brotli(Buffer.from('x')) }], 'is not in the manifest'],
    ['an entry twice', (all: HandMadeEntry[]) => [...all, all.find((each) => each.name === people)!], `${people}: twice`],
    ['another order', (all: HandMadeEntry[]) => [all[0]!, ...all.slice(1).toReversed()], 'not in its place'],
    ['other content of the same size', (all: HandMadeEntry[]) => all.map((each) => (each.name === people ? { ...each, bytes: brotli(Buffer.from(smallParts.people.bytes).reverse()) } : each)), `${people}: changed`],
    ['shorter content', (all: HandMadeEntry[]) => all.map((each) => (each.name === people ? { ...each, bytes: brotli(Buffer.from('{}\n')) } : each)), `${people}: 3 bytes, the manifest says ${smallParts.people.bytes.length}`],
    ['compressed bytes cut short', (all: HandMadeEntry[]) => all.map((each) => (each.name === people ? { ...each, bytes: each.bytes.subarray(0, -2) } : each)), `${people}: cut short`],
    ['bytes that are not compressed', (all: HandMadeEntry[]) => all.map((each) => (each.name === people ? { ...each, bytes: Buffer.from('plain text') } : each)), `${people}: `],
  ])('%s', async (_what, change, detail) => {
    expect(await outcomeOf(await containerOf([...change(goodEntries()), manifestEntry(goodManifest())]))).toEqual({ code: 'keep.damaged', detail: expect.stringContaining(detail) });
  });

  test('a wrong count of rows', async () => {
    const tables = { ...goodManifest().tables, people: { ...goodManifest().tables['people']!, rows: 7 } };
    expect(await outcomeOf(await withManifest({ tables }))).toEqual({ code: 'keep.damaged', detail: `${people}: 2 rows, the manifest says 7` });
  });

  test('a table the manifest leaves out, one it invents, a source it names that is not there, one it names twice', async () => {
    const { people: _people, ...others } = goodManifest().tables;
    expect(await outcomeOf(await withManifest({ tables: others }))).toEqual({ code: 'keep.damaged', detail: 'manifest.json: says nothing of people' });
    expect(await outcomeOf(await withManifest({ tables: { ...goodManifest().tables, strangers: goodManifest().tables['people'] } }))).toEqual({ code: 'keep.damaged', detail: 'manifest.json: unknown table "strangers"' });
    const source = { sha256: sha256Of(Buffer.from('x')), bytes: 1, included: true };
    expect(await outcomeOf(await withManifest({ sources: [source] }))).toEqual({ code: 'keep.damaged', detail: `sources/${source.sha256}.br: missing` });
    expect(await outcomeOf(await withManifest({ sources: [source, source] }))).toEqual({ code: 'keep.damaged', detail: 'manifest.json: names a source twice' });
  });

  test('a source whose bytes are not those of its name', async () => {
    const name = `sources/${sha256Of(Buffer.from('right'))}.br`;
    expect(await outcomeOf(await withEntry({ name, bytes: brotli(Buffer.from('wrong')) }))).toEqual({ code: 'keep.damaged', detail: `${name}: changed` });
  });

  test('no manifest, one that is not JSON, one of another shape, an entry after it', async () => {
    expect(await outcomeOf(await containerOf(goodEntries()))).toEqual({ code: 'keep.damaged', detail: 'manifest.json: missing' });
    expect(await outcomeOf(await containerOf([...goodEntries(), manifestEntry('{"formatVersion":1')]))).toEqual({ code: 'keep.damaged', detail: 'manifest.json: not JSON' });
    expect(await outcomeOf(await withManifest({ workspaceId: 'East' }))).toEqual({ code: 'keep.damaged', detail: 'manifest.json: workspaceId' });
    const after = await containerOf([...goodEntries(), manifestEntry(goodManifest()), { name: 'parts/people.br', bytes: brotli(Buffer.from('x')) }]);
    expect(await outcomeOf(after)).toEqual({ code: 'keep.damaged', detail: '"parts/people.br": after the manifest' });
  });

  test('a broken seal alone: every entry is right, the file is not as it was written', async () => {
    const file = await goodFile();
    expect(await outcomeOf(Buffer.concat([file.subarray(0, -1), Buffer.from([file.at(-1)! ^ 1])]))).toEqual({ code: 'keep.damaged', detail: 'file: its checksum differs' });
  });
});

describe('a file that is not ours, or of a later version', () => {
  test.each([
    ['an empty file', Buffer.alloc(0)],
    ['a text', Buffer.from('order no,amount\n')],
    ['a zip', Buffer.from('PK\u0003\u0004 and so on')],
    ['zeros', Buffer.alloc(4_096)],
  ])('%s is no backup', async (_what, bytes) => {
    expect(await outcomeOf(bytes)).toEqual({ code: 'keep.notBackup', detail: '' });
  });

  test('a tar of something else is no backup', async () => {
    expect(await outcomeOf(await containerOf([{ name: 'photos/1.png', bytes: Buffer.from('x') }]))).toEqual({ code: 'keep.notBackup', detail: '' });
  });

  test.each([
    ['needs a later reader', { formatVersion: 2, minReaderVersion: 2 }],
    ['holds a later schema', { schemaVersion: 99 }],
    ['has a manifest only a later version can read', { formatVersion: 2, attachments: [] }],
  ])('a backup that %s is refused with the version to install', async (_what, change) => {
    expect(await outcomeOf(await withManifest({ ...change, appVersion: '3.4.0' }))).toEqual({ code: 'keep.newer', detail: '3.4.0' });
  });

  test('entries only a later version knows do not hide that it is one', async () => {
    const entries = [...goodEntries(), { name: 'attachments/a1.bin', bytes: Buffer.from('not brotli') }, { name: 'parts/newTable.br', bytes: brotli(Buffer.from('{}\n')) }];
    const tables = { ...goodManifest().tables, newTable: { rows: 1, bytes: 3, sha256: sha256Of(Buffer.from('{}\n')) } };
    expect(await outcomeOf(await containerOf([...entries, manifestEntry({ ...goodManifest(), formatVersion: 2, minReaderVersion: 2, schemaVersion: 2, appVersion: '3.4.0', tables, attachments: [] })]))).toEqual({ code: 'keep.newer', detail: '3.4.0' });
  });
});

describe('bombs', () => {
  test('an entry that inflates far beyond its size is given up before it is through', async () => {
    const bomb = brotli(Buffer.alloc(300 * 1024 * 1024));
    expect(bomb.length).toBeLessThan(100_000);
    const entries = goodEntries().map((each) => (each.name === 'parts/coldSegments.br' ? { ...each, bytes: bomb } : each));
    expect(await outcomeOf(await containerOf([...entries, manifestEntry(goodManifest())]))).toEqual({ code: 'keep.unsafe', detail: expect.stringContaining('parts/coldSegments.br: inflates') });
  }, 60_000);

  test('a manifest of many megabytes is not even read', async () => {
    expect(await outcomeOf(await containerOf([...goodEntries(), manifestEntry(' '.repeat(17 * 1024 * 1024))]))).toEqual({ code: 'keep.unsafe', detail: 'manifest.json: too large' });
  });
});

/** The file under «pass», with a key that is quick to derive. */
async function encryptedFile(plain: Uint8Array, workFactor = 2): Promise<Buffer> {
  const encrypter = new Encrypter();
  encrypter.setPassphrase('pass');
  encrypter.setScryptWorkFactor(workFactor);
  return Buffer.from(await encrypter.encrypt(plain));
}
const onePassphraseError = { code: 'keep.passphrase', detail: '' };

describe('encrypted', () => {
  /** Four chunks of 64 KB: random bytes, which brotli cannot make less. */
  async function longFile(): Promise<Buffer> {
    const noise = Buffer.concat(Array.from({ length: 6_400 }, (_, index) => Buffer.from(sha256Of(Buffer.from(String(index))), 'hex')));
    const entries = goodEntries().map((each) => (each.name === 'parts/coldSegments.br' ? { ...each, bytes: brotli(noise) } : each));
    const tables = { ...goodManifest().tables, coldSegments: { rows: 3, bytes: noise.length, sha256: sha256Of(noise) } };
    return encryptedFile(await containerOf([...entries, manifestEntry({ ...goodManifest(), tables })]));
  }

  test('a wrong passphrase, none, and swapped, doubled or missing chunks are one and the same error', async () => {
    const file = await longFile();
    expect(await outcomeOf(file, 'pass')).toEqual({ code: null, detail: '' });
    expect(await outcomeOf(file, 'Pass')).toEqual(onePassphraseError);
    expect(await outcomeOf(file, null)).toEqual(onePassphraseError);
    const head = file.indexOf('\n', file.indexOf('--- ')) + 1 + 16;
    const chunk = (place: number) => file.subarray(head + place * 65_552, head + (place + 1) * 65_552);
    const [first, second, third] = [chunk(0), chunk(1), chunk(2)];
    const rest = file.subarray(head + 3 * 65_552);
    expect(rest.length).toBeGreaterThan(0);
    for (const order of [[second, first, third, rest], [first, first, third, rest], [first, third, rest], [first, second, third], [first, second, third, rest, Buffer.alloc(20)]]) {
      expect(await outcomeOf(Buffer.concat([file.subarray(0, head), ...order]), 'pass')).toEqual(onePassphraseError);
    }
  });

  test('a work factor meant to fill the memory is refused without trying', async () => {
    const file = (await encryptedFile(await goodFile())).toString('latin1');
    expect(await outcomeOf(Buffer.from(file.replace(/^(-> scrypt \S+) 2$/m, '$1 30'), 'latin1'), 'pass')).toEqual(onePassphraseError);
  });

  test('what is wrong inside is still named: it was written so', async () => {
    expect(await outcomeOf(await encryptedFile(await containerOf(goodEntries())), 'pass')).toEqual({ code: 'keep.damaged', detail: 'manifest.json: missing' });
    expect(await outcomeOf(await encryptedFile(await withEntry({ name: '../outside', bytes: brotli(Buffer.from('x')) })), 'pass')).toMatchObject({ code: 'keep.unsafe' });
  });
});

describe('one changed byte, or the end cut off, anywhere', () => {
  const anyMask = fc.integer({ min: 1, max: 255 });
  const anyPlace = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true });

  test('every region of a plain file: never accepted, and told as damage or as no backup at all', async () => {
    const file = await goodFile();
    await fc.assert(
      fc.asyncProperty(anyPlace, anyMask, async (place, mask) => {
        const flipped = Buffer.from(file);
        const at = Math.floor(place * file.length);
        flipped[at]! ^= mask;
        const { code } = await outcomeOf(flipped);
        expect(['keep.damaged', 'keep.notBackup', 'keep.unsafe'], `byte ${at}`).toContain(code);
      }),
      { numRuns: 100 },
    );
    await fc.assert(
      fc.asyncProperty(anyPlace, async (place) => {
        const { code } = await outcomeOf(file.subarray(0, Math.floor(place * file.length)));
        expect(['keep.damaged', 'keep.notBackup']).toContain(code);
      }),
      { numRuns: 50 },
    );
  }, 120_000);

  test('every byte of the manifest, the seal, and the padding between them', async () => {
    const file = await goodFile();
    for (let at = file.indexOf('manifest.json'); at < file.length; at += 37) {
      const flipped = Buffer.from(file);
      flipped[at]! ^= 1;
      expect((await outcomeOf(flipped)).code, `byte ${at}`).toBe('keep.damaged');
    }
    for (const cut of [1, 31, 32, 33, 512, 1_024, 1_056, 1_057]) expect((await outcomeOf(file.subarray(0, -cut))).code, `less ${cut}`).toBe('keep.damaged');
    for (const more of [1, 32, 512]) expect((await outcomeOf(Buffer.concat([file, Buffer.alloc(more)]))).code, `plus ${more}`).toBe('keep.damaged');
  }, 120_000);

  test('every region of an encrypted file: the one error, or no backup at all', async () => {
    const file = await encryptedFile(await goodFile());
    await fc.assert(
      fc.asyncProperty(anyPlace, anyMask, async (place, mask) => {
        const flipped = Buffer.from(file);
        const at = Math.floor(place * place * file.length);
        flipped[at]! ^= mask;
        expect((await outcomeOf(flipped, 'pass')).code, `byte ${at}`).toBe(at < 22 ? 'keep.notBackup' : 'keep.passphrase');
        const cut = await outcomeOf(file.subarray(0, at), 'pass');
        expect(cut.code, `cut at ${at}`).toBe(at < 22 ? 'keep.notBackup' : 'keep.passphrase');
      }),
      { numRuns: 60 },
    );
  }, 120_000);
});
