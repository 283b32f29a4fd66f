import { mkdir, rename, rm } from 'node:fs/promises';
import { createReadStream } from 'node:fs';
import { randomUUID } from 'node:crypto';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { type BackupContent, backupContentSchema, type BackupManifest, backupParts } from '@shared/contracts/backup-file';
import type { HeadlessCommand } from '@shared/contracts/headless-command';
import type { WorkbenchEvents } from '@shared/contracts/workbench-calls';
import { ok } from '@shared/kernel/result';
import { type ChangeSet, changeSetSchema } from '@shared/records/change-set';
import { stageBackup, type StagedBackup } from '../backup/stage-backup';
import { type Answer, refuse } from '../call-failure';
import type { Desk } from '../desk';
import { syncFolder } from '../files/write-atomic';
import { runInHiddenPage } from '../headless/command-run';
import { keptSource } from '../workspace/kept-sources';
import type { OpenWorkspace } from '../workspace/open-workspace';
import { type Generation, newGeneration, switchTo, viewOf, writeJournal } from './generation';

export type OnProgress = (progress: WorkbenchEvents['keep.progress']) => void;

/** Unpacks and verifies a copy inside the workspace's folder while `work` uses it; removed afterwards, whatever happens. */
export async function withStaged<T>(workspace: OpenWorkspace, file: string, passphrase: string | null, work: (staged: StagedBackup) => Promise<Answer<T>>): Promise<Answer<T>> {
  const folder = path.join(workspace.info.path, `restoring-${randomUUID()}`);
  try {
    const staged = await stageBackup(file, passphrase, folder);
    return staged.ok ? await work(staged.value) : staged;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/**
 * Makes a workspace what a verified copy holds: a new database and journal are filled beside the live ones, compared with the
 * copy's own hash, and only then named in `workspace.json`. Until that moment nothing of the live workspace is touched.
 * Answers the workspace to show. Refuses `keep.differs` when the restored database comes to another hash. `isNew` = the
 * workspace has just been made: its profile is empty and used.
 */
export async function restoreInto(desk: Desk, workspace: OpenWorkspace, staged: StagedBackup, onProgress: OnProgress, isNew = false): Promise<Answer<OpenWorkspace>> {
  const generation = { ...newGeneration(workspace, true), ...(isNew ? { profileFolder: workspace.file().profileFolder } : {}) };
  const journal = await writeJournal(workspace.info.path, generation.journalFolder, changeSetsOf(staged));
  if (!journal.ok) return journal;
  await keepSources(workspace, staged);
  const filled = await fill(desk, workspace, generation, staged, { replay: false, scratch: false }, onProgress);
  const compared = filled.ok ? sameContent(filled.value, staged.manifest) : filled;
  if (!compared.ok) {
    await rm(path.join(workspace.info.path, generation.journalFolder), { recursive: true, force: true });
    return compared;
  }
  return ok(await switchTo(workspace, generation, Date.now()));
}

/**
 * A new generation from a copy (null: from nothing), then the workspace's journal and stored sources on top. A damaged journal
 * is replaced by what the copy and its readable beginning still tell. Answers the workspace to show.
 */
export async function rebuild(desk: Desk, workspace: OpenWorkspace, staged: StagedBackup | null, onProgress: OnProgress): Promise<Answer<OpenWorkspace>> {
  const damaged = workspace.journal.damage !== null;
  const readable = workspace.journal.lastSeq;
  const generation = newGeneration(workspace, damaged);
  if (damaged) {
    const fromCopy = staged !== null && staged.manifest.journalSeq >= readable;
    const journal = await writeJournal(workspace.info.path, generation.journalFolder, fromCopy ? changeSetsOf(staged) : changeSetsIn(workspace));
    if (!journal.ok) return journal;
  }
  if (staged !== null) await keepSources(workspace, staged);
  const filled = await fill(desk, workspace, generation, staged, { replay: true, scratch: false }, onProgress);
  if (!filled.ok) {
    if (damaged) await rm(path.join(workspace.info.path, generation.journalFolder), { recursive: true, force: true });
    return filled;
  }
  return ok(await switchTo(workspace, generation, Date.now()));
}

/** Restores a copy into a database that is deleted again: proves that it could be done. */
export async function drillCopy(desk: Desk, workspace: OpenWorkspace, staged: StagedBackup, onProgress: OnProgress): Promise<Answer<unknown>> {
  const filled = await fill(desk, workspace, { ...newGeneration(workspace, false), databaseName: `drill-${randomUUID()}`, profileFolder: workspace.file().profileFolder }, staged, { replay: false, scratch: true }, onProgress);
  return filled.ok ? sameContent(filled.value, staged.manifest) : filled;
}

function sameContent(content: BackupContent, manifest: BackupManifest): Answer<unknown> {
  return content.canonicalHash === manifest.canonicalHash ? ok({}) : refuse('keep.differs', `${content.canonicalHash.slice(0, 12)} / ${manifest.canonicalHash.slice(0, 12)}`);
}

/** A hidden page fills the generation's database; answers what it came to. */
async function fill(desk: Desk, workspace: OpenWorkspace, generation: Generation, staged: StagedBackup | null, how: { replay: boolean; scratch: boolean }, onProgress: OnProgress): Promise<Answer<BackupContent>> {
  const view = await viewOf(workspace, generation);
  const session = desk.sessionFor(view);
  const parts: Extract<HeadlessCommand, { name: 'restore' }>['parts'] = [];
  for (const part of backupParts) {
    if (staged !== null) parts.push({ part, rows: staged.manifest.tables[part]?.rows ?? 0, file: await desk.files.tokens.issue(session, staged.parts[part]) });
  }
  onProgress({ stage: how.replay ? 'replaying' : 'restoring', done: 0, total: 1 });
  try {
    const run = await runInHiddenPage(desk, view, { name: 'restore', databaseName: generation.databaseName, parts, ...how });
    if (!run.ok) return refuse('call.failed', run.error);
    onProgress({ stage: 'comparing', done: 1, total: 1 });
    return ok(backupContentSchema.parse(run.value));
  } finally {
    if (view.journal !== workspace.journal) await view.journal.close();
  }
}

/** Puts the copy's own source files among the workspace's; those already there are the same bytes by name. */
async function keepSources({ sourcesFolder }: OpenWorkspace, staged: StagedBackup): Promise<void> {
  await mkdir(sourcesFolder, { recursive: true, mode: 0o700 });
  for (const [sha256, file] of Object.entries(staged.sources)) await rename(file, keptSource(sourcesFolder, sha256));
  if (Object.keys(staged.sources).length > 0) await syncFolder(sourcesFolder);
}

/** The copy's change-sets in order. Throws when a line is not one. */
async function* changeSetsOf(staged: StagedBackup): AsyncIterable<ChangeSet> {
  for await (const line of createInterface({ input: createReadStream(staged.parts.changeSets), crlfDelay: Infinity })) {
    if (line !== '') yield changeSetSchema.parse(JSON.parse(line));
  }
}

/** What can be read of the workspace's own journal. */
async function* changeSetsIn({ journal }: OpenWorkspace): AsyncIterable<ChangeSet> {
  for (let after = 0; after < journal.lastSeq; ) {
    const piece = await journal.read(after);
    if (piece.length === 0) return;
    yield* piece;
    after = piece.at(-1)!.seq;
  }
}
