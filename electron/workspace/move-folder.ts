import { cp, rename, rm } from 'node:fs/promises';
import { ok } from '@shared/kernel/result';
import { type Answer, errnoOf, refuse } from '../call-failure';
import { readWorkspaceFile } from './workspace-file';

/** Renames the folder, or copies it whole to another disk before the first goes. Refuses a target that exists. */
export async function moveFolder(from: string, to: string): Promise<Answer<unknown>> {
  const there = await readWorkspaceFile(to);
  if (!there.ok) return there;
  if (there.value !== null) return refuse('workspace.exists', to);
  try {
    await rename(from, to);
  } catch (error) {
    if (errnoOf(error) !== 'EXDEV') throw error;
    try {
      await cp(from, to, { recursive: true, errorOnExist: true, force: false, preserveTimestamps: true });
    } catch (cause) {
      await rm(to, { recursive: true, force: true });
      throw cause;
    }
    await rm(from, { recursive: true });
  }
  return ok({});
}
