import { mkdir, readdir, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import type { CallFailure, WorkspaceInfo } from '@shared/contracts/workbench-calls';
import { SCHEMA_VERSION } from '@shared/contracts/schema-version';
import { addDaysToInstant } from '@shared/kernel/day';
import type { Id } from '@shared/kernel/id';
import { ok } from '@shared/kernel/result';
import { type Answer, errnoOf, failureOf, refuse } from '../call-failure';
import { takeCheckpoint } from '../keep/checkpoint';
import { freeBytes, LOW_DISK_BYTES } from '../keep/disk-space';
import { KEPT_DAYS } from '../keep/kept-days';
import { type Journal, openJournal } from './journal';
import { newWorkspaceFile, readWorkspaceFile, type WorkspaceFile, writeWorkspaceFile } from './workspace-file';
import { lockWorkspace } from './workspace-lock';

/** A workspace held by this process: its lock is taken, its journal verified and open. */
export interface OpenWorkspace {
  readonly info: WorkspaceInfo;
  readonly journal: Journal;
  /** What was found wrong before any page may open the database; null = nothing. */
  readonly trouble: CallFailure | null;
  /** `workspace.json` as it stands. */
  file(): WorkspaceFile;
  /** Changes it on the disk; changes follow each other in order. */
  change(fields: Partial<WorkspaceFile>): Promise<void>;
  /** Chromium's own folder, so that IndexedDB lies inside the workspace. */
  readonly profileFolder: string;
  readonly sourcesFolder: string;
  /** Lets go of the lock alone, for whoever takes the workspace over (see keep/generation). */
  unlock(): Promise<void>;
  /** Closes the journal and lets go of the lock; only when no renderer uses the workspace any more. */
  close(): Promise<void>;
}

export interface OpenOptions {
  readonly appVersion: string;
  /** What to make when the folder holds no workspace; null = refuse. */
  readonly create: NewWorkspace | null;
}

export interface NewWorkspace {
  readonly name: string;
  readonly sample: boolean;
  /** Given when a copy of a workspace is restored as a folder of its own; else a new one is made. */
  readonly id?: Id;
  /** Refuse a folder that holds a workspace already. */
  readonly fresh?: boolean;
  /** Chromium still holds the usual profile of this folder, which was taken away under it: a name of its own. */
  readonly ownProfile?: boolean;
}

/**
 * Opens the workspace in a folder, making it first if asked to. Everything is checked before a renderer may open the
 * database. Refuses: `workspace.none` (no workspace there), `.exists` (a folder with other things in it), `.newer`,
 * `.locked`, `.unreadable`, and the disk's own reasons.
 */
export async function openWorkspaceFolder(folder: string, options: OpenOptions): Promise<Answer<OpenWorkspace>> {
  const claimed = await claimWorkspaceFolder(folder, options);
  return claimed.ok ? claimed.value.load() : claimed;
}

/** A workspace whose version is known and whose lock is taken: a page may be prepared for it while the rest is checked. */
export interface ClaimedWorkspace {
  readonly profileFolder: string;
  /** The rest: journal, free space, checkpoint. To be called once; a refusal lets go of the lock. */
  load(): Promise<Answer<OpenWorkspace>>;
}

/** The quick part of opening, with the same refusals. */
export async function claimWorkspaceFolder(folder: string, options: OpenOptions): Promise<Answer<ClaimedWorkspace>> {
  try {
    return await claim(path.resolve(folder), options);
  } catch (error) {
    return { ok: false, error: failureOf(error, 'workspace.unreadable') };
  }
}

async function claim(folder: string, { appVersion, create }: OpenOptions): Promise<Answer<ClaimedWorkspace>> {
  if (create) await mkdir(folder, { recursive: true });
  const before = await readWorkspaceFile(folder);
  if (!before.ok) return before;
  if (before.value !== null && create?.fresh) return refuse('workspace.exists');
  if (before.value === null) {
    if (!create) return refuse('workspace.none');
    const strangers = (await readdir(folder)).filter((name) => !name.startsWith('workspace.lock'));
    if (strangers.length > 0) return refuse('workspace.exists');
  }
  const lock = await lockWorkspace(folder);
  if (!lock.ok) return lock;
  const file = before.value ?? newWorkspaceFile({ ...create!, appVersion, now: Date.now() });
  const profileFolder = path.join(folder, file.profileFolder);
  const load = async (): Promise<Answer<OpenWorkspace>> => {
    try {
      return await openLocked(folder, appVersion, before.value, file, lock.value);
    } catch (error) {
      await lock.value();
      return { ok: false, error: failureOf(error, 'workspace.unreadable') };
    }
  };
  return ok({ profileFolder, load });
}

async function openLocked(folder: string, appVersion: string, before: WorkspaceFile | null, file: WorkspaceFile, unlock: () => Promise<void>): Promise<Answer<OpenWorkspace>> {
  const profileFolder = path.join(folder, file.profileFolder);
  const sourcesFolder = path.join(folder, 'sources');
  for (const each of [profileFolder, sourcesFolder]) await mkdir(each, { recursive: true, mode: 0o700 });
  const free = await freeBytes(folder);
  const [journal] = await Promise.all([
    openJournal(path.join(folder, file.journalFolder)),
    removeLeftovers(folder, file),
    // A low disk is not made lower; Chromium may not open the database either.
    free < LOW_DISK_BYTES ? null : takeCheckpoint(profileFolder, path.join(folder, 'checkpoint')),
  ]);
  const trouble = troubleOf(journal, free);
  // Last of all, so that a folder without workspace.json is never mistaken for a whole workspace; and before any renderer
  // migrates the database, so that an older app refuses it from now on.
  if (before === null || file.schemaVersion !== SCHEMA_VERSION || file.appVersion !== appVersion) {
    await writeWorkspaceFile(folder, { ...file, schemaVersion: SCHEMA_VERSION, appVersion });
  }
  return ok(holdWorkspace(folder, { ...file, schemaVersion: SCHEMA_VERSION, appVersion }, journal, trouble, unlock));
}

function troubleOf({ damage }: Journal, free: number): CallFailure | null {
  if (free < LOW_DISK_BYTES) return { code: 'keep.lowDisk', detail: String(free) };
  return damage === null ? null : { code: 'workspace.unreadable', detail: damage };
}

/**
 * What was cut off left behind: unpacked copies, half-written files; and journals and profiles that no generation names and
 * that nothing has touched for as long as a replaced one stays.
 */
async function removeLeftovers(folder: string, { journalFolder, profileFolder, replaced }: WorkspaceFile): Promise<void> {
  const named = new Set([journalFolder, profileFolder, ...replaced.flatMap((each) => [each.journalFolder, each.profileFolder])]);
  for (const name of await readdir(folder)) {
    const place = path.join(folder, name);
    const stray = /^(journal|profile)(-|$)/.test(name) && !named.has(name) && addDaysToInstant((await stat(place)).mtime.toISOString(), KEPT_DAYS) < new Date().toISOString();
    if (stray || /^(restoring-|\.scratch-)/.test(name)) await rm(place, { recursive: true, force: true });
  }
  for (const place of [folder, path.join(folder, 'snapshots'), path.join(folder, 'sources')]) await removeParts(place);
}

/** A `.part` file is one that was being written when the program ended: nobody has ever been told of it. */
async function removeParts(folder: string): Promise<void> {
  const names = await readdir(folder).catch((error: unknown) => {
    if (errnoOf(error) === 'ENOENT') return [];
    throw error;
  });
  for (const name of names) if (/^\..*\.part$/.test(name)) await rm(path.join(folder, name), { force: true });
}

/** The open workspace around a journal and what `workspace.json` says. */
export function holdWorkspace(folder: string, file: WorkspaceFile, journal: Journal, trouble: CallFailure | null, unlock: () => Promise<void>): OpenWorkspace {
  let now = file;
  let writing: Promise<void> = Promise.resolve();
  return {
    get info() {
      const { id, name, sample, databaseName, deviceId } = now;
      return { id, name, path: folder, sample, databaseName, deviceId };
    },
    journal,
    trouble,
    profileFolder: path.join(folder, file.profileFolder),
    sourcesFolder: path.join(folder, 'sources'),
    file: () => now,
    change: (fields) => {
      now = { ...now, ...fields };
      const content = now;
      const written = writing.then(() => writeWorkspaceFile(folder, content));
      // The caller of this change hears of its failure; the next one still runs.
      writing = written.catch(() => undefined);
      return written;
    },
    unlock,
    close: async () => {
      await writing;
      await journal.close();
      await unlock();
    },
  };
}
