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

/** A signed review in short; `closed` is null where it pays nothing by a plan. */
interface SignedReview {
  readonly month: YearMonth;
  readonly closed: SignedMonth | null;
}

interface Read {
  readonly seq: number;
  /** By the review's id. */
  readonly signed: Map<string, SignedReview>;
}
const reads = new WeakMap<WorkbenchDatabase, Read>();

/** Every signed month that has a statement, by person, oldest first. */
export async function readSignedMonths(db: WorkbenchDatabase): Promise<Map<string, SignedMonth[]>> {
  const byPerson = new Map<string, SignedMonth[]>();
  const closed = [...(await readSigned(db)).values()].flatMap((review) => (review.closed === null ? [] : [review.closed]));
  for (const month of closed.sort((a, b) => (a.month < b.month ? -1 : 1))) byPerson.set(month.personId, [...(byPerson.get(month.personId) ?? []), month]);
  return byPerson;
}

/** Those of the months in which a review is signed, ascending. */
export async function signedAmong(db: WorkbenchDatabase, months: ReadonlySet<YearMonth>): Promise<YearMonth[]> {
  const signed = new Set(Array.from((await readSigned(db)).values(), ({ month }) => month));
  return [...months].filter((month) => signed.has(month)).sort();
}

/** Reviews are large, so only those touched since the last call are read again. */
async function readSigned(db: WorkbenchDatabase): Promise<ReadonlyMap<string, SignedReview>> {
  const before = reads.get(db);
  const { seq: since, signed } = before ?? { seq: 0, signed: new Map<string, SignedReview>() };
  const [seq, changed] = await db.transaction('r', [db.changeSets, db.reviews], async () => {
    const last = await lastSeqOf(db);
    if (last === since) return [last, []] as const;
    const touched = before === undefined ? null : await touchedReviews(db, since);
    return [last, touched === null ? await db.reviews.toArray() : (await db.reviews.bulkGet(touched)).map((review, at) => review ?? touched[at]!)] as const;
  });
  for (const review of changed) {
    const found = typeof review === 'string' ? null : signedReviewOf(review);
    if (found === null) signed.delete(typeof review === 'string' ? review : review.id);
    else signed.set(found.id, found.review);
  }
  reads.set(db, { signed, seq });
  return signed;
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

function signedReviewOf({ id, personId, state, signatures }: Review): { id: string; review: SignedReview } | null {
  const signature = state === 'signed' ? signatures.at(-1) : undefined;
  if (signature === undefined) return null;
  const { month, commission } = shortSchema.parse(signature.snapshot);
  if (commission === null) return { id, review: { month, closed: null } };
  const { plan, baseFen, payFen, lateChanges } = commission;
  const settles = lateChanges.map(({ month: of, baseFen: base, payFen: pay }) => ({ month: of, baseFen: base, payFen: pay }));
  return { id, review: { month, closed: { personId, reviewId: id, month, plan, baseFen, payFen, settles } } };
}

/** What later months settled of a closed one. */
export const settledOf = (months: readonly SignedMonth[], month: YearMonth): SignedMonth['settles'][number][] => months.flatMap(({ settles }) => settles.filter((change) => change.month === month));
