import type { ImportField } from '../../contracts/import-run';
import type { ImportObject } from '../../records/import-object';

export type FieldKind = 'text' | 'id' | 'day' | 'money' | 'quantity' | 'share';

export interface FieldRule {
  readonly field: ImportField;
  readonly kind: FieldKind;
}

const rule = (field: ImportField, kind: FieldKind): FieldRule => ({ field, kind });

/** January … December of a table with a column per month. */
export const targetMonthFields = ['month1', 'month2', 'month3', 'month4', 'month5', 'month6', 'month7', 'month8', 'month9', 'month10', 'month11', 'month12'] as const satisfies readonly ImportField[];

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
  payments: [
    rule('paymentNumber', 'id'), rule('orderNumber', 'id'), rule('paymentDate', 'day'), rule('customer', 'text'), rule('owner', 'text'), rule('ownerId', 'id'),
    rule('amount', 'money'), rule('method', 'text'), rule('status', 'text'), rule('currency', 'text'),
  ],
  activities: [
    rule('activityId', 'id'), rule('activityDate', 'day'), rule('activityKind', 'text'), rule('customer', 'text'), rule('contact', 'text'), rule('owner', 'text'),
    rule('ownerId', 'id'), rule('subject', 'text'), rule('result', 'text'), rule('opportunityName', 'text'),
  ],
  complaints: [
    rule('complaintNumber', 'id'), rule('complaintDate', 'day'), rule('customer', 'text'), rule('owner', 'text'), rule('ownerId', 'id'), rule('product', 'text'),
    rule('category', 'text'), rule('severity', 'text'), rule('stage', 'text'), rule('resolvedOn', 'day'), rule('cause', 'text'), rule('subject', 'text'),
  ],
  surveys: [
    rule('responseId', 'id'), rule('responseDate', 'day'), rule('customer', 'text'), rule('contact', 'text'), rule('owner', 'text'), rule('ownerId', 'id'),
    rule('nps', 'quantity'), rule('csat', 'quantity'), rule('question', 'text'), rule('comment', 'text'),
  ],
  contacts: [
    rule('name', 'text'), rule('code', 'id'), rule('customer', 'text'), rule('title', 'text'), rule('phone', 'id'), rule('email', 'text'), rule('birthday', 'day'),
    rule('owner', 'text'), rule('givenName', 'text'),
  ],
  targets: [
    rule('owner', 'text'), rule('ownerId', 'id'), rule('unitPath', 'text'), rule('targetMonth', 'text'), rule('target', 'money'),
    rule('month1', 'money'), rule('month2', 'money'), rule('month3', 'money'), rule('month4', 'money'), rule('month5', 'money'), rule('month6', 'money'),
    rule('month7', 'money'), rule('month8', 'money'), rule('month9', 'money'), rule('month10', 'money'), rule('month11', 'money'), rule('month12', 'money'), rule('yearTotal', 'money'),
  ],
};

/** Every list must hold at least one mapped field (`quantity+price` = both), or the file cannot be read as that object. */
const required: Record<ImportObject, readonly (readonly string[])[]> = {
  orders: [['orderDate'], ['amount', 'quantity+price']],
  opportunities: [['stage'], ['opportunityId', 'opportunityName']],
  customers: [['name']],
  products: [['name']],
  people: [['name']],
  payments: [['paymentDate'], ['amount']],
  activities: [['activityDate'], ['customer', 'contact', 'subject', 'opportunityName']],
  complaints: [['complaintDate'], ['customer', 'complaintNumber']],
  surveys: [['responseDate'], ['nps', 'csat']],
  contacts: [['name'], ['phone', 'email', 'birthday', 'title', 'code']],
  targets: [['owner', 'ownerId'], [...targetMonthFields, 'targetMonth+target']],
};

/** Only when guessing what a file holds: a bare list of names could be anything. */
const telling: Record<ImportObject, readonly ImportField[]> = {
  orders: ['orderNumber', 'customer', 'product', 'owner'],
  opportunities: ['owner', 'customer', 'closedOn', 'createdOn', 'expectedCloseOn', 'amount', 'wonAmount'],
  customers: ['code', 'class', 'industry', 'city', 'owner'],
  products: ['code', 'line', 'price'],
  people: ['externalId', 'title', 'unitPath', 'region1', 'team1', 'manager', 'joinedOn', 'leftOn'],
  payments: ['paymentNumber', 'paymentDate', 'amount'],
  activities: ['activityId', 'activityDate', 'activityKind'],
  complaints: ['complaintNumber', 'complaintDate', 'category', 'cause'],
  surveys: ['nps', 'csat'],
  contacts: ['customer', 'name'],
  targets: [...targetMonthFields, 'targetMonth'],
};

/** The required fields that no column is mapped to, each as its alternatives joined by ` | `; [] when the file can be read. */
export function missingFields(object: ImportObject, mapped: ReadonlySet<string>): string[] {
  const has = (choice: string) => choice.split('+').every((field) => mapped.has(field));
  return required[object].filter((choices) => !choices.some(has)).map((choices) => choices.join(' | '));
}

/** True when the mapped fields are enough for this object and, of those that tell, one says so by itself. */
export const tellsObject = (object: ImportObject, mapped: ReadonlySet<string>, tells: ReadonlySet<string>): boolean =>
  missingFields(object, mapped).length === 0 && telling[object].some((field) => tells.has(field));

export function kindOf(object: ImportObject, field: ImportField): FieldKind {
  const found = importFields[object].find((entry) => entry.field === field);
  if (found === undefined) throw new RangeError(`${object} has no field ${field}`);
  return found.kind;
}
