import type { ChartLook } from '@renderer/charts/chart-look';
import { monthlyChart } from '@renderer/charts/monthly-chart-config';
import { RadarChart } from '@renderer/charts/radar-chart';
import { SparkLine } from '@renderer/charts/spark-line';
import { VectorChart } from '@renderer/charts/vector-chart';
import type { PersonReview } from '@shared/contracts/review-pack';
import { useMemo } from 'react';
import { commissionPieces, linePieces } from './commission-pieces';
import { commentPieces } from './comment-pieces';
import { Clauses } from './page-frame';
import type { PackText } from './pack-text';
import { personFinding } from './person-finding';
import { type Chapter, type OutlineEntry, type Piece, block } from './piece';
import { scorecardPieces } from './scorecard-pieces';
import { signPieces } from './sign-pieces';

/** Order lines up to this many stand on the second page, before the signatures; more follow on pages of their own. */
const LINES_INSIDE = 14;
const HALF_WIDTH = 243.8;

export interface PersonPlace {
  readonly id: string;
  readonly number: string;
  /** The first person also opens the chapter in the bookmarks. */
  readonly outline: readonly OutlineEntry[];
}

/** A person's section: scorecard and pictures on one page; comments, commission and signatures on the next; then order lines. */
export function personChapter(review: PersonReview, { id, number, outline }: PersonPlace, text: PackText, look: ChartLook): Chapter {
  const { t } = text;
  const kicker = `${number}　${t('print.people')}`;
  const lines = review.commission?.lines.length ?? 0;
  const inside = lines <= LINES_INSIDE;
  const statement = commissionPieces(review, text, inside);
  const tail: Piece[] = inside ? [] : linePieces(review, text, true);
  return {
    id, running: t('print.runningPerson', { chapter: kicker, name: review.name }), draft: review.signed === null, outline,
    pieces: [
      block(`${id}-head`, <PersonHead review={review} id={id} kicker={kicker} text={text} />, { keepWithNext: true }),
      ...scorecardPieces(review, text),
      block(`${id}-pictures`, <PersonPictures review={review} text={text} look={look} />),
      block(`${id}-second`, <SecondHead review={review} kicker={kicker} text={text} />, { breakBefore: true, keepWithNext: true }),
      ...commentPieces(review, text),
      ...statement,
      ...signPieces(review, text),
      ...tail,
    ],
  };
}

interface HeadProps {
  readonly review: PersonReview;
  readonly kicker: string;
  readonly text: PackText;
}

function PersonHead({ review, id, kicker, text }: HeadProps & { readonly id: string }) {
  const { t, number } = text;
  const { scorecard } = review;
  const facts = [
    review.title === '' ? review.unitName : t('print.personLine', { unit: review.unitName, title: review.title }),
    review.joinedOn === null ? '' : t('print.personJoined', { day: text.day(review.joinedOn) }),
    review.managerName === '' ? '' : t('print.personManager', { name: review.managerName }),
  ].filter((fact) => fact !== '');
  return (
    <>
      <div className="person">
        <div>
          <p className="kicker">{kicker}</p>
          <h1 className="pname" id={`toc-${id}`}>{review.name}</h1>
          <p className="mut">{facts.join('　')}</p>
        </div>
        <div className="pscore">
          <div><p className="l">{t('print.score')}</p><p className="v">{number(scorecard.total, 2)}</p></div>
          <div><p className="l">{t('print.grade')}</p><p className="v">{scorecard.grade?.name ?? number(null)}</p></div>
          <div><p className="l">{t('print.multiplier')}</p><p className="v">{number(scorecard.grade?.multiplier ?? null, 1)}</p></div>
        </div>
      </div>
      <p className="pline"><Clauses of={personFinding(review, text)} /></p>
    </>
  );
}

function SecondHead({ review, kicker, text: { t, number } }: HeadProps) {
  return (
    <div className="person p2">
      <div><p className="kicker">{kicker}</p><p className="pname">{review.name}<small>{t('print.commentsTitle')}</small></p></div>
      <p className="mut">{t('print.scoreGrade', { score: number(review.scorecard.total, 2), grade: review.scorecard.grade?.name ?? number(null) })}</p>
    </div>
  );
}

function PersonPictures({ review, text, look }: { readonly review: PersonReview; readonly text: PackText; readonly look: ChartLook }) {
  const { t, number, unitName } = text;
  const axes = review.scorecard.sections.flatMap((section) => section.kpis).filter((kpi) => kpi.score !== null).map((kpi) => ({ name: kpi.name, score: kpi.score, label: number(kpi.score, 1) }));
  const config = useMemo(() => monthlyChart({ points: review.trend.map((point) => ({ ...point, lastYearFen: null, partial: false })), emphasis: review.trend.length - 1 }, look), [review, look]);
  const scores = review.trend.map((point) => point.score);
  return (
    <div className="sec cols">
      <div className="c6">
        <h2>{t('print.radarTitle')}</h2>
        <p className="sub">{t(axes.length < 3 ? 'print.radarFew' : 'print.radarNote')}</p>
        <RadarChart axes={axes} width={HALF_WIDTH} height={166} unit="pt" fontSize={7} label={t('print.radarTitle')} />
      </div>
      <div className="c6">
        <h2>{t('print.trendTitle', { n: review.trend.length })}</h2>
        <p className="sub">{t('print.trendNote', { unit: unitName })}</p>
        <VectorChart config={config} width={HALF_WIDTH} height={106} label={t('print.trendTitle', { n: review.trend.length })} />
        {scores.some((score) => score !== null) && <>
          <p className="note">{t('print.scoreTrend')}</p>
          <SparkLine values={scores} labels={scores.map((score) => number(score, 1))} width={HALF_WIDTH} height={44} unit="pt" fontSize={7} label={t('print.scoreTrend')} />
        </>}
      </div>
    </div>
  );
}

