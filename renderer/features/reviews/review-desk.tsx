import { useEffect, useMemo, useState } from 'react';
import type { Figures } from '@shared/contracts/figures';
import type { PersonReview } from '@shared/contracts/review-pack';
import { IconBulb, IconInfoCircle, IconThumbUp } from '@tabler/icons-react';
import type { YearMonth } from '@shared/kernel/month';
import type { Result } from '@shared/kernel/result';
import type { ScorecardTemplate } from '@shared/records/scorecard-template';
import { lastSeqOf } from '@renderer/data/last-seq';
import { type ReviewRefusal, setManualScore, setReviewComment } from '@renderer/data/reviews';
import { useFormats } from '@renderer/i18n/use-formats';
import { useMessages } from '@renderer/i18n/use-messages';
import { usePersonLeaves } from '@renderer/parts/use-person-leaves';
import { usePickedPerson } from '@renderer/parts/use-picked-person';
import { useWorkspace } from '@renderer/parts/workspace-context';
import { Pane, Panes } from '@renderer/ui/panes';
import { CommentField } from './comment-field';
import { DraftBook } from './draft-book';
import { explainActualOf } from './explain-actual';
import { ReviewFoot } from './review-foot';
import { ReviewHead } from './review-head';
import { ReviewList } from './review-list';
import { ReviewSide } from './review-side';
import { ScorecardTable } from './scorecard-table';
import { DeskDrafts } from './use-draft';
import styles from './reviews.module.css';

interface ReviewDeskProps {
  readonly figures: Figures;
  readonly month: YearMonth;
  /** In list order: open first, signed after; never empty. */
  readonly reviews: readonly PersonReview[];
  /** The last change-set that `reviews` are sure to know. */
  readonly revision: number;
  readonly template: ScorecardTemplate;
}

const COMMENTS = [
  { field: 'praise', icon: IconThumbUp },
  { field: 'gaps', icon: IconInfoCircle },
  { field: 'advice', icon: IconBulb },
] as const;

/** List, form and profile side by side; Alt with the arrows goes from person to person. */
export function ReviewDesk({ figures, month, reviews, revision, template }: ReviewDeskProps) {
  const { t } = useMessages();
  const { month: writeMonth, number } = useFormats();
  const workspace = useWorkspace();
  const leavesOf = usePersonLeaves();
  const { personId, pick } = usePickedPerson();
  const ordered = [...reviews.filter((review) => review.signed === null), ...reviews.filter((review) => review.signed !== null)];
  const at = Math.max(0, ordered.findIndex((review) => review.personId === personId));
  const review = ordered[at];
  const [book] = useState(() => new DraftBook());
  const drafts = useMemo(() => ({ book, revision }), [book, revision]);
  const neighbour = (by: number) => ordered[at + by] ?? null;
  const [before, after] = [neighbour(-1)?.personId, neighbour(1)?.personId];
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const target = event.key === 'ArrowUp' ? before : event.key === 'ArrowDown' ? after : undefined;
      if (!event.altKey || target === undefined || event.isComposing) return;
      event.preventDefault();
      // Leaving a field keeps it, so nothing typed is lost on the way to the next person.
      if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
      pick(target);
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, [before, after, pick]);
  if (!review) return null;

  const key = { month, personId: review.personId };
  const readOnly = review.signed !== null;
  const written = async (command: Promise<Result<null, ReviewRefusal>>) => ((await command).ok ? lastSeqOf(workspace.db) : null);
  const explainActual = explainActualOf(review, leavesOf(review.personId), figures);
  return (
    <Panes>
      <Pane title={t('reviews.listTitle', { month: writeMonth(month) })} note={t('reviews.listNote', { signed: number(reviews.filter((one) => one.signed !== null).length), total: number(reviews.length) })} name="reviews.list" width={240}>
        <ReviewList reviews={ordered} pickedId={review.personId} onPick={pick} />
      </Pane>
      <Pane label={review.name} foot={<ReviewFoot review={review} month={month} previous={neighbour(-1)} next={neighbour(1)} onPick={pick} />}>
        <div className={styles['body']} key={review.personId}>
          <ReviewHead review={review} explainActual={explainActual} />
          <DeskDrafts value={drafts}>
            <ScorecardTable review={review} readOnly={readOnly} explainActual={explainActual} onScore={(kpiId, score, note) => written(setManualScore(workspace, key, kpiId, { score, note }))} />
            <div className={styles['comments']}>
              {COMMENTS.map(({ field, icon }) => (
                <CommentField key={field} field={`${month}/${review.personId}/${field}`} label={t(`reviews.${field}`)} icon={icon} value={review[field]} readOnly={readOnly} onKeep={(text) => written(setReviewComment(workspace, key, field, text))} />
              ))}
            </div>
          </DeskDrafts>
        </div>
      </Pane>
      <ReviewSide review={review} reviews={reviews} template={template} />
    </Panes>
  );
}
