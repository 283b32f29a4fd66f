import { access } from 'node:fs/promises';
import { z } from 'zod';
import type { WorkspaceInfo } from '@shared/contracts/workbench-calls';
import { errnoOf } from '../call-failure';
import type { JsonFile } from '../files/json-file';
import { workspaceFileIn } from './workspace-file';

const MOST = 20;

/** `recent.json`: workspaces this machine has opened, newest first, and the one that was open last (null = the doors). */
export const recentSchema = z.object({
  open: z.string().nullable(),
  workspaces: z.array(z.object({ name: z.string(), path: z.string(), sample: z.boolean() })),
});
export type Recent = z.infer<typeof recentSchema>;
export const noRecent: Recent = { open: null, workspaces: [] };

export function rememberOpened(file: JsonFile<Recent>, { name, path, sample }: WorkspaceInfo): Promise<void> {
  const others = file.read().workspaces.filter((each) => each.path !== path);
  return file.write({ ...file.read(), workspaces: [{ name, path, sample }, ...others].slice(0, MOST) });
}

/** What the window shows now, for the next start; null = the doors. */
export function rememberShown(file: JsonFile<Recent>, path: string | null): Promise<void> {
  return file.write({ ...file.read(), open: path });
}

/** As remembered, each with whether its folder is gone. */
export function listRecent(file: JsonFile<Recent>): Promise<{ name: string; path: string; sample: boolean; missing: boolean }[]> {
  return Promise.all(file.read().workspaces.map(async (each) => ({ ...each, missing: await isMissing(each.path) })));
}

async function isMissing(folder: string): Promise<boolean> {
  try {
    await access(workspaceFileIn(folder));
    return false;
  } catch (error) {
    if (errnoOf(error) === null) throw error;
    return true;
  }
}
