import { rm } from 'node:fs/promises';
import { ok } from '@shared/kernel/result';
import { type Answer, refuse } from '../call-failure';
import { readWorkspaceFile } from './workspace-file';

/** What became of the folder: in the system's bin, deleted for good, or still there since the system has no bin for it. */
export type Removal = 'binned' | 'deleted' | 'noBin';

/** Puts a path into the system's bin; rejects where there is none. */
export type Bin = (folder: string) => Promise<void>;

/**
 * Takes a sample workspace's folder away, and nothing else: into the bin, or with `forever` for good. Refuses
 * `workspace.notSample` for any folder whose own file does not say that it is the sample. «noBin» leaves it as it was.
 */
export async function removeSample(folder: string, forever: boolean, bin: Bin, onNoBin: (error: unknown) => void): Promise<Answer<Removal>> {
  const file = await readWorkspaceFile(folder);
  if (!file.ok) return file;
  if (file.value?.sample !== true) return refuse('workspace.notSample');
  if (forever) {
    await rm(folder, { recursive: true, maxRetries: 3 });
    return ok('deleted');
  }
  try {
    await bin(folder);
  } catch (error) {
    onNoBin(error);
    return ok('noBin');
  }
  return ok('binned');
}
