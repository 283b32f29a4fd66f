import { z } from 'zod';
import { type LateChange, type PersonReview, lateChangeSchema, personReviewSchema } from '@shared/contracts/review-pack';
import type { ClosedMonth } from '@shared/domain/commission/late-changes';
import type { YearMonth } from '@shared/kernel/month';
import { commissionPlanSchema } from '@shared/records/commission-plan';
import { fenSchema, monthSchema } from '@shared/records/parts';
import type { Review } from '@shared/records/review';
import type { WorkbenchDatabase } from '@renderer/data/database';
import { lastSeqOf } from '@renderer/data/last-seq';

/** A person's signed month that has a statement, in short; its lines stay in the review. */
export interface SignedMonth extends ClosedMonth {
  readonly personId: string;
  readonly reviewId: string;
  /** What this month's statement settled of earlier ones. */
  readonly settles: readonly Pick<LateChange, 'month' | 'baseFen' | 'payFen'>[];
}

interface Read {
  seq: number;
  readonly months: Map<string, SignedMonth>;
}
const reads = new WeakMap<WorkbenchDatabase, Read>();

/** Every signed month by person, oldest first. Reviews are large, so only those touched since the last call are read again. */
export async function readSignedMonths(db: WorkbenchDatabase): Promise<Map<string, SignedMonth[]>> {
  const before = reads.get(db);
  const read: Read = before ?? { seq: 0, months: new Map() };
  const [seq, changed] = await db.transaction('r', [db.changeSets, db.reviews], async () => {
    const last = await lastSeqOf(db);
    if (last === read.seq) return [last, []] as const;
    const touched = before === undefined ? null : await touchedReviews(db, read.seq);
    return [last, touched === null ? await db.reviews.toArray() : (await db.reviews.bulkGet(touched)).map((review, at) => review ?? touched[at]!)] as const;
  });
  for (const review of changed) {
    const month = typeof review === 'string' ? null : signedMonth(review);
    if (month === null) read.months.delete(typeof review === 'string' ? review : review.id);
    else read.months.set(month.reviewId, month);
  }
  reads.set(db, { ...read, seq });
  const byPerson = new Map<string, SignedMonth[]>();
  for (const month of [...read.months.values()].sort((a, b) => (a.month < b.month ? -1 : 1))) byPerson.set(month.personId, [...(byPerson.get(month.personId) ?? []), month]);
  return byPerson;
}

async function touchedReviews(db: WorkbenchDatabase, since: number): Promise<string[]> {
  const changeSets = await db.changeSets.where('seq').above(since).toArray();
  return [...new Set(changeSets.flatMap(({ changes }) => changes.flatMap(({ table, id }) => (table === 'reviews' ? [id] : []))))];
}

/** The review exactly as it was signed last; null while it is open. */
export function signedReview(review: Review | undefined): PersonReview | null {
  const signature = review?.state === 'signed' ? review.signatures.at(-1) : undefined;
  return signature ? personReviewSchema.parse(signature.snapshot) : null;
}

/** The few fields that are needed of every signed month; its many lines are not looked at. */
const shortSchema = z.object({ month: monthSchema, commission: z.object({ plan: commissionPlanSchema, baseFen: fenSchema, payFen: fenSchema, lateChanges: z.array(lateChangeSchema.omit({ lines: true }).loose()).default([]) }).nullable() });

function signedMonth({ id, personId, state, signatures }: Review): SignedMonth | null {
  const signature = state === 'signed' ? signatures.at(-1) : undefined;
  if (signature === undefined) return null;
  const { month, commission } = shortSchema.parse(signature.snapshot);
  if (commission === null) return null;
  const { plan, baseFen, payFen, lateChanges } = commission;
  return { personId, reviewId: id, month, plan, baseFen, payFen, settles: lateChanges.map(({ month: of, baseFen: base, payFen: pay }) => ({ month: of, baseFen: base, payFen: pay })) };
}

/** What later months settled of a closed one. */
export const settledOf = (months: readonly SignedMonth[], month: YearMonth): SignedMonth['settles'][number][] => months.flatMap(({ settles }) => settles.filter((change) => change.month === month));
