/**
 * Names of errors by which IndexedDB, Dexie or the ledger say that what lies on the disk cannot be read. Dexie also wraps
 * them, and calls a database closed that would not open.
 */
const UNREADABLE: ReadonlySet<string> = new Set([
  'UnknownError', 'DataError', 'NotReadableError', 'NotFoundError', 'InvalidStateError', 'AbortError', 'DataCloneError', 'EncodingError',
  'OpenFailedError', 'DatabaseClosedError', 'SchemaError', 'VersionError', 'UpgradeError', 'DamagedRow',
]);

/** Why the database cannot be read, for the log; null when the error says something else (a bug). */
export function unreadableReason(cause: unknown): string | null {
  if (typeof cause !== 'object' || cause === null) return null;
  const inner: unknown = Reflect.get(cause, 'inner');
  const name = String(Reflect.get(cause, 'name'));
  if (UNREADABLE.has(name)) return `${name}: ${String(Reflect.get(cause, 'message'))}`.slice(0, 1_000);
  return inner === cause ? null : unreadableReason(inner);
}
