import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { markCheckpointGood, takeCheckpoint } from '../../../../electron/keep/checkpoint';
import { scratchFolder } from '../scratch-folder';

const LEVELDB = 'IndexedDB/app_workbench_0.indexeddb.leveldb';
const BLOB = 'IndexedDB/app_workbench_0.indexeddb.blob/1/00/2a';

function profile(): { profileFolder: string; checkpoint: string; put: (name: string, text: string) => void } {
  const root = scratchFolder();
  const profileFolder = path.join(root, 'profile');
  const put = (name: string, text: string) => {
    const file = path.join(profileFolder, name);
    mkdirSync(path.dirname(file), { recursive: true });
    // As LevelDB does: a table is a new file, the log is appended to in place.
    writeFileSync(file, text, { flag: existsSync(file) ? 'r+' : 'w' });
  };
  return { profileFolder, checkpoint: path.join(root, 'checkpoint'), put };
}
const read = (folder: string, name: string) => readFileSync(path.join(folder, name), 'utf8');

describe('checkpoint before opening', () => {
  test('what Chromium deletes or goes on writing stays as it was found', async () => {
    const { profileFolder, checkpoint, put } = profile();
    for (const [name, text] of [[`${LEVELDB}/000005.ldb`, 'table'], [`${LEVELDB}/000006.log`, 'log'], [`${LEVELDB}/CURRENT`, 'MANIFEST-000001'], [BLOB, 'blob']] as const) put(name, text);
    await takeCheckpoint(profileFolder, checkpoint);
    put(`${LEVELDB}/000006.log`, 'more');
    rmSync(path.join(profileFolder, LEVELDB, '000005.ldb'));
    rmSync(path.join(profileFolder, BLOB));
    const now = path.join(checkpoint, 'now');
    expect([read(now, `${LEVELDB}/000005.ldb`), read(now, `${LEVELDB}/000006.log`), read(now, `${LEVELDB}/CURRENT`), read(now, BLOB)]).toEqual(['table', 'log', 'MANIFEST-000001', 'blob']);
  });

  test('tables and blobs cost no copy', async () => {
    const { profileFolder, checkpoint, put } = profile();
    put(`${LEVELDB}/000005.ldb`, 'table');
    put(BLOB, 'blob');
    await takeCheckpoint(profileFolder, checkpoint);
    for (const name of [`${LEVELDB}/000005.ldb`, BLOB]) expect(statSync(path.join(checkpoint, 'now', name)).ino).toBe(statSync(path.join(profileFolder, name)).ino);
  });

  test('the one that opened well is kept when the next is taken; one that did not is replaced', async () => {
    const { profileFolder, checkpoint, put } = profile();
    put(`${LEVELDB}/CURRENT`, 'first');
    await takeCheckpoint(profileFolder, checkpoint);
    await markCheckpointGood(checkpoint);
    for (const text of ['second', 'third!']) {
      put(`${LEVELDB}/CURRENT`, text);
      await takeCheckpoint(profileFolder, checkpoint);
      expect(read(path.join(checkpoint, 'good'), `${LEVELDB}/CURRENT`)).toBe('first');
      expect(read(path.join(checkpoint, 'now'), `${LEVELDB}/CURRENT`)).toBe(text);
    }
  });

  test('a workspace that never had a database has none, and a lost database does not replace what was kept', async () => {
    const { profileFolder, checkpoint, put } = profile();
    await takeCheckpoint(profileFolder, checkpoint);
    await markCheckpointGood(checkpoint);
    expect(existsSync(checkpoint)).toBe(false);
    put(`${LEVELDB}/CURRENT`, 'first');
    await takeCheckpoint(profileFolder, checkpoint);
    renameSync(path.join(profileFolder, 'IndexedDB'), path.join(profileFolder, 'gone'));
    await takeCheckpoint(profileFolder, checkpoint);
    expect(read(path.join(checkpoint, 'now'), `${LEVELDB}/CURRENT`)).toBe('first');
  });
});
