import { copyFile, mkdir, open, readdir, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import { randomUUID } from 'node:crypto';
import { fileNameOf } from '../files/file-name';
import { syncFolder } from '../files/write-atomic';
import type { OpenWorkspace } from '../workspace/open-workspace';
import type { SnapshotStore } from './snapshot-store';

/** A workspace's own folder in the second place, so that one place can serve several. */
export const secondFolderOf = ({ info }: OpenWorkspace, place: string): string => path.join(place, `${fileNameOf(info.name)}-${info.id.slice(-8)}`);

/**
 * Copies to the second place what it lacks: snapshots and the kept sources they refer to; copies that retention has deleted
 * here go there too. Each file whole or not at all. Throws the disk's error (a share that is gone, a full stick).
 */
export async function copyToSecondPlace(workspace: OpenWorkspace, store: SnapshotStore, place: string): Promise<void> {
  const target = secondFolderOf(workspace, place);
  const ids = (await store.list()).filter((each) => each.fault === null).map((each) => each.id);
  await copyMissing(workspace.sourcesFolder, path.join(target, 'sources'), await readdir(workspace.sourcesFolder));
  await copyMissing(store.folder, path.join(target, 'snapshots'), ids);
  for (const name of await readdir(path.join(target, 'snapshots'))) {
    if (name.endsWith('.smwb') && !ids.includes(name)) await rm(path.join(target, 'snapshots', name));
  }
}

/** Files of the workspace's folder in the second place; [] when there are none yet. Throws when the place cannot be read. */
export async function copiesIn(workspace: OpenWorkspace, place: string): Promise<string[]> {
  const folder = path.join(secondFolderOf(workspace, place), 'snapshots');
  await mkdir(folder, { recursive: true });
  return (await readdir(folder)).filter((name) => name.endsWith('.smwb') && !name.startsWith('.'));
}

async function copyMissing(from: string, to: string, names: readonly string[]): Promise<void> {
  await mkdir(to, { recursive: true, mode: 0o700 });
  const there = new Set(await readdir(to));
  const missing = names.filter((name) => !name.startsWith('.') && !there.has(name));
  for (const name of missing) {
    const part = path.join(to, `.${randomUUID()}.part`);
    try {
      await copyFile(path.join(from, name), part);
      const copy = await open(part, 'r+');
      try {
        await copy.sync();
      } finally {
        await copy.close();
      }
      await rename(part, path.join(to, name));
    } catch (error) {
      await rm(part, { force: true });
      throw error;
    }
  }
  if (missing.length > 0) await syncFolder(to);
}
