import { type BackupPart, backupParts } from '@shared/contracts/backup-file';
import { BackupFault } from './backup-fault';

export const MANIFEST_ENTRY = 'manifest.json';
export const partEntry = (part: BackupPart): string => `parts/${part}.br`;
export const sourceEntry = (sha256: string): string => `sources/${sha256}.br`;

/** What an entry of the container holds. `unknown` = of a later version, or slipped in: never written anywhere. */
export type EntryKind = { readonly kind: 'part'; readonly part: BackupPart } | { readonly kind: 'source'; readonly sha256: string } | { readonly kind: 'manifest' } | { readonly kind: 'unknown' };

const partOfEntry = new Map(backupParts.map((part) => [partEntry(part), part]));
const knownInLowerCase = new Set([...partOfEntry.keys(), MANIFEST_ENTRY].map((name) => name.toLowerCase()));

/** The only shape any version gives its entries: at most one folder, letters and digits, one ending. */
const PLAIN_NAME = /^[a-z][A-Za-z0-9]*(\/[a-z0-9][A-Za-z0-9]*)?\.[a-z]{1,5}$/;
/** Names that Windows gives to devices whatever their ending. */
const DEVICE = /(^|\/)(con|prn|aux|nul|com\d|lpt\d)\./i;

/**
 * What the entry of that name and tar type is. Throws `keep.unsafe` for anything that could be written elsewhere than meant:
 * a path upwards or from the root, a drive or share, a link, a folder, a device, the twin of a known name in other letters.
 */
export function kindOfEntry(name: string, type: string | null): EntryKind {
  if (type !== 'file') throw unsafe(name, type ?? 'unknown type');
  const part = partOfEntry.get(name);
  if (part !== undefined) return { kind: 'part', part };
  if (name === MANIFEST_ENTRY) return { kind: 'manifest' };
  const sha256 = /^sources\/([0-9a-f]{64})\.br$/.exec(name)?.[1];
  if (sha256 !== undefined) return { kind: 'source', sha256 };
  if (!PLAIN_NAME.test(name) || DEVICE.test(name) || knownInLowerCase.has(name.toLowerCase())) throw unsafe(name, 'name');
  return { kind: 'unknown' };
}

const unsafe = (name: string, why: string) => new BackupFault('keep.unsafe', `${JSON.stringify(name.slice(0, 80))}: ${why}`);
