import { randomUUID } from 'node:crypto';
import { readdir, stat } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';
import type { RecentFolder } from '@shared/contracts/recent-folder';
import { sameJson } from '@shared/kernel/same-json';
import { errnoOf } from '../call-failure';
import { importable } from './importable';
import type { JsonFile } from './json-file';

const MOST_FOLDERS = 8;
const MOST_FILES = 20;
/** A folder with more importable files than this is looked at only so far: nobody scrolls through them here. */
const MOST_LOOKED_AT = 2_000;

/** `import-folders.json`: folders that the user chose files from on this machine, the latest first. */
export const chosenFoldersSchema = z.object({ folders: z.array(z.string()) });
export type ChosenFolders = z.infer<typeof chosenFoldersSchema>;
export const noChosenFolders: ChosenFolders = { folders: [] };

/** What one window's ids stand for. */
interface Known {
  readonly pathOf: Map<string, string>;
  readonly idOf: Map<string, string>;
}

/**
 * Folders that the user chose files from, with the files in them that can be imported. A page sees names and ids of its
 * own (`Owner`), never a path that it could ask for; only what was listed to it can be taken.
 */
export class RecentFolders<Owner extends object> {
  private readonly known = new WeakMap<Owner, Known>();

  constructor(private readonly file: JsonFile<ChosenFolders>) {}

  /** The folders of files that were just chosen come first; at most eight are kept. */
  remember(files: readonly string[]): Promise<void> {
    const folders = [...new Set(files.map((file) => path.dirname(file)))];
    const before = this.file.read().folders;
    const after = [...folders, ...before.filter((folder) => !folders.includes(folder))].slice(0, MOST_FOLDERS);
    return sameJson(before, after) ? Promise.resolve() : this.file.write({ folders: after });
  }

  /** Every folder as it is now: newest files first, a folder that is gone or closed to us said to be so. */
  list(owner: Owner): Promise<RecentFolder[]> {
    return Promise.all(this.file.read().folders.map((folder) => this.look(owner, folder)));
  }

  /** The path that an id of this window stands for; null for a foreign or made-up one. */
  pathOf(owner: Owner, id: string): string | null {
    return this.known.get(owner)?.pathOf.get(id) ?? null;
  }

  /** Takes a folder off the list; it stays on the disk. */
  async forget(owner: Owner, id: string): Promise<void> {
    const folder = this.pathOf(owner, id);
    await this.file.write({ folders: this.file.read().folders.filter((each) => each !== folder) });
  }

  private async look(owner: Owner, folder: string): Promise<RecentFolder> {
    const about = { folder: this.idFor(owner, folder), name: path.basename(folder) || folder, place: path.dirname(folder) };
    try {
      const names = (await readdir(folder, { withFileTypes: true })).filter((entry) => entry.isFile()).map((entry) => entry.name);
      // Excel leaves a file of this name beside every workbook it has open.
      const held = new Set(names.filter((name) => name.startsWith('~$')).map((name) => name.slice(2)));
      const found = await Promise.all(names.filter(importable).slice(0, MOST_LOOKED_AT).map((name) => sizeOf(path.join(folder, name))));
      const files = found.filter((file) => file !== null).toSorted((a, b) => b.changedMs - a.changedMs);
      return {
        ...about,
        state: 'there',
        more: Math.max(0, files.length - MOST_FILES),
        files: files.slice(0, MOST_FILES).map(({ file, bytes, changedMs }) => {
          const name = path.basename(file);
          return { file: this.idFor(owner, file), name, bytes, changedAt: new Date(changedMs).toISOString(), heldOpen: held.has(name) };
        }),
      };
    } catch (error) {
      const errno = errnoOf(error);
      if (errno === null) throw error;
      return { ...about, state: errno === 'ENOENT' || errno === 'ENOTDIR' ? 'missing' : 'locked', files: [], more: 0 };
    }
  }

  private idFor(owner: Owner, target: string): string {
    const known = this.known.get(owner) ?? { pathOf: new Map<string, string>(), idOf: new Map<string, string>() };
    this.known.set(owner, known);
    const id = known.idOf.get(target) ?? randomUUID();
    known.idOf.set(target, id);
    known.pathOf.set(id, target);
    return id;
  }
}

/** Null for a file that went meanwhile. */
async function sizeOf(file: string): Promise<{ file: string; bytes: number; changedMs: number } | null> {
  try {
    const { size, mtimeMs } = await stat(file);
    return { file, bytes: size, changedMs: mtimeMs };
  } catch (error) {
    if (errnoOf(error) === null) throw error;
    return null;
  }
}
