import { SCHEMA_VERSION } from '@shared/contracts/schema-version';

/** Dexie keeps ten times its own version as the database's. */
const DEXIE_STEP = 10;

/** The schema of a stored database that this program would migrate; null for a current one, and where there is none yet. */
export function olderSchemaOf(databaseName: string, databases: readonly IDBDatabaseInfo[]): number | null {
  const stored = databases.find(({ name }) => name === databaseName)?.version;
  const schema = stored === undefined ? SCHEMA_VERSION : Math.floor(stored / DEXIE_STEP);
  return schema >= 1 && schema < SCHEMA_VERSION ? schema : null;
}
