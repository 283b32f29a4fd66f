import type { Drill, DrillPage } from '@shared/contracts/drill';
import type { MergedNames } from '@shared/domain/customers/merged-names';
import type { FactMasters } from '@shared/domain/figures/fact-masters';
import type { FactSource } from '@shared/domain/figures/fact-source';
import type { Attribution, Owner } from '@shared/domain/org/attribution';

/** What the queries need of the column store: all facts that stand, by whoever earned them. */
export interface FactStore {
  /** Every owner that facts name; an attribution's spans are in this order. */
  owners(): Promise<readonly Owner[]>;
  /** Facts added up by leaf and month. The same attribution and merges (as objects) and the same rows give the same answer again. */
  facts(attribution: Attribution, merges: MergedNames): Promise<FactSource>;
  /** Rows of a drill in the order of day, number, file and line, with count and sum over all of them; `masters` only where it asks by them. */
  rows(drill: Drill, attribution: Attribution, merges: MergedNames, offset: number, limit: number, masters?: FactMasters): Promise<DrillPage>;
}
