import type { ImportField } from '../../contracts/import-run';
import type { ImportObject } from '../../records/import-object';

export type FieldKind = 'text' | 'id' | 'day' | 'money' | 'quantity' | 'share';

export interface FieldRule {
  readonly field: ImportField;
  readonly kind: FieldKind;
}

const rule = (field: ImportField, kind: FieldKind): FieldRule => ({ field, kind });

/** What a file of each object may carry, in canonical order: the order that rows are hashed in, so never re-order it. */
export const importFields: Record<ImportObject, readonly FieldRule[]> = {
  orders: [
    rule('orderNumber', 'id'), rule('lineNumber', 'id'), rule('orderDate', 'day'), rule('customer', 'text'), rule('owner', 'text'), rule('ownerId', 'id'),
    rule('product', 'text'), rule('channel', 'text'), rule('region', 'text'), rule('quantity', 'quantity'), rule('price', 'money'), rule('amount', 'money'),
    rule('margin', 'money'), rule('status', 'text'), rule('kind', 'text'), rule('currency', 'text'),
  ],
  opportunities: [
    rule('opportunityId', 'id'), rule('opportunityName', 'text'), rule('customer', 'text'), rule('owner', 'text'), rule('ownerId', 'id'), rule('product', 'text'),
    rule('stage', 'text'), rule('createdOn', 'day'), rule('closedOn', 'day'), rule('expectedCloseOn', 'day'), rule('amount', 'money'), rule('wonAmount', 'money'),
    rule('lostReason', 'text'), rule('currency', 'text'), rule('probability', 'share'), rule('leadSource', 'text'), rule('competitor', 'text'),
  ],
  customers: [rule('name', 'text'), rule('code', 'id'), rule('class', 'text'), rule('industry', 'text'), rule('city', 'text'), rule('owner', 'text')],
  products: [rule('name', 'text'), rule('code', 'id'), rule('line', 'text'), rule('price', 'money')],
  people: [
    rule('name', 'text'), rule('externalId', 'id'), rule('title', 'text'), rule('unitPath', 'text'), rule('region1', 'text'), rule('team1', 'text'),
    rule('manager', 'text'), rule('joinedOn', 'day'), rule('leftOn', 'day'), rule('effectiveFrom', 'day'),
  ],
};

/** Every list must hold at least one mapped field (`quantity+price` = both), or the file cannot be read as that object. */
const required: Record<ImportObject, readonly (readonly string[])[]> = {
  orders: [['orderDate'], ['amount', 'quantity+price']],
  opportunities: [['stage'], ['opportunityId', 'opportunityName']],
  customers: [['name']],
  products: [['name']],
  people: [['name']],
};

/** Only when guessing what a file holds: a bare list of names could be anything. */
const telling: Record<ImportObject, readonly ImportField[]> = {
  orders: ['orderNumber', 'customer', 'product', 'owner'],
  opportunities: ['owner', 'customer', 'closedOn', 'createdOn', 'expectedCloseOn', 'amount', 'wonAmount'],
  customers: ['code', 'class', 'industry', 'city', 'owner'],
  products: ['code', 'line', 'price'],
  people: ['externalId', 'title', 'unitPath', 'region1', 'team1', 'manager', 'joinedOn', 'leftOn'],
};

/** The required fields that no column is mapped to, each as its alternatives joined by ` | `; [] when the file can be read. */
export function missingFields(object: ImportObject, mapped: ReadonlySet<string>): string[] {
  const has = (choice: string) => choice.split('+').every((field) => mapped.has(field));
  return required[object].filter((choices) => !choices.some(has)).map((choices) => choices.join(' | '));
}

/** True when the mapped fields say by themselves that the file holds this object. */
export const tellsObject = (object: ImportObject, mapped: ReadonlySet<string>): boolean =>
  missingFields(object, mapped).length === 0 && telling[object].some((field) => mapped.has(field));

export function kindOf(object: ImportObject, field: ImportField): FieldKind {
  const found = importFields[object].find((entry) => entry.field === field);
  if (found === undefined) throw new RangeError(`${object} has no field ${field}`);
  return found.kind;
}
