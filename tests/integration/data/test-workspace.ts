import { type Id, uuidV7 } from '@shared/kernel/id';
import { recordTables } from '@shared/records/record-tables';
import { setUpWorkspace } from '@renderer/data/settings';
import { type Workspace, openWorkspace } from '@renderer/data/workspace';

export const newId = (): Id => uuidV7(Date.now(), crypto.getRandomValues(new Uint8Array(10)));

/** A fresh workspace in this browser's real IndexedDB, whose clock the test turns. The browser profile is thrown away whole. */
export interface TestWorkspace extends Workspace {
  readonly clock: { ms: number };
  close(): Promise<void>;
}

export async function openTestWorkspace(): Promise<TestWorkspace> {
  const databaseName = `test-${newId()}`;
  const ws = await openWorkspace({ databaseName, id: newId(), deviceId: newId() });
  const clock = { ms: Date.UTC(2026, 9, 22, 2) };
  const close = async () => ws.db.close();
  return { ...ws, clock, now: () => clock.ms, close };
}

/** The same with its settings written: change-set 1. */
export async function openReadyWorkspace(): Promise<TestWorkspace> {
  const ws = await openTestWorkspace();
  await setUpWorkspace(ws, { organisation: 'East', actor: 'Lin', currency: 'CNY', fiscalYearStartMonth: 1, fixedToday: null, sample: false });
  return ws;
}

/** Every record of the workspace as text: equal workspaces have equal texts, to the byte. */
export async function everyRow({ db }: Workspace): Promise<string> {
  const tables = await Promise.all(recordTables.map(async (name) => [name, await db.records(name).orderBy(':id').toArray()] as const));
  return JSON.stringify(Object.fromEntries(tables.filter(([, rows]) => rows.length > 0)));
}
