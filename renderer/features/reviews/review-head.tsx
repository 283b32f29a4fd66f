import type { PersonReview } from '@shared/contracts/review-pack';
import { type ExplainActual, explainGrade, explainTotal } from '@shared/domain/performance/explain-scorecard';
import { day } from '@shared/kernel/day';
import { useFormats } from '@renderer/i18n/use-formats';
import { useMessages } from '@renderer/i18n/use-messages';
import { Figure } from '@renderer/parts/figure';
import { GradeMark } from './grade-mark';
import styles from './reviews.module.css';

/** Who is reviewed, and what it comes to: total, grade, multiplier. */
export function ReviewHead({ review, explainActual }: { readonly review: PersonReview; readonly explainActual: ExplainActual }) {
  const { t } = useMessages();
  const { number, fullDay } = useFormats();
  const { total, grade, rebased } = review.scorecard;
  return (
    <header className={styles['head']}>
      <div className={styles['who']}>
        <h2>{review.name}</h2>
        <p>
          {[
            review.unitName,
            review.title,
            review.joinedOn === null ? '' : t('reviews.joined', { date: fullDay(day(review.joinedOn)) }),
            review.managerName === '' ? '' : t('reviews.manager', { name: review.managerName }),
          ].filter((part) => part !== '').join(' · ')}
        </p>
        {review.signed && <p>{t('reviews.signedBy', { name: review.signed.signedBy, date: fullDay(day(review.signed.signedAt.slice(0, 10))), revision: review.signed.revision })}</p>}
        {rebased && <p className={styles['rebased']}>{t('reviews.rebased')}</p>}
      </div>
      <div className={styles['total']}>
        <span>{t('reviews.total')}</span>
        <b><Figure name={t('reviews.total')} explain={explainTotal(review, explainActual)}>{number(total, 2)}</Figure></b>
      </div>
      <GradeMark grade={grade?.name ?? null} large />
      {grade && (
        <div className={styles['gradeNote']}>
          <span><Figure name={t('definitions.grade')} explain={explainGrade(review, explainActual)}>{t('reviews.multiplier', { value: number(grade.multiplier, 1) })}</Figure></span>
          <span>{grade.from === null ? t('reviews.gradeLowest') : t('reviews.gradeRange', { from: number(grade.from) })}</span>
        </div>
      )}
    </header>
  );
}
