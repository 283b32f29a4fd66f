import { randomUUID } from 'node:crypto';
import { mkdir, rm } from 'node:fs/promises';
import path from 'node:path';
import { addDaysToInstant } from '@shared/kernel/day';
import type { ChangeSet } from '@shared/records/change-set';
import { type Answer, failureOf } from '../call-failure';
import { holdWorkspace, type OpenWorkspace } from '../workspace/open-workspace';
import { openJournal } from '../workspace/journal';
import { KEPT_DAYS } from './kept-days';

const PIECE = 200;

/**
 * A generation is a database, the profile folder it lies in and the journal that belongs to it. A restore fills a new one
 * beside the live one, which stays as it is until `switchTo` names the new one in `workspace.json` in one atomic write.
 */
export interface Generation {
  readonly databaseName: string;
  readonly journalFolder: string;
  readonly profileFolder: string;
}

/**
 * A new database name, in a profile of its own: Chromium keeps all databases of a profile in one store, and where that is
 * damaged none can be opened and all may be deleted. With a journal of its own unless the live one goes on.
 */
export function newGeneration(workspace: OpenWorkspace, ownJournal: boolean): Generation {
  const id = randomUUID();
  return { databaseName: `workspace-${workspace.info.id}-${id.slice(0, 8)}`, journalFolder: ownJournal ? `journal-${id}` : workspace.file().journalFolder, profileFolder: `profile-${id}` };
}

/** Writes a journal of its own for a generation, from change-sets in order; leaves nothing when one of them cannot be written. */
export async function writeJournal(workspaceFolder: string, journalFolder: string, changeSets: AsyncIterable<ChangeSet>): Promise<Answer<{ lastSeq: number }>> {
  const folder = path.join(workspaceFolder, journalFolder);
  const journal = await openJournal(folder);
  let answer: Answer<{ lastSeq: number }> = { ok: true, value: { lastSeq: 0 } };
  try {
    let piece: ChangeSet[] = [];
    for await (const changeSet of changeSets) {
      piece.push(changeSet);
      if (piece.length < PIECE) continue;
      answer = await journal.append(piece);
      if (!answer.ok) break;
      piece = [];
    }
    if (answer.ok) answer = await journal.append(piece);
    if (answer.ok) answer = { ok: true, value: { lastSeq: journal.lastSeq } };
  } catch (error) {
    answer = { ok: false, error: failureOf(error, 'keep.damaged') };
  }
  await journal.close();
  if (!answer.ok) await rm(folder, { recursive: true, force: true });
  return answer;
}

/** The workspace as a page that fills a new generation sees it: its own database and journal, nothing else different. */
export async function viewOf(workspace: OpenWorkspace, { databaseName, journalFolder, profileFolder }: Generation): Promise<OpenWorkspace> {
  const { info } = workspace;
  const journal = journalFolder === workspace.file().journalFolder ? workspace.journal : await openJournal(path.join(info.path, journalFolder));
  await mkdir(path.join(info.path, profileFolder), { recursive: true, mode: 0o700 });
  // The lock stays with the live workspace.
  return holdWorkspace(info.path, { ...workspace.file(), databaseName, journalFolder, profileFolder, recorded: null }, journal, null, () => Promise.resolve());
}

/** From now on the workspace is this generation; the one before stays for a week. Answers the workspace to show. */
export async function switchTo(workspace: OpenWorkspace, generation: Generation, now: number): Promise<OpenWorkspace> {
  const { databaseName, journalFolder, profileFolder, replaced } = workspace.file();
  // Another journal for the same database: what it held before it must hold still.
  const recorded = generation.databaseName === databaseName ? workspace.file().recorded : null;
  await workspace.change({ ...generation, recorded, replaced: [...replaced, { databaseName, journalFolder, profileFolder, replacedAt: new Date(now).toISOString() }] });
  if (generation.journalFolder !== journalFolder) await workspace.journal.close();
  const journal = generation.journalFolder === journalFolder ? workspace.journal : await openJournal(path.join(workspace.info.path, generation.journalFolder));
  return holdWorkspace(workspace.info.path, workspace.file(), journal, null, () => workspace.unlock());
}

const isOver = ({ replacedAt }: { readonly replacedAt: string }, now: number): boolean => addDaysToInstant(replacedAt, KEPT_DAYS) <= new Date(now).toISOString();

/** Databases of generations whose week is over. Never the live one: a journal written anew leaves its database in use. */
export function expiredDatabases(workspace: OpenWorkspace, now: number): string[] {
  const { databaseName, replaced } = workspace.file();
  return replaced.filter((each) => each.databaseName !== databaseName && isOver(each, now)).map((each) => each.databaseName);
}

/**
 * The page has deleted these databases: their journals go too, and those of generations that had the live database; their
 * profiles go at an opening that finds them unused (removeLeftovers).
 */
export async function forgetGenerations(workspace: OpenWorkspace, databaseNames: readonly string[], now: number): Promise<void> {
  const { databaseName, replaced, journalFolder } = workspace.file();
  const gone = replaced.filter((each) => isOver(each, now) && (each.databaseName === databaseName || databaseNames.includes(each.databaseName)));
  if (gone.length === 0) return;
  await workspace.change({ replaced: replaced.filter((each) => !gone.includes(each)) });
  const stillUsed = new Set([journalFolder, ...workspace.file().replaced.map((each) => each.journalFolder)]);
  for (const each of gone) if (!stillUsed.has(each.journalFolder)) await rm(path.join(workspace.info.path, each.journalFolder), { recursive: true, force: true });
}
