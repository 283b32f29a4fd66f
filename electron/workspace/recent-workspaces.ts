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
  /** Folders that were open when they should be moved: done before anything is opened at the next start. */
  moves: z.array(z.object({ from: z.string(), to: z.string() })).default([]),
  /** Folders of samples that could not be taken away while they were open: done at the next start. */
  removals: z.array(z.string()).default([]),
});
export type Recent = z.infer<typeof recentSchema>;
export const noRecent: Recent = { open: null, workspaces: [], moves: [], removals: [] };

export function rememberOpened(file: JsonFile<Recent>, { name, path, sample }: WorkspaceInfo): Promise<void> {
  const others = file.read().workspaces.filter((each) => each.path !== path);
  return file.write({ ...file.read(), workspaces: [{ name, path, sample }, ...others].slice(0, MOST) });
}

/** What the window shows now, for the next start; null = the doors. */
export function rememberShown(file: JsonFile<Recent>, path: string | null): Promise<void> {
  return file.write({ ...file.read(), open: path });
}

/** A workspace has another name (null: the same) or lies elsewhere now. */
export function renameRecent(file: JsonFile<Recent>, folder: string, name: string | null, movedTo: string = folder): Promise<void> {
  const { open, workspaces } = file.read();
  const renamed = workspaces.map((each) => (each.path === folder ? { ...each, path: movedTo, name: name ?? each.name } : each));
  return file.write({ ...file.read(), open: open === folder ? movedTo : open, workspaces: renamed });
}

/** Takes one off the list by its place; the folder stays. */
export function forgetRecent(file: JsonFile<Recent>, place: number): Promise<void> {
  return file.write({ ...file.read(), workspaces: file.read().workspaces.filter((_, at) => at !== place) });
}

/** Remembers a move that must wait for the next start. */
export function moveLater(file: JsonFile<Recent>, from: string, to: string): Promise<void> {
  return file.write({ ...file.read(), moves: [...file.read().moves.filter((each) => each.from !== from), { from, to }] });
}

/** The remembered moves, each tried once: what cannot be moved stays where it is. `move` answers whether it was done. */
export async function carryOutMoves(file: JsonFile<Recent>, move: (from: string, to: string) => Promise<boolean>): Promise<void> {
  const { moves } = file.read();
  if (moves.length === 0) return;
  await file.write({ ...file.read(), moves: [] });
  for (const { from, to } of moves) if (await move(from, to)) await renameRecent(file, from, null, to);
}

/** A folder is gone: nothing of it is remembered. */
export function dropRecent(file: JsonFile<Recent>, folder: string): Promise<void> {
  const { open, workspaces, moves, removals } = file.read();
  return file.write({
    open: open === folder ? null : open,
    workspaces: workspaces.filter((each) => each.path !== folder),
    moves: moves.filter(({ from }) => from !== folder),
    removals: removals.filter((each) => each !== folder),
  });
}

/** Remembers a removal that must wait for the next start. */
export function removeLater(file: JsonFile<Recent>, folder: string): Promise<void> {
  return file.write({ ...file.read(), removals: [...file.read().removals.filter((each) => each !== folder), folder] });
}

/** The remembered removals, each tried once: what cannot be removed stays on the list. `remove` answers whether it was done. */
export async function carryOutRemovals(file: JsonFile<Recent>, remove: (folder: string) => Promise<boolean>): Promise<void> {
  const { removals } = file.read();
  if (removals.length === 0) return;
  await file.write({ ...file.read(), removals: [] });
  for (const folder of removals) if (await remove(folder)) await dropRecent(file, folder);
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
