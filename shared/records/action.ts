import { z } from 'zod';
import { daySchema, idSchema, keySchema, nameSchema, textSchema } from './parts';

/** What an action is about, for the way back to it. `id`: a person, a node and fiscal year, a review, a customer's name. */
export const actionSubjectSchema = z.strictObject({ kind: z.enum(['person', 'target', 'review', 'customer']), id: keySchema });

/**
 * Something agreed to be done: one concept for targets, reviews and everything else that ends in «who does what by when».
 * An open action stays on the list, whatever month it is, until it is done or dropped.
 */
export const actionSchema = z.strictObject({
  id: idSchema,
  title: nameSchema,
  /** The person who does it; null = the manager. */
  ownerId: keySchema.nullable(),
  /** A week's action hangs under a month's, a day's under a week's. */
  span: z.enum(['month', 'week', 'day']),
  parentId: idSchema.nullable(),
  about: actionSubjectSchema.nullable(),
  dueOn: daySchema,
  /** As first agreed: done on time means by this day, however often it was put off. */
  agreedOn: daySchema,
  /** By what it is seen to be done; '' = the title says it. */
  criterion: textSchema,
  status: z.enum(['open', 'done', 'dropped']),
  /** When it was done or dropped; null while open. */
  closedOn: daySchema.nullable(),
});
export type Action = z.infer<typeof actionSchema>;
