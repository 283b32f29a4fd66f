import { useNavigate } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { PersonReview } from '@shared/contracts/review-pack';
import type { ScorecardTemplate } from '@shared/records/scorecard-template';
import { RadarChart } from '@renderer/charts/radar-chart';
import { useFormats } from '@renderer/i18n/use-formats';
import { useMessages } from '@renderer/i18n/use-messages';
import { Pane } from '@renderer/ui/panes';
import { GradeDistribution } from './grade-distribution';
import { ScoreTrend } from './score-trend';
import styles from './reviews.module.css';

interface ReviewSideProps {
  readonly review: PersonReview;
  readonly reviews: readonly PersonReview[];
  readonly template: ScorecardTemplate;
}

/** Profile, trend, where the whole scope stands, and what the month pays. */
export function ReviewSide({ review, reviews, template }: ReviewSideProps) {
  const { t } = useMessages();
  const { number, money } = useFormats();
  const navigate = useNavigate();
  const kpis = review.scorecard.sections.flatMap((section) => section.kpis);
  const axes = kpis.map((kpi) => ({ name: kpi.name, score: kpi.score, label: number(kpi.score, 1) }));
  const scored = reviews.filter((one) => one.scorecard.grade !== null).length;
  return (
    <Pane label={t('reviews.radar')} name="reviews.side" handle="start" width={304}>
      <Block title={t('reviews.radar')}>
        <RadarChart axes={axes} width={272} height={224} unit="px" fontSize={11} label={`${t('reviews.radar')}: ${axes.map((axis) => `${axis.name} ${axis.label}`).join(', ')}`} />
      </Block>
      <Block title={t('reviews.trend')} note={t('reviews.trendNote', { count: review.trend.length })}>
        <ScoreTrend trend={review.trend} grades={template.grades} label={t('reviews.trend')} />
      </Block>
      <Block title={t('reviews.distribution')} note={t('reviews.distributionNote', { scored: number(scored), total: number(reviews.length) })}>
        <GradeDistribution reviews={reviews} grades={template.grades} picked={review.scorecard.grade?.name ?? null} />
      </Block>
      {review.commission && (
        <Block title={t('reviews.commission')}>
          <div className={styles['commission']}>
            <b>{money(review.commission.payFen, 'yuan')}</b>
            <button type="button" className={styles['link']} onClick={() => void navigate({ to: '/incentives', search: (previous: object) => ({ ...previous, person: review.personId }) })}>{t('reviews.openStatement')}</button>
          </div>
        </Block>
      )}
    </Pane>
  );
}

function Block({ title, note, children }: { readonly title: string; readonly note?: string; readonly children: ReactNode }) {
  return (
    <section className={styles['sideBlock']}>
      <h3>{title}{note !== undefined && <span>{note}</span>}</h3>
      {children}
    </section>
  );
}
