import { IconPencil, IconSignature } from '@tabler/icons-react';
import { memo, useEffect, useRef } from 'react';
import type { PersonReview } from '@shared/contracts/review-pack';
import { useFormats } from '@renderer/i18n/use-formats';
import { useMessages } from '@renderer/i18n/use-messages';
import { useGrowing } from '@renderer/ui/use-growing';
import { useSteady } from '@renderer/ui/use-steady';
import { GradeMark } from './grade-mark';
import styles from './reviews.module.css';

interface ReviewListProps {
  readonly reviews: readonly PersonReview[];
  readonly pickedId: string | null;
  readonly onPick: (personId: string) => void;
}

/** Rows drawn after the picked one. */
const AROUND = 30;

/** People by state: still to score first, signed last; the picked one is kept in view. */
export function ReviewList({ reviews, pickedId, onPick }: ReviewListProps) {
  const { t } = useMessages();
  const pick = useSteady(onPick);
  const inOrder = [...reviews.filter((review) => review.signed === null), ...reviews.filter((review) => review.signed !== null)];
  const drawn = useGrowing(inOrder.length, inOrder.findIndex((review) => review.personId === pickedId) + AROUND);
  const shown = inOrder.slice(0, drawn);
  const groups = [
    { key: 'open', label: t('reviews.groupOpen'), icon: IconPencil, count: reviews.filter((review) => review.signed === null).length, reviews: shown.filter((review) => review.signed === null) },
    { key: 'signed', label: t('reviews.groupSigned'), icon: IconSignature, count: reviews.filter((review) => review.signed !== null).length, reviews: shown.filter((review) => review.signed !== null) },
  ];
  return (
    <div>
      {groups.filter((group) => group.reviews.length > 0).map((group) => (
        <section key={group.key} aria-label={group.label}>
          <h3 className={styles['groupHead']}>
            <group.icon size={14} stroke={1.75} aria-hidden />
            {group.label}
            <span>{group.count}</span>
          </h3>
          <ul className={styles['people']}>
            {group.reviews.map((review) => (
              <PersonRow key={review.personId} review={review} picked={review.personId === pickedId} onPick={pick} />
            ))}
          </ul>
        </section>
      ))}
    </div>
  );
}

const PersonRow = memo(function PersonRow({ review, picked, onPick }: { readonly review: PersonReview; readonly picked: boolean; readonly onPick: (personId: string) => void }) {
  const { number } = useFormats();
  const row = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (picked) row.current?.scrollIntoView({ block: 'nearest' });
  }, [picked]);
  return (
    <li>
      <button ref={row} type="button" className={styles['personRow']} aria-current={picked || undefined} onClick={() => onPick(review.personId)}>
        <b>{review.name}</b>
        <span className={styles['unit']}>{review.unitName}</span>
        <span className={styles['num']}>{number(review.scorecard.total, 2)}</span>
        <GradeMark grade={review.scorecard.grade?.name ?? null} />
      </button>
    </li>
  );
});
