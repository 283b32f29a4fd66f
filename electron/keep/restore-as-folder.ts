import { copyFile, mkdir, rm } from 'node:fs/promises';
import path from 'node:path';
import { randomBytes, randomUUID } from 'node:crypto';
import type { BackupManifest } from '@shared/contracts/backup-file';
import { type Id, uuidV7 } from '@shared/kernel/id';
import { ok } from '@shared/kernel/result';
import { stageBackup } from '../backup/stage-backup';
import { type Answer, errnoOf, refuse } from '../call-failure';
import type { Desk } from '../desk';
import { fileNameOf } from '../files/file-name';
import { keptSource } from '../workspace/kept-sources';
import type { OpenWorkspace } from '../workspace/open-workspace';
import { type OnProgress, restoreInto } from './restore-copy';

export interface FolderOrder {
  /** Where to make it; null = beside the others, under the copy's name (or «name (2)» …). */
  readonly folder: string | null;
  /** Another name for it; null = the copy's own. */
  readonly name: string | null;
  /** The workspace whose `sources/` hold what a snapshot does not carry itself. */
  readonly sourcesOf: OpenWorkspace | null;
  readonly onProgress: OnProgress;
}

/**
 * Restores a copy as a workspace of its own. It keeps the copy's id, so that it goes on as the same workspace on another
 * machine, unless a workspace of that id is open here: then it is a duplicate and gets a new one. Nothing is left of it when
 * it cannot be finished. Answers the open workspace.
 */
export async function restoreAsFolder(desk: Desk, file: string, passphrase: string | null, order: FolderOrder): Promise<Answer<OpenWorkspace>> {
  const staging = path.join(order.folder === null ? desk.workspacesFolder : path.dirname(path.resolve(order.folder)), `.restoring-${randomUUID()}`);
  await mkdir(path.dirname(staging), { recursive: true });
  try {
    const staged = await stageBackup(file, passphrase, staging);
    if (!staged.ok) return staged;
    const { manifest } = staged.value;
    const sources = { ...staged.value.sources };
    const missing = await bringSources(manifest, sources, order.sourcesOf, staging);
    if (missing !== null) return refuse('keep.damaged', `sources/${missing}`);
    const name = order.name ?? manifest.name;
    const opened = await openNew(desk, order.folder, name, manifest);
    if (!opened.ok) return opened;
    const emptyJournal = path.join(opened.value.info.path, opened.value.file().journalFolder);
    const restored = await restoreInto(desk, opened.value, { ...staged.value, sources }, order.onProgress, true);
    if (restored.ok) {
      // The empty beginning it was made with is nobody's former state.
      await restored.value.change({ replaced: [] });
      await rm(emptyJournal, { recursive: true, force: true });
      desk.replace(restored.value);
      return restored;
    }
    await desk.release(opened.value);
    await rm(opened.value.info.path, { recursive: true, force: true });
    return restored;
  } finally {
    await rm(staging, { recursive: true, force: true });
  }
}

/** Adds the sources a snapshot only names; answers the first that is nowhere, null when all are there. */
async function bringSources(manifest: BackupManifest, sources: Record<string, string>, from: OpenWorkspace | null, staging: string): Promise<string | null> {
  await mkdir(path.join(staging, 'sources'), { recursive: true });
  for (const { sha256 } of manifest.sources) {
    if (sources[sha256] !== undefined) continue;
    if (from === null) return sha256;
    const target = path.join(staging, 'sources', sha256);
    try {
      await copyFile(keptSource(from.sourcesFolder, sha256), target);
    } catch (error) {
      if (errnoOf(error) === 'ENOENT') return sha256;
      throw error;
    }
    sources[sha256] = target;
  }
  return null;
}

async function openNew(desk: Desk, wanted: string | null, name: string, manifest: BackupManifest): Promise<Answer<OpenWorkspace>> {
  const id = desk.holds(manifest.workspaceId) ? uuidV7(Date.now(), randomBytes(10)) : (manifest.workspaceId as Id);
  if (wanted !== null) return desk.open(wanted, { name, sample: manifest.sample, id, fresh: true });
  for (let number = 1; number < 1_000; number++) {
    const folder = path.join(desk.workspacesFolder, fileNameOf(number === 1 ? name : `${name} (${number})`));
    const opened = await desk.open(folder, { name, sample: manifest.sample, id, fresh: true });
    if (opened.ok || opened.error.code !== 'workspace.exists') return opened.ok ? ok(opened.value) : opened;
  }
  return refuse('workspace.exists', name);
}
