import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import process from 'node:process';
import { beforeAll, expect, test } from 'vitest';
import { BACKUP_FORMAT, backupParts } from '@shared/contracts/backup-file';
import { isEncrypted } from '../../../../electron/backup/is-encrypted';
import { stageBackup } from '../../../../electron/backup/stage-backup';
import { sha256Of, smallContent, smallFacts, smallParts, smallSources, writeBackup } from '../../../builders/small-backup';
import { scratchFolder } from '../scratch-folder';

const folder = path.resolve(import.meta.dirname, '../../../fixtures/backup');
const PASSPHRASE = 'correct horse battery staple';
/** Every format ever shipped, written by the app of its time. A new format adds its two files and keeps these. */
const formats = [1];

/** Once for a new format: WRITE_BACKUP_FIXTURES=1 npx vitest run --project unit tests/unit/electron/backup/backup-fixtures.test.ts */
beforeAll(async () => {
  if (process.env['WRITE_BACKUP_FIXTURES'] !== '1') return;
  const scratch = mkdtempSync(path.join(tmpdir(), 'workbench-fixtures-'));
  const sources = smallSources.map((bytes, index) => {
    const file = path.join(scratch, sha256Of(bytes));
    writeFileSync(file, bytes);
    return { sha256: sha256Of(bytes), file, included: index === 0 };
  });
  expect((await writeBackup({ file: path.join(folder, `format-${BACKUP_FORMAT}.smwb`), passphrase: null, sources })).ok).toBe(true);
  expect((await writeBackup({ file: path.join(folder, `format-${BACKUP_FORMAT}-encrypted.smwb`), passphrase: PASSPHRASE, sources })).ok).toBe(true);
  rmSync(scratch, { recursive: true });
}, 60_000);

test('there is a fixture of every format, the one of today among them', () => {
  expect(formats).toContain(BACKUP_FORMAT);
  expect(readdirSync(folder).sort()).toEqual(formats.flatMap((format) => [`format-${format}-encrypted.smwb`, `format-${format}.smwb`]));
});

test.each(formats.flatMap((format) => [[`format-${format}.smwb`, null] as const, [`format-${format}-encrypted.smwb`, PASSPHRASE] as const]))('%s is read to its exact content', async (name, passphrase) => {
  const file = path.join(folder, name);
  expect(await isEncrypted(file)).toBe(passphrase !== null);
  const staged = await stageBackup(file, passphrase, path.join(scratchFolder(), 'staged'));
  if (!staged.ok) throw new Error(`${staged.error.code} ${staged.error.detail}`);
  const { manifest, parts, sources } = staged.value;
  expect(manifest).toMatchObject({ ...smallFacts, ...smallContent, schemaVersion: manifest.schemaVersion });
  for (const part of backupParts) expect(Buffer.from(readFileSync(parts[part])).equals(smallParts[part].bytes), part).toBe(true);
  expect(manifest.sources).toEqual(smallSources.map((bytes, index) => ({ sha256: sha256Of(bytes), bytes: bytes.length, included: index === 0 })));
  expect(Object.values(sources).map((each) => readFileSync(each, 'utf8'))).toEqual([Buffer.from(smallSources[0]!).toString('utf8')]);
}, 60_000);

test('any tool for the age format opens an encrypted backup with its passphrase: what comes out is the plain container', () => {
  const script = `
    import { readFileSync } from 'node:fs';
    import { Decrypter } from 'age-encryption';
    const decrypter = new Decrypter();
    decrypter.addPassphrase(${JSON.stringify(PASSPHRASE)});
    process.stdout.write(await decrypter.decrypt(readFileSync(${JSON.stringify(path.join(folder, 'format-1-encrypted.smwb'))})));`;
  // In a process of its own: the library's own key derivation is slow under the test runner.
  const { stdout } = spawnSync(process.execPath, ['--input-type=module', '-e', script], { cwd: import.meta.dirname, maxBuffer: 10_000_000 });
  expect(stdout.equals(readFileSync(path.join(folder, 'format-1.smwb')))).toBe(true);
}, 60_000);
