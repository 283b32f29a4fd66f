import { IconPencil, IconSignature } from '@tabler/icons-react';
import { useEffect, useRef } from 'react';
import type { PersonReview } from '@shared/contracts/review-pack';
import { useFormats } from '@renderer/i18n/use-formats';
import { useMessages } from '@renderer/i18n/use-messages';
import { GradeMark } from './grade-mark';
import styles from './reviews.module.css';

interface ReviewListProps {
  readonly reviews: readonly PersonReview[];
  readonly pickedId: string | null;
  readonly onPick: (personId: string) => void;
}

/** People by state: still to score first, signed last; the picked one is kept in view. */
export function ReviewList({ reviews, pickedId, onPick }: ReviewListProps) {
  const { t } = useMessages();
  const groups = [
    { key: 'open', label: t('reviews.groupOpen'), icon: IconPencil, reviews: reviews.filter((review) => review.signed === null) },
    { key: 'signed', label: t('reviews.groupSigned'), icon: IconSignature, reviews: reviews.filter((review) => review.signed !== null) },
  ];
  return (
    <div>
      {groups.filter((group) => group.reviews.length > 0).map((group) => (
        <section key={group.key} aria-label={group.label}>
          <h3 className={styles['groupHead']}>
            <group.icon size={14} stroke={1.75} aria-hidden />
            {group.label}
            <span>{group.reviews.length}</span>
          </h3>
          <ul className={styles['people']}>
            {group.reviews.map((review) => (
              <PersonRow key={review.personId} review={review} picked={review.personId === pickedId} onPick={() => onPick(review.personId)} />
            ))}
          </ul>
        </section>
      ))}
    </div>
  );
}

function PersonRow({ review, picked, onPick }: { readonly review: PersonReview; readonly picked: boolean; readonly onPick: () => void }) {
  const { number } = useFormats();
  const row = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (picked) row.current?.scrollIntoView({ block: 'nearest' });
  }, [picked]);
  return (
    <li>
      <button ref={row} type="button" className={styles['personRow']} aria-current={picked || undefined} onClick={onPick}>
        <b>{review.name}</b>
        <span className={styles['unit']}>{review.unitName}</span>
        <span className={styles['num']}>{number(review.scorecard.total, 2)}</span>
        <GradeMark grade={review.scorecard.grade?.name ?? null} />
      </button>
    </li>
  );
}
