import { z } from 'zod';
import { BACKUP_FORMAT, type BackupManifest, backupManifestSchema, backupParts } from '@shared/contracts/backup-file';
import { SCHEMA_VERSION } from '@shared/contracts/schema-version';
import { BackupFault, damaged } from './backup-fault';
import { MANIFEST_ENTRY, partEntry, sourceEntry } from './entry-name';

/** What an entry holds, decompressed: as found, or as the manifest says. `rows` = its line feeds; null where rows are packed. */
export interface FoundEntry {
  readonly name: string;
  readonly bytes: number;
  readonly rows: number | null;
  readonly sha256: string;
}

/** Enough of any version's manifest to say which app wrote it. */
const versionsSchema = z.object({ formatVersion: z.int().min(1), minReaderVersion: z.int().min(1), schemaVersion: z.int().min(1), appVersion: z.string().max(50) });

/**
 * The manifest, once everything it says is what was found. Throws `keep.newer` (detail: the app version to install), else
 * `keep.damaged` naming the entry and what is wrong with it. An older schema may lack tables that came later.
 */
export function checkManifest(text: string, found: readonly FoundEntry[], sealIntact: boolean): BackupManifest {
  const content = parseJson(text);
  const versions = versionsSchema.safeParse(content);
  const parsed = backupManifestSchema.safeParse(content);
  // What a changed byte says of versions is worth nothing.
  if (sealIntact && versions.success) {
    const { formatVersion, minReaderVersion, schemaVersion, appVersion } = versions.data;
    if (minReaderVersion > BACKUP_FORMAT || schemaVersion > SCHEMA_VERSION || (formatVersion > BACKUP_FORMAT && !parsed.success)) throw new BackupFault('keep.newer', appVersion);
  }
  if (!parsed.success) throw damaged(MANIFEST_ENTRY, content === undefined ? 'not JSON' : parsed.error.issues[0]!.path.join('.') || 'not a manifest');
  const fault = firstDifference(parsed.data, found);
  if (fault !== null) throw fault;
  if (!sealIntact) throw damaged('file', 'its checksum differs');
  return parsed.data;
}

function firstDifference(manifest: BackupManifest, found: readonly FoundEntry[]): BackupFault | null {
  const stray = Object.keys(manifest.tables).find((table) => !backupParts.some((part) => part === table));
  if (stray !== undefined) return damaged(MANIFEST_ENTRY, `unknown table ${JSON.stringify(stray.slice(0, 80))}`);
  const absent = backupParts.find((part) => !Object.hasOwn(manifest.tables, part));
  if (absent !== undefined && manifest.schemaVersion === SCHEMA_VERSION) return damaged(MANIFEST_ENTRY, `says nothing of ${absent}`);
  const expected = expectedEntries(manifest);
  const names = new Set(expected.map((each) => each.name));
  if (names.size < expected.length) return damaged(MANIFEST_ENTRY, 'names a source twice');
  const extra = found.find((each) => !names.has(each.name));
  if (extra !== undefined) return damaged(extra.name, 'is not in the manifest');
  for (const [index, each] of expected.entries()) {
    const at = found.findIndex((one) => one.name === each.name);
    if (at < 0) return damaged(each.name, 'missing');
    if (at !== index) return damaged(each.name, 'not in its place');
    const what = difference(each, found[at]!);
    if (what !== null) return damaged(each.name, what);
  }
  return null;
}

function expectedEntries(manifest: BackupManifest): FoundEntry[] {
  const parts = backupParts.flatMap((part) => {
    const table = manifest.tables[part];
    return table === undefined ? [] : [{ name: partEntry(part), ...table }];
  });
  const sources = manifest.sources.filter((each) => each.included).map(({ sha256, bytes }) => ({ name: sourceEntry(sha256), sha256, bytes, rows: null }));
  return [...parts, ...sources];
}

function difference(expected: FoundEntry, found: FoundEntry): string | null {
  if (found.bytes !== expected.bytes) return `${found.bytes} bytes, the manifest says ${expected.bytes}`;
  if (found.sha256 !== expected.sha256) return 'changed';
  if (found.rows !== null && expected.rows !== null && found.rows !== expected.rows) return `${found.rows} rows, the manifest says ${expected.rows}`;
  return null;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}
