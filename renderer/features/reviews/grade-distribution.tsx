import type { PersonReview } from '@shared/contracts/review-pack';
import type { Grade } from '@shared/records/scorecard-template';
import { useMessages } from '@renderer/i18n/use-messages';
import { GradeMark } from './grade-mark';
import styles from './reviews.module.css';

/** How many of the scope stand in each grade so far; the picked person's grade is emphasised. */
export function GradeDistribution({ reviews, grades, picked }: { readonly reviews: readonly PersonReview[]; readonly grades: readonly Grade[]; readonly picked: string | null }) {
  const { t } = useMessages();
  const counts = grades.map((grade) => reviews.filter((review) => review.scorecard.grade?.name === grade.name).length);
  const most = Math.max(1, ...counts);
  return (
    <ul className={styles['distribution']}>
      {grades.map((grade, index) => (
        <li key={grade.name} data-picked={grade.name === picked || undefined}>
          <GradeMark grade={grade.name} />
          <span className={styles['distributionBar']}><i style={{ width: `${((counts[index] ?? 0) / most) * 100}%` }} /></span>
          <span className={styles['num']}>{t('reviews.people', { count: counts[index] ?? 0 })}</span>
        </li>
      ))}
    </ul>
  );
}
