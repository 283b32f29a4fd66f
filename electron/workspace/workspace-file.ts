import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';
import { SCHEMA_VERSION } from '@shared/contracts/schema-version';
import { uuidV7 } from '@shared/kernel/id';
import { ok } from '@shared/kernel/result';
import { idSchema, nameSchema } from '@shared/records/parts';
import { type Answer, errnoOf, refuse } from '../call-failure';
import { writeAtomic } from '../files/write-atomic';

/** `workspace.json`: what main knows of a workspace before any renderer opens its database. Later versions may add fields. */
export const workspaceFileSchema = z.object({
  id: idSchema,
  name: nameSchema,
  sample: z.boolean(),
  /** Version of everything stored, and the app that wrote it: the one to install when ours is older. */
  schemaVersion: z.int().min(1),
  appVersion: z.string().min(1).max(50),
  deviceId: idSchema,
  databaseName: z.string().regex(/^[a-z0-9-]{1,80}$/),
});
export type WorkspaceFile = z.infer<typeof workspaceFileSchema>;

/** Enough of any version's file to say which app wrote it. */
const versionsSchema = z.object({ schemaVersion: z.int().min(1), appVersion: z.string().max(50) });

export const workspaceFileIn = (folder: string): string => path.join(folder, 'workspace.json');

export function newWorkspaceFile(options: { name: string; sample: boolean; appVersion: string; now: number }): WorkspaceFile {
  const id = uuidV7(options.now, randomBytes(10));
  return {
    id,
    name: options.name,
    sample: options.sample,
    schemaVersion: SCHEMA_VERSION,
    appVersion: options.appVersion,
    deviceId: uuidV7(options.now, randomBytes(10)),
    databaseName: `workspace-${id}`,
  };
}

export async function writeWorkspaceFile(folder: string, content: WorkspaceFile): Promise<void> {
  await writeAtomic(workspaceFileIn(folder), `${JSON.stringify(content, null, 2)}\n`);
}

/** Null when the folder holds no workspace. A later schema is refused with the app version to install; nonsense is refused by name. */
export async function readWorkspaceFile(folder: string): Promise<Answer<WorkspaceFile | null>> {
  let text: string;
  try {
    text = await readFile(workspaceFileIn(folder), 'utf8');
  } catch (error) {
    if (errnoOf(error) === 'ENOENT') return ok(null);
    throw error;
  }
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
