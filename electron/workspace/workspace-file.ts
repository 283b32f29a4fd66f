import { randomBytes } from 'node:crypto';
import path from 'node:path';
import { z } from 'zod';
import { keepStateSchema, recordedStateSchema } from '@shared/contracts/keep-calls';
import { SCHEMA_VERSION } from '@shared/contracts/schema-version';
import { type Id, uuidV7 } from '@shared/kernel/id';
import { ok } from '@shared/kernel/result';
import { idSchema, instantSchema, nameSchema } from '@shared/records/parts';
import { type Answer, refuse } from '../call-failure';
import { readTextIfThere } from '../files/read-if-there';
import { writeAtomic } from '../files/write-atomic';

const databaseNameSchema = z.string().regex(/^[a-z0-9-]{1,120}$/);
const journalFolderSchema = z.string().regex(/^journal(-[0-9a-f-]{36})?$/);
const profileFolderSchema = z.string().regex(/^profile(-[0-9a-f-]{36})?$/);

/** `workspace.json`: what main knows of a workspace before any renderer opens its database. Later versions may add fields. */
export const workspaceFileSchema = z.object({
  id: idSchema,
  name: nameSchema,
  sample: z.boolean(),
  /** Version of everything stored, and the app that wrote it: the one to install when ours is older. */
  schemaVersion: z.int().min(1),
  appVersion: z.string().min(1).max(50),
  deviceId: idSchema,
  databaseName: databaseNameSchema,
  /** The journal that belongs to the database: both are switched together. */
  journalFolder: journalFolderSchema.default('journal'),
  /** Chromium's own folder with the database in it: what goes wrong in one cannot touch another. */
  profileFolder: profileFolderSchema.default('profile'),
  /** What the database held when a page last counted it: at least this must be there at the next opening. */
  recorded: recordedStateSchema.nullable().default(null),
  /** A second folder that every snapshot is copied to. */
  secondPlace: z.string().nullable().default(null),
  /** The last restore drill. */
  drill: keepStateSchema.shape.drill.default(null),
  /** Databases and journals that a restore or rebuild replaced; removed a week later. */
  replaced: z.array(z.object({ databaseName: databaseNameSchema, journalFolder: journalFolderSchema, profileFolder: profileFolderSchema.default('profile'), replacedAt: instantSchema })).default([]),
});
export type WorkspaceFile = z.infer<typeof workspaceFileSchema>;

/** Enough of any version's file to say which app wrote it. */
const versionsSchema = z.object({ schemaVersion: z.int().min(1), appVersion: z.string().max(50) });

/** The same content again: a flipped byte in the one costs nothing. */
const copyIn = (folder: string): string => path.join(folder, 'workspace.copy.json');
export const workspaceFileIn = (folder: string): string => path.join(folder, 'workspace.json');

export function newWorkspaceFile(options: { name: string; sample: boolean; appVersion: string; now: number; id?: Id; ownProfile?: boolean }): WorkspaceFile {
  const id = options.id ?? uuidV7(options.now, randomBytes(10));
  return {
    id,
    name: options.name,
    sample: options.sample,
    schemaVersion: SCHEMA_VERSION,
    appVersion: options.appVersion,
    deviceId: uuidV7(options.now, randomBytes(10)),
    databaseName: `workspace-${id}`,
    journalFolder: 'journal',
    profileFolder: options.ownProfile ? `profile-${id}` : 'profile',
    recorded: null,
    secondPlace: null,
    drill: null,
    replaced: [],
  };
}

/** Replaces `workspace.json` atomically, then its copy. */
export async function writeWorkspaceFile(folder: string, content: WorkspaceFile): Promise<void> {
  const text = `${JSON.stringify(content, null, 2)}\n`;
  await writeAtomic(workspaceFileIn(folder), text);
  await writeAtomic(copyIn(folder), text);
}

/**
 * Null when the folder holds no workspace. A later schema is refused with the app version to install. When the file is gone
 * or cannot be made sense of, its copy speaks for it; when that cannot either, nonsense is refused by name.
 */
export async function readWorkspaceFile(folder: string): Promise<Answer<WorkspaceFile | null>> {
  const [text, copy] = [await readTextIfThere(workspaceFileIn(folder)), await readTextIfThere(copyIn(folder))];
  if (text === null) return copy === null ? ok(null) : parseFile(copy);
  const read = parseFile(text);
  if (read.ok || read.error.code === 'workspace.newer') return read;
  const spare = copy === null ? read : parseFile(copy);
  return spare.ok ? spare : read;
}

function parseFile(text: string): Answer<WorkspaceFile> {
  const content = parseJson(text);
  const versions = versionsSchema.safeParse(content);
  if (versions.success && versions.data.schemaVersion > SCHEMA_VERSION) return refuse('workspace.newer', versions.data.appVersion);
  const parsed = workspaceFileSchema.safeParse(content);
  return parsed.success ? ok(parsed.data) : refuse('workspace.unreadable', `workspace.json: ${parsed.error.issues[0]?.path.join('.') || 'not JSON'}`);
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}
