import { readFile } from 'node:fs/promises';
import type { z } from 'zod';
import { errnoOf } from '../call-failure';
import { writeAtomic } from './write-atomic';

export interface JsonFile<T> {
  read(): T;
  /** Resolves when the disk has it; writes follow each other in order. */
  write(next: T): Promise<void>;
  /** Resolves when nothing is being written any more. */
  settled(): Promise<void>;
}

/**
 * A small file of this machine's own (preferences, window, recent workspaces): read once, written whole at each change.
 * Missing, unreadable or foreign content counts as `initial`: nothing in it is worth refusing to start for.
 */
export async function openJsonFile<T>(file: string, schema: z.ZodType<T>, initial: T, onUnreadable: (reason: string) => void): Promise<JsonFile<T>> {
  let { value } = await readOr(file, schema, initial, onUnreadable);
  let writing: Promise<void> = Promise.resolve();
  return {
    read: () => value,
    write: (next) => {
      value = schema.parse(next);
      const text = `${JSON.stringify(value, null, 2)}\n`;
      const written = writing.then(async () => {
        await writeAtomic(file, text);
      });
      // The caller of this write hears of its failure; the next write still runs.
      writing = written.catch(() => undefined);
      return written;
    },
    settled: () => writing,
  };
}

async function readOr<T>(file: string, schema: z.ZodType<T>, initial: T, onUnreadable: (reason: string) => void): Promise<{ value: T }> {
  try {
    return { value: schema.parse(JSON.parse(await readFile(file, 'utf8'))) };
  } catch (error) {
    if (errnoOf(error) !== 'ENOENT') onUnreadable(`${file}: ${error instanceof Error ? error.message : String(error)}`);
    return { value: initial };
  }
}
