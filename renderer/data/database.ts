import Dexie, { type EntityTable, type Table } from 'dexie';
import type { ChangeSet } from '@shared/records/change-set';
import { type RecordOf, type RecordTable, recordTables } from '@shared/records/record-tables';
import { migrations } from './migrations/migrations';

/** A change-set as it lies in the database; `touches` names its rows as `${table}:${id}` for the index. */
export type StoredChangeSet = ChangeSet & { readonly touches: string[] };
/** A row of the ledger's own tables: what it holds is typed in renderer/ledger. */
export interface LedgerRow {
  readonly id: string;
}

type Records<T extends RecordTable> = EntityTable<RecordOf<T>, 'id'>;

/**
 * One workspace's facts. Strict durability: a write is on the disk before it is acknowledged.
 * Only `commitChangeSet` writes here; everybody reads.
 */
export class WorkbenchDatabase extends Dexie {
  declare readonly settings: Records<'settings'>;
  declare readonly orgUnits: Records<'orgUnits'>;
  declare readonly people: Records<'people'>;
  declare readonly memberships: Records<'memberships'>;
  declare readonly identities: Records<'identities'>;
  declare readonly customers: Records<'customers'>;
  declare readonly products: Records<'products'>;
  declare readonly sourceProfiles: Records<'sourceProfiles'>;
  declare readonly importBatches: Records<'importBatches'>;
  declare readonly plans: Records<'plans'>;
  declare readonly targetRows: Records<'targetRows'>;
  declare readonly planCommits: Records<'planCommits'>;
  declare readonly scorecardTemplates: Records<'scorecardTemplates'>;
  declare readonly reviewCycles: Records<'reviewCycles'>;
  declare readonly reviews: Records<'reviews'>;
  declare readonly commissionPlans: Records<'commissionPlans'>;
  declare readonly contacts: Records<'contacts'>;
  declare readonly customerMerges: Records<'customerMerges'>;
  declare readonly importPresets: Records<'importPresets'>;
  declare readonly sourceRules: Records<'sourceRules'>;
  declare readonly actions: Records<'actions'>;
  declare readonly packExports: Records<'packExports'>;
  declare readonly savedViews: Records<'savedViews'>;
  declare readonly changeSets: Table<StoredChangeSet, number>;
  declare readonly hotSegments: EntityTable<LedgerRow, 'id'>;
  declare readonly coldSegments: EntityTable<LedgerRow, 'id'>;
  declare readonly marks: EntityTable<LedgerRow, 'id'>;
  declare readonly dictionaries: EntityTable<LedgerRow, 'id'>;

  /** `schema`: as an older version of the program made it, to copy it before it is migrated. */
  constructor(name: string, schema = migrations.length) {
    super(name, { chromeTransactionDurability: 'strict' });
    migrations.slice(0, schema).forEach((stores, index) => this.version(index + 1).stores({ ...stores }));
  }

  /** The tables of records that this schema has. */
  get recordTables(): RecordTable[] {
    return recordTables.filter((name) => this.tables.some((table) => table.name === name));
  }

  /** The table of a record by name, typed by its schema. */
  records<T extends RecordTable>(name: T): Table<RecordOf<T>, string> {
    return this.table(name);
  }
}

/** The ledger's own tables: written only within a change-set that says `ledgerTables`. */
export const ledgerTables = ['hotSegments', 'coldSegments', 'marks', 'dictionaries'] as const;
