import { z } from 'zod';
import { instantSchema, keySchema, nameSchema, textSchema } from './parts';

/** A score the manager types (0–100) with the note it rests on; a score without a note cannot be signed. */
export const manualScoreSchema = z.strictObject({ score: z.number().min(0).max(100).nullable(), note: textSchema });
export type ManualScore = z.infer<typeof manualScoreSchema>;

/** Frozen at signing and never changed again; a re-opened review gets a new revision and keeps the old. */
export const signatureSchema = z.strictObject({
  revision: z.int().min(1),
  signedBy: nameSchema,
  signedAt: instantSchema,
  /** A `PersonReview` of the review-pack contract: every figure, formula input and order line as it was signed. */
  snapshot: z.json(),
});
export type Signature = z.infer<typeof signatureSchema>;

export const reviewSchema = z.strictObject({
  /** `${cycleId}/${personId}` */
  id: keySchema,
  cycleId: keySchema,
  personId: keySchema,
  manual: z.record(z.string(), manualScoreSchema),
  /** 肯定 / 不足 / 建议 */
  praise: textSchema,
  gaps: textSchema,
  advice: textSchema,
  state: z.enum(['open', 'signed']),
  signatures: z.array(signatureSchema),
});
export type Review = z.infer<typeof reviewSchema>;
