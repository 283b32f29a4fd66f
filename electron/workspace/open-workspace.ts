import { mkdir, readdir } from 'node:fs/promises';
import path from 'node:path';
import type { WorkspaceInfo } from '@shared/contracts/workbench-calls';
import { SCHEMA_VERSION } from '@shared/contracts/schema-version';
import { ok } from '@shared/kernel/result';
import { type Answer, failureOf, refuse } from '../call-failure';
import { type Journal, openJournal } from './journal';
import { newWorkspaceFile, readWorkspaceFile, type WorkspaceFile, writeWorkspaceFile } from './workspace-file';
import { lockWorkspace } from './workspace-lock';

/** A workspace held by this process: its lock is taken, its journal verified and open. */
export interface OpenWorkspace {
  readonly info: WorkspaceInfo;
  readonly journal: Journal;
  /** Chromium's own folder, so that IndexedDB lies inside the workspace. */
  readonly profileFolder: string;
  readonly sourcesFolder: string;
  /** Closes the journal and lets go of the lock; only when no renderer uses the workspace any more. */
  close(): Promise<void>;
}

export interface OpenOptions {
  readonly appVersion: string;
  /** What to make when the folder holds no workspace; null = refuse. */
  readonly create: { readonly name: string; readonly sample: boolean } | null;
}

/**
 * Opens the workspace in a folder, making it first if asked to. Everything is checked before a renderer may open the
 * database. Refuses: `workspace.none` (no workspace there), `.exists` (a folder with other things in it), `.newer`,
 * `.locked`, `.unreadable`, and the disk's own reasons.
 */
export async function openWorkspaceFolder(folder: string, options: OpenOptions): Promise<Answer<OpenWorkspace>> {
  try {
    return await openChecked(path.resolve(folder), options);
  } catch (error) {
    return { ok: false, error: failureOf(error, 'workspace.unreadable') };
  }
}

async function openChecked(folder: string, { appVersion, create }: OpenOptions): Promise<Answer<OpenWorkspace>> {
  if (create) await mkdir(folder, { recursive: true });
  const before = await readWorkspaceFile(folder);
  if (!before.ok) return before;
  if (before.value === null) {
    if (!create) return refuse('workspace.none');
    const strangers = (await readdir(folder)).filter((name) => !name.startsWith('workspace.lock'));
    if (strangers.length > 0) return refuse('workspace.exists');
  }
  const lock = await lockWorkspace(folder);
  if (!lock.ok) return lock;
  const opened = await openLocked(folder, appVersion, before.value, create, lock.value);
  if (!opened.ok) await lock.value();
  return opened;
}

async function openLocked(folder: string, appVersion: string, before: WorkspaceFile | null, create: OpenOptions['create'], unlock: () => Promise<void>): Promise<Answer<OpenWorkspace>> {
  const file = before ?? newWorkspaceFile({ ...create!, appVersion, now: Date.now() });
  const profileFolder = path.join(folder, 'profile');
  const sourcesFolder = path.join(folder, 'sources');
  for (const each of [profileFolder, sourcesFolder]) await mkdir(each, { recursive: true, mode: 0o700 });
  const journal = await openJournal(path.join(folder, 'journal'));
  if (!journal.ok) return journal;
  // Last of all, so that a folder without workspace.json is never mistaken for a whole workspace; and before any renderer
  // migrates the database, so that an older app refuses it from now on.
  if (before === null || file.schemaVersion !== SCHEMA_VERSION || file.appVersion !== appVersion) {
    await writeWorkspaceFile(folder, { ...file, schemaVersion: SCHEMA_VERSION, appVersion });
  }
  const { id, name, sample, databaseName, deviceId } = file;
  const close = async () => {
    await journal.value.close();
    await unlock();
  };
  return ok({ info: { id, name, path: folder, sample, databaseName, deviceId }, journal: journal.value, profileFolder, sourcesFolder, close });
}

