import { version1 } from './version-1';
import { version2 } from './version-2';
import { version3 } from './version-3';

/** Every version of the database, oldest first: version n is at n − 1. A shipped version is never edited, only followed. */
export const migrations: readonly Readonly<Record<string, string>>[] = [version1, version2, version3];
