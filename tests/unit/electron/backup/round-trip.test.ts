import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type BackupPart, backupParts, ledgerParts } from '@shared/contracts/backup-file';
import { isEncrypted } from '../../../../electron/backup/is-encrypted';
import { stageBackup } from '../../../../electron/backup/stage-backup';
import { verifyBackup } from '../../../../electron/backup/verify-backup';
import { type PartContent, sha256Of, smallContent, smallFacts, smallParts, smallSources, writeBackup } from '../../../builders/small-backup';
import { scratchFolder } from '../scratch-folder';

/** A key is derived at each encrypted writing and reading, which is meant to take long. */
const SLOW = 60_000;
const isPacked = (part: BackupPart) => ledgerParts.some((each) => each === part);
const anyLines = fc.array(fc.json({ maxDepth: 1 }), { maxLength: 20 }).map((rows): PartContent => ({ rows: rows.length, bytes: Buffer.from(rows.map((row) => `${row}\n`).join('')) }));
const anyPacked = fc.record({ rows: fc.nat(1_000), bytes: fc.uint8Array({ maxLength: 5_000 }) });
const anyParts = fc.record(Object.fromEntries(backupParts.map((part) => [part, isPacked(part) ? anyPacked : anyLines]))) as fc.Arbitrary<Record<BackupPart, PartContent>>;

function kept(folder: string, bytes: Uint8Array, included: boolean) {
  const sha256 = sha256Of(bytes);
  const file = path.join(folder, sha256);
  writeFileSync(file, bytes);
  return { sha256, file, included };
}

async function staged(file: string, passphrase: string | null, folder: string) {
  const answer = await stageBackup(file, passphrase, folder);
  if (!answer.ok) throw new Error(`${answer.error.code} ${answer.error.detail}`);
  return answer.value;
}

describe('what went into a backup comes out of it', () => {
  test('any content in any pieces comes back byte for byte, and the manifest says what it is', async () => {
    await fc.assert(
      fc.asyncProperty(anyParts, fc.integer({ min: 1, max: 3_000 }), async (parts, piece) => {
        const folder = scratchFolder();
        const file = path.join(folder, 'copy.smwb');
        const written = await writeBackup({ file, passphrase: null, parts, piece });
        expect(readdirSync(folder)).toEqual(['copy.smwb']);
        expect(await verifyBackup(file, null)).toEqual(written);
        const back = await staged(file, null, path.join(folder, 'staged'));
        expect({ ok: true, value: back.manifest }).toEqual(written);
        for (const part of backupParts) {
          expect(Buffer.from(readFileSync(back.parts[part])).equals(parts[part].bytes), part).toBe(true);
          expect(back.manifest.tables[part]).toEqual({ rows: parts[part].rows, bytes: parts[part].bytes.length, sha256: sha256Of(parts[part].bytes) });
        }
      }),
      { numRuns: 15 },
    );
  }, SLOW);

  test('with a passphrase nothing of it can be read in the file, and it opens with that passphrase alone', async () => {
    const folder = scratchFolder();
    const file = path.join(folder, 'copy.smwb');
    const written = await writeBackup({ file, passphrase: '合同 2026', sources: [kept(folder, smallSources[0]!, true)] });
    expect(written).toMatchObject({ ok: true, value: { ...smallFacts, ...smallContent } });
    expect(await isEncrypted(file)).toBe(true);
    expect(readFileSync(file).includes('parts/')).toBe(false);
    const back = await staged(file, '合同 2026', path.join(folder, 'staged'));
    for (const part of backupParts) expect(Buffer.from(readFileSync(back.parts[part])).equals(smallParts[part].bytes), part).toBe(true);
    expect(await stageBackup(file, '合同 2027', path.join(folder, 'wrong'))).toEqual({ ok: false, error: { code: 'keep.passphrase', detail: '' } });
    expect(await verifyBackup(file, null)).toEqual({ ok: false, error: { code: 'keep.passphrase', detail: '' } });
    expect(readdirSync(folder)).not.toContain('wrong');
  }, SLOW);

  test('included sources come back under their hash; the others are named with their size alone', async () => {
    const folder = scratchFolder();
    const file = path.join(folder, 'copy.smwb');
    const [first, second] = smallSources.map((bytes, index) => kept(folder, bytes, index === 0));
    await writeBackup({ file, passphrase: null, sources: [first!, second!] });
    expect(await isEncrypted(file)).toBe(false);
    const back = await staged(file, null, path.join(folder, 'staged'));
    expect(back.manifest.sources).toEqual([{ sha256: first!.sha256, bytes: 26, included: true }, { sha256: second!.sha256, bytes: 6, included: false }]);
    expect(back.sources).toEqual({ [first!.sha256]: path.join(folder, 'staged', 'sources', first!.sha256) });
    expect(Buffer.from(readFileSync(back.sources[first!.sha256]!)).equals(smallSources[0]!)).toBe(true);
  });

  test('reading tells how far it is, up to the whole file', async () => {
    const file = path.join(scratchFolder(), 'copy.smwb');
    await writeBackup({ file, passphrase: null });
    const seen: [number, number][] = [];
    await verifyBackup(file, null, (done, total) => seen.push([done, total]));
    const size = readFileSync(file).length;
    expect(seen.at(-1)).toEqual([size, size]);
  });
});
