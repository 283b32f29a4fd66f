import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';

const root = path.resolve(import.meta.dirname, '../..');
const SETTINGS = ['package.json', 'tsconfig.json', '.oxlintrc.json', '.dependency-cruiser.cjs', 'knip.json', 'vite.config.ts', 'postcss.config.cjs'];
export const ROOMS = ['shared', 'renderer', 'electron', 'resources', 'tests'];

export interface HouseCopy {
  readonly root: string;
  readonly remove: () => void;
}

/**
 * A throw-away copy of the house with `planted` files (path → text) in it, so that a gate can be seen to bite without
 * touching the house. Only the `rooms` asked for come along with their code; the others bring their settings alone.
 * Dependencies are borrowed by a link. Call `remove` in afterAll.
 */
export function copyHouse(planted: Readonly<Record<string, string>>, rooms: readonly string[]): HouseCopy {
  const copy = mkdtempSync(path.join(os.tmpdir(), 'house-copy-'));
  const remove = () => rmSync(copy, { recursive: true, force: true });
  try {
    for (const name of [...SETTINGS, ...ROOMS.filter((room) => room !== 'resources').map((room) => `${room}/tsconfig.json`), ...rooms]) cpSync(path.join(root, name), path.join(copy, name), { recursive: true });
    symlinkSync(path.join(root, 'node_modules'), path.join(copy, 'node_modules'), 'junction');
    for (const [file, text] of Object.entries(planted)) {
      mkdirSync(path.dirname(path.join(copy, file)), { recursive: true });
      writeFileSync(path.join(copy, file), text);
    }
  } catch (error) {
    remove();
    throw error;
  }
  return { root: copy, remove };
}
