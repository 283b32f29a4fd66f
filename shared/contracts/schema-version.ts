/** Version of everything a workspace stores. Main refuses a workspace written by a later one before its database is opened. */
export const SCHEMA_VERSION = 3;
