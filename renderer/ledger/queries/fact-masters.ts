import { type FactMasters, factMasters } from '@shared/domain/figures/fact-masters';
import type { Workspace } from '@renderer/data/workspace';
import type { LedgerContext } from './ledger-context';

const kept = new WeakMap<LedgerContext, Promise<FactMasters>>();

/** What the files of customers and products say, read once for as long as the context stands (any change-set ends that). */
export function readFactMasters({ db }: Workspace, context: LedgerContext): Promise<FactMasters> {
  const known = kept.get(context);
  if (known !== undefined) return known;
  const reading = Promise.all([db.customers.toArray(), db.products.toArray()]).then(([customers, products]) => factMasters(customers, products, context.merges));
  kept.set(context, reading);
  return reading;
}
