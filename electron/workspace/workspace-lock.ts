import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { link, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import process from 'node:process';
import { z } from 'zod';
import { ok } from '@shared/kernel/result';
import { type Answer, errnoOf, refuse } from '../call-failure';
import { readTextIfThere } from '../files/read-if-there';

const holderSchema = z.object({ pid: z.int().min(1), startedAt: z.string() });
type Holder = z.infer<typeof holderSchema>;

/**
 * Takes `workspace.lock` for this process, or says who holds it (`workspace.locked`, detail: the process id).
 * A lock left by a process that is gone, or whose number belongs to another one by now, is taken over.
 * Answers how to let go.
 */
export async function lockWorkspace(folder: string): Promise<Answer<() => Promise<void>>> {
  const lock = path.join(folder, 'workspace.lock');
  const mine = JSON.stringify({ pid: process.pid, startedAt: startOf(process.pid) ?? '' } satisfies Holder);
  for (let attempt = 0; attempt < 5; attempt++) {
    try {
      await writeFile(lock, mine, { flag: 'wx', mode: 0o600 });
      return ok(() => rm(lock, { force: true }));
    } catch (error) {
      if (errnoOf(error) !== 'EEXIST') throw error;
    }
    const found = await readTextIfThere(lock);
    if (found === null) continue;
    const holder = parseHolder(found);
    if (holder && isAlive(holder)) return refuse('workspace.locked', String(holder.pid));
    await putAside(lock, found);
  }
  return refuse('workspace.locked', 'unknown');
}

/** Removes exactly the stale lock that was read; one that somebody took meanwhile is put back. */
async function putAside(lock: string, stale: string): Promise<void> {
  const aside = `${lock}.${randomUUID()}`;
  try {
    await rename(lock, aside);
  } catch (error) {
    if (errnoOf(error) === 'ENOENT') return;
    throw error;
  }
  if ((await readTextIfThere(aside)) !== stale) await link(aside, lock);
  await rm(aside, { force: true });
}

/** A half-written lock is nobody's: its writer died in the act. */
function parseHolder(text: string): Holder | null {
  try {
    return holderSchema.parse(JSON.parse(text));
  } catch (error) {
    if (error instanceof SyntaxError || error instanceof z.ZodError) return null;
    throw error;
  }
}

function isAlive(holder: Holder): boolean {
  try {
    process.kill(holder.pid, 0);
  } catch (error) {
    if (errnoOf(error) === 'ESRCH') return false;
  }
  const start = startOf(holder.pid);
  return start === null || holder.startedAt === '' || start === holder.startedAt;
}

/** When a process began, in the kernel's own count, so that a reused number is told apart; null where it cannot be asked. */
function startOf(pid: number): string | null {
  if (process.platform !== 'linux') return null;
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const boot = readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim();
    return `${boot}/${stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? ''}`;
  } catch (error) {
    if (errnoOf(error) === null) throw error;
    return null;
  }
}
