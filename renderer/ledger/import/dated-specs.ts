import type { ImportField } from '@shared/contracts/import-run';
import type { FactObject } from '@shared/records/import-object';

/** Facts of a day whose rows need no rules of their own. */
export type DatedObject = Exclude<FactObject, 'orders' | 'opportunities'>;

export interface DatedSpec {
  /** A row's identity where it has one; without it equal rows are told apart by count. */
  readonly id: ImportField;
  /** Of every list a row must fill one field. */
  readonly needs: readonly (readonly ImportField[])[];
  /** Bounds of a number from 0, and what it must be a multiple of, in 1/10,000. */
  readonly ranges: readonly { readonly field: ImportField; readonly most: number; readonly step: number }[];
  /** The column a field is stored under where it is not the field's own name; `day` and `number` every object has. */
  readonly columns: Readonly<Partial<Record<ImportField, string>>>;
}

export const datedSpecs: Readonly<Record<DatedObject, DatedSpec>> = {
  payments: {
    id: 'paymentNumber',
    needs: [['paymentDate'], ['amount']],
    ranges: [],
    columns: { paymentNumber: 'number', paymentDate: 'day' },
  },
  activities: {
    id: 'activityId',
    needs: [['activityDate'], ['customer', 'contact', 'subject', 'result', 'opportunityName']],
    ranges: [],
    columns: { activityId: 'number', activityDate: 'day' },
  },
  complaints: {
    id: 'complaintNumber',
    needs: [['complaintDate'], ['customer', 'complaintNumber']],
    ranges: [],
    columns: { complaintNumber: 'number', complaintDate: 'day', resolvedOn: 'closeDay' },
  },
  surveys: {
    id: 'responseId',
    needs: [['responseDate'], ['nps', 'csat', 'comment']],
    // The NPS question has eleven answers; satisfaction is asked on scales of 5, 10 or 100.
    ranges: [{ field: 'nps', most: 100_000, step: 10_000 }, { field: 'csat', most: 1_000_000, step: 1 }],
    columns: { responseId: 'number', responseDate: 'day' },
  },
};
