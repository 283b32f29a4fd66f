import type { Customer } from '../../records/customer';
import type { Product } from '../../records/product';
import type { MergedNames } from '../customers/merged-names';

/** What the files of customers and products add to facts; who or what is not in them has none. */
export interface FactMasters {
  /** Class by the customer's name as counted. */
  readonly tierOf: ReadonlyMap<string, string>;
  /** Product line by the product's name or code. */
  readonly lineOf: ReadonlyMap<string, string>;
}

export const NO_MASTERS: FactMasters = { tierOf: new Map(), lineOf: new Map() };

/**
 * Merged names are one customer: its class is that of the file under the name that stays, else of the first of the merged
 * names (by id) that has one. A product is looked for by name, then by code.
 */
export function factMasters(customers: readonly Customer[], products: readonly Product[], merges: MergedNames): FactMasters {
  const tierOf = new Map<string, string>();
  const byId = customers.filter((file) => file.class !== '').sort((a, b) => (a.id < b.id ? -1 : 1));
  const isOwn = ({ name }: Customer) => !merges.has(name);
  for (const file of [...byId.filter(isOwn), ...byId.filter((one) => !isOwn(one))]) {
    const name = merges.get(file.name) ?? file.name;
    if (!tierOf.has(name)) tierOf.set(name, file.class);
  }
  const lined = products.filter(({ line }) => line !== '');
  return { tierOf, lineOf: new Map([...lined.map(({ code, line }) => [code, line] as const), ...lined.map(({ name, line }) => [name, line] as const)]) };
}
