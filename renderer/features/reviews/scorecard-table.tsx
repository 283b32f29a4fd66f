import { IconAlertTriangle, IconListDetails } from '@tabler/icons-react';
import type { KpiResult, PersonReview, SectionResult } from '@shared/contracts/review-pack';
import { type ExplainActual, explainKpiAttainment, explainKpiScore, explainSection } from '@shared/domain/performance/explain-scorecard';
import { curveLine } from '@shared/domain/performance/curve-line';
import { CurveSpark } from '@renderer/charts/curve-spark';
import { useFormats } from '@renderer/i18n/use-formats';
import { useMessages } from '@renderer/i18n/use-messages';
import { useDrill } from '@renderer/parts/drill-down';
import { Figure } from '@renderer/parts/figure';
import { Chip } from '@renderer/ui/chip';
import { formatKpi } from './kpi-format';
import { ScoreField } from './score-field';
import styles from './reviews.module.css';

interface ScorecardTableProps {
  readonly review: PersonReview;
  readonly readOnly: boolean;
  /** Answers as DraftBook.handOver asks. */
  readonly onScore: (kpiId: string, score: number | null, note: string) => Promise<number | null>;
  /** Why a computed KPI's actual is what it is, and its rows. */
  readonly explainActual: ExplainActual;
}

/** The scorecard: a row a section, a row a KPI; computed ones open their rows, typed ones are fields. */
export function ScorecardTable({ review, readOnly, onScore, explainActual }: ScorecardTableProps) {
  const { t } = useMessages();
  return (
    <table className={styles['card']} aria-label={review.name}>
      <colgroup>
        <col /><col className={styles['weight']} /><col className={styles['medium']} /><col className={styles['medium']} /><col className={styles['narrow']} /><col className={styles['curve']} /><col className={styles['narrow']} /><col className={styles['wide']} />
      </colgroup>
      <thead>
        <tr>
          <th scope="col">{t('reviews.kpi')}</th>
          <th scope="col" data-numeric>{t('reviews.weight')}</th>
          <th scope="col" data-numeric>{t('reviews.target')}</th>
          <th scope="col" data-numeric>{t('reviews.actual')}</th>
          <th scope="col" data-numeric>{t('reviews.attainment')}</th>
          <th scope="col" className={styles['curve']}>{t('reviews.curve')}</th>
          <th scope="col" data-numeric>{t('reviews.score')}</th>
          <th scope="col" data-numeric>{t('reviews.evidence')}</th>
        </tr>
      </thead>
      {review.scorecard.sections.map((section) => (
        <SectionRows key={section.sectionId} review={review} section={section} readOnly={readOnly} onScore={onScore} explainActual={explainActual} />
      ))}
    </table>
  );
}

type SectionRowsProps = ScorecardTableProps & { readonly section: SectionResult };

function SectionRows({ review, section, readOnly, onScore, explainActual }: SectionRowsProps) {
  const { t } = useMessages();
  const { number, percent } = useFormats();
  return (
    <tbody>
      <tr className={styles['section']}>
        <th scope="rowgroup">{section.name}</th>
        <td data-numeric>{percent(section.weight / 10_000, 0)}</td>
        <td colSpan={4} />
        <td data-numeric><Figure name={section.name} explain={explainSection(review, section, explainActual)} skipsTab={!readOnly}>{number(section.score, 2)}</Figure></td>
        <td data-numeric className={styles['quiet']}>{section.contribution === null ? t('reviews.skipped') : t('reviews.contribution', { value: number(section.contribution, 2) })}</td>
      </tr>
      {section.kpis.map((kpi) => (
        <tr key={kpi.kpiId}>
          <td className={styles['kpi']}>
            {kpi.name}
            {kpi.belowThreshold && <Chip tone="behind" icon={<IconAlertTriangle size={12} stroke={2.25} aria-hidden />}>{t('reviews.below')}</Chip>}
          </td>
          <td data-numeric className={styles['quiet']}>{percent(kpi.weight / 10_000, 0)}</td>
          {kpi.measure === 'manual' ? (
            <ManualCells field={`${review.month}/${review.personId}/${kpi.kpiId}`} kpi={kpi} readOnly={readOnly} onScore={onScore} />
          ) : (
            <ComputedCells review={review} kpi={kpi} explainActual={explainActual} />
          )}
        </tr>
      ))}
    </tbody>
  );
}

function ComputedCells({ review, kpi, explainActual }: Pick<ScorecardTableProps, 'review' | 'explainActual'> & { readonly kpi: KpiResult }) {
  const { t } = useMessages();
  const openDrill = useDrill();
  const formats = useFormats();
  const why = explainActual(kpi);
  return (
    <>
      <td data-numeric className={styles['quiet']}>{formatKpi(kpi, kpi.target, formats, t)}</td>
      <td data-numeric><Figure name={kpi.name} explain={why}>{formatKpi(kpi, kpi.actual, formats, t)}</Figure></td>
      <td data-numeric className={styles['quiet']}><Figure name={`${kpi.name} · ${t('definitions.kpiAttainment')}`} explain={explainKpiAttainment(review, kpi, why)}>{formats.percent(kpi.attainment)}</Figure></td>
      <td className={styles['curve']}><CurveSpark line={curveLine(kpi.curve)} attainment={kpi.attainment} score={kpi.score} width={56} height={18} unit="px" /></td>
      <td data-numeric><Figure name={`${kpi.name} · ${t('definitions.kpiScore')}`} explain={explainKpiScore(review, kpi, why)}>{kpi.score === null ? t('reviews.skipped') : formats.number(kpi.score, 2)}</Figure></td>
      <td data-numeric>
        {kpi.actual !== null && (
          <button type="button" className={styles['link']} onClick={() => openDrill(why.drill, `${review.name} · ${kpi.name}`, why)}>
            <IconListDetails size={14} stroke={1.75} aria-hidden />
            {t('reviews.rows')}
          </button>
        )}
      </td>
    </>
  );
}

function ManualCells({ field, kpi, readOnly, onScore }: { readonly field: string; readonly kpi: KpiResult; readonly readOnly: boolean; readonly onScore: ScorecardTableProps['onScore'] }) {
  return (
    <td colSpan={6}>
      <ScoreField field={field} name={kpi.name} score={kpi.score} note={kpi.note} readOnly={readOnly} onKeep={(score, note) => onScore(kpi.kpiId, score, note)} />
    </td>
  );
}
