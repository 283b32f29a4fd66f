import { access, readFile } from 'node:fs/promises';
import { errnoOf } from '../call-failure';

/** The file's text, or null where there is no such file. Throws the disk's other errors. */
export const readTextIfThere = (file: string): Promise<string | null> => ifThere(() => readFile(file, 'utf8'));

/** Whether a file or folder of this name is there. Throws the disk's other errors. */
export const isThere = async (file: string): Promise<boolean> => (await ifThere(async () => {
  await access(file);
  return true;
})) ?? false;

async function ifThere<T>(look: () => Promise<T>): Promise<T | null> {
  try {
    return await look();
  } catch (error) {
    if (errnoOf(error) === 'ENOENT') return null;
    throw error;
  }
}
