import { SCHEMA_VERSION } from '@shared/contracts/schema-version';

/** Dexie keeps ten times its own version as the database's. */
const DEXIE_STEP = 10;

/**
 * The schema of a stored database that this program would migrate; null for a current one, and where there is none yet. A
 * store that cannot even be listed is damaged: null, since nothing in it can be migrated, and opening it says what is wrong.
 */
export async function olderSchemaOf(databaseName: string): Promise<number | null> {
  const stored = (await listedDatabases()).find(({ name }) => name === databaseName)?.version;
  const schema = stored === undefined ? SCHEMA_VERSION : Math.floor(stored / DEXIE_STEP);
  return schema >= 1 && schema < SCHEMA_VERSION ? schema : null;
}

async function listedDatabases(): Promise<IDBDatabaseInfo[]> {
  try {
    return await indexedDB.databases();
  } catch (cause) {
    if (cause instanceof DOMException) return [];
    throw cause;
  }
}
