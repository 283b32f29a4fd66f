import type { PersonReview } from '@shared/contracts/review-pack';
import { checkReview } from '@shared/domain/performance/check-review';
import type { YearMonth } from '@shared/kernel/month';
import { type Result, err, ok } from '@shared/kernel/result';
import type { ChangeSet } from '@shared/records/change-set';
import type { ManualScore, Review } from '@shared/records/review';
import type { ReviewCycle } from '@shared/records/review-cycle';
import { type ChangeWriter } from './change-writer';
import { commitChangeSet } from './change-sets';
import { cycleIdOf, emptyReview } from './review-cycles';
import type { Workspace } from './workspace';

export type ReviewRefusal =
  | 'review.noCycle' | 'review.unknownPerson' | 'review.unknownKpi' | 'review.scoreOutOfRange'
  | 'review.signed' | 'review.notSigned' | 'review.notReady' | 'review.stale';

/** Whose review, of which month. */
export interface ReviewKey {
  readonly month: YearMonth;
  readonly personId: string;
}

type Edit = (review: Review, cycle: ReviewCycle, writer: ChangeWriter) => Promise<Review | ReviewRefusal> | Review | ReviewRefusal;

/** Types a manual KPI's score (0–100, null takes it back) with the note it rests on. */
export function setManualScore(ws: Workspace, key: ReviewKey, kpiId: string, { score, note }: ManualScore): Promise<Result<null, ReviewRefusal>> {
  return editReview(ws, key, { kind: 'edit', label: 'review_score' }, async (review, cycle, writer) => {
    if (review.state === 'signed') return 'review.signed';
    const template = await writer.get('scorecardTemplates', cycle.templateId);
    const kpi = template?.sections.flatMap(({ kpis }) => kpis).find(({ id }) => id === kpiId);
    if (kpi?.measure !== 'manual') return 'review.unknownKpi';
    if (score !== null && !(score >= 0 && score <= 100)) return 'review.scoreOutOfRange';
    return { ...review, manual: { ...review.manual, [kpiId]: { score, note } } };
  });
}

/** Writes 肯定, 不足 or 建议. */
export function setReviewComment(ws: Workspace, key: ReviewKey, field: 'praise' | 'gaps' | 'advice', text: string): Promise<Result<null, ReviewRefusal>> {
  return editReview(ws, key, { kind: 'edit', label: 'review_comment' }, (review) => (review.state === 'signed' ? 'review.signed' : { ...review, [field]: text }));
}

/**
 * Signs what the manager sees: the review as the ledger computed it is frozen whole, and nothing later changes it.
 * Refused while something is missing (see checkReview), and as stale if scores, notes, comments or template were changed
 * after it was computed. Signing again after a re-opening adds the next revision; earlier ones stay.
 */
export function signReview(ws: Workspace, seen: PersonReview): Promise<Result<null, ReviewRefusal>> {
  return editReview(ws, { month: seen.month, personId: seen.personId }, { kind: 'sign', label: 'review_sign' }, async (review, cycle, writer) => {
    if (review.state === 'signed') return 'review.signed';
    if (!isAsStored(seen, review, cycle)) return 'review.stale';
    if (checkReview(seen).length > 0) return 'review.notReady';
    const settings = await writer.get('settings', 'settings');
    if (!settings) throw new Error('A workspace without settings has no hand to sign with');
    const signed = { revision: review.signatures.length + 1, signedBy: settings.actor, signedAt: new Date(ws.now()).toISOString() };
    return { ...review, state: 'signed', signatures: [...review.signatures, { ...signed, snapshot: { ...seen, signed } }] };
  });
}

/** Opens a signed review for changes; what was signed is kept as its revision. */
export function reopenReview(ws: Workspace, key: ReviewKey): Promise<Result<null, ReviewRefusal>> {
  return editReview(ws, key, { kind: 'reopen', label: 'review_reopen' }, (review) => (review.state === 'signed' ? { ...review, state: 'open' } : 'review.notSigned'));
}

/** One change-set for one review; a person who joined the organisation after the cycle was opened gets an empty one. */
async function editReview(ws: Workspace, { month, personId }: ReviewKey, { kind, label }: { kind: ChangeSet['kind']; label: string }, edit: Edit): Promise<Result<null, ReviewRefusal>> {
  const person = await ws.db.people.get(personId);
  if (!person) return err('review.unknownPerson');
  let refusal = null as ReviewRefusal | null;
  await commitChangeSet(ws, { kind, label: { key: label, params: { name: person.name, month } } }, async (writer) => {
    const cycle = await writer.get('reviewCycles', cycleIdOf(month));
    if (!cycle) {
      refusal = 'review.noCycle';
      return;
    }
    const empty = emptyReview(cycle.id, personId);
    const edited = await edit((await writer.get('reviews', empty.id)) ?? empty, cycle, writer);
    if (typeof edited === 'string') refusal = edited;
    else await writer.put('reviews', edited);
  });
  return refusal === null ? ok(null) : err(refusal);
}

function isAsStored(seen: PersonReview, review: Review, cycle: ReviewCycle): boolean {
  const typed = seen.scorecard.sections.flatMap(({ kpis }) => kpis).filter(({ measure }) => measure === 'manual');
  return (
    seen.scorecard.templateId === cycle.templateId &&
    seen.praise === review.praise &&
    seen.gaps === review.gaps &&
    seen.advice === review.advice &&
    typed.every(({ kpiId, actual, note }) => actual === (review.manual[kpiId]?.score ?? null) && note === (review.manual[kpiId]?.note ?? ''))
  );
}
