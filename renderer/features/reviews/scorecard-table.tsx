import { IconAlertTriangle, IconListDetails } from '@tabler/icons-react';
import type { KpiResult, PersonReview, SectionResult } from '@shared/contracts/review-pack';
import { curveLine } from '@shared/domain/performance/curve-line';
import { CurveSpark } from '@renderer/charts/curve-spark';
import { useFormats } from '@renderer/i18n/use-formats';
import { useMessages } from '@renderer/i18n/use-messages';
import { Chip } from '@renderer/ui/chip';
import { FigureButton } from '@renderer/ui/figure-button';
import { formatKpi } from './kpi-format';
import { ScoreField } from './score-field';
import styles from './reviews.module.css';

interface ScorecardTableProps {
  readonly review: PersonReview;
  readonly readOnly: boolean;
  /** Answers as DraftBook.handOver asks. */
  readonly onScore: (kpiId: string, score: number | null, note: string) => Promise<number | null>;
  /** Opens the rows behind a computed KPI. */
  readonly onOpenRows: (kpi: KpiResult) => void;
}

/** The scorecard: a row a section, a row a KPI; computed ones open their rows, typed ones are fields. */
export function ScorecardTable({ review, readOnly, onScore, onOpenRows }: ScorecardTableProps) {
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
        <SectionRows key={section.sectionId} review={review} section={section} readOnly={readOnly} onScore={onScore} onOpenRows={onOpenRows} />
      ))}
    </table>
  );
}

type SectionRowsProps = ScorecardTableProps & { readonly section: SectionResult };

function SectionRows({ review, section, readOnly, onScore, onOpenRows }: SectionRowsProps) {
  const { t } = useMessages();
  const { number, percent } = useFormats();
  return (
    <tbody>
      <tr className={styles['section']}>
        <th scope="rowgroup">{section.name}</th>
        <td data-numeric>{percent(section.weight / 10_000, 0)}</td>
        <td colSpan={4} />
        <td data-numeric>{number(section.score, 2)}</td>
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
            <ComputedCells kpi={kpi} onOpenRows={onOpenRows} />
          )}
        </tr>
      ))}
    </tbody>
  );
}

function ComputedCells({ kpi, onOpenRows }: { readonly kpi: KpiResult; readonly onOpenRows: (kpi: KpiResult) => void }) {
  const { t } = useMessages();
  const formats = useFormats();
  const actual = formatKpi(kpi, kpi.actual, formats, t);
  return (
    <>
      <td data-numeric className={styles['quiet']}>{formatKpi(kpi, kpi.target, formats, t)}</td>
      <td data-numeric>{kpi.actual === null ? actual : <FigureButton name={kpi.name} onOpen={() => onOpenRows(kpi)}>{actual}</FigureButton>}</td>
      <td data-numeric className={styles['quiet']}>{formats.percent(kpi.attainment)}</td>
      <td className={styles['curve']}><CurveSpark line={curveLine(kpi.curve)} attainment={kpi.attainment} score={kpi.score} width={56} height={18} unit="px" /></td>
      <td data-numeric>{kpi.score === null ? t('reviews.skipped') : formats.number(kpi.score, 2)}</td>
      <td data-numeric>
        {kpi.actual !== null && (
          <button type="button" className={styles['link']} onClick={() => onOpenRows(kpi)}>
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
