import type { Id } from '@shared/kernel/id';
import { WorkbenchDatabase } from './database';

/** The open workspace: its facts, who this machine is, and where time and chance come from. */
export interface Workspace {
  readonly db: WorkbenchDatabase;
  readonly workspaceId: Id;
  readonly deviceId: Id;
  /** Wall clock in ms. */
  now(): number;
  random(bytes: number): Uint8Array;
}

/** Opens the workspace's database, making it at first use and migrating it unless an older `schema` is asked for. Main has checked its version and taken its checkpoint before. */
export async function openWorkspace(info: { databaseName: string; id: Id; deviceId: Id }, schema?: number): Promise<Workspace> {
  const db = new WorkbenchDatabase(info.databaseName, schema);
  await db.open();
  return { db, workspaceId: info.id, deviceId: info.deviceId, now: () => Date.now(), random: (bytes) => crypto.getRandomValues(new Uint8Array(bytes)) };
}
