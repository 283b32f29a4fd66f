import { CurveSpark } from '@renderer/charts/curve-spark';
import type { KpiResult, PersonReview, SectionResult } from '@shared/contracts/review-pack';
import { curveLine } from '@shared/domain/performance/curve-line';
import { fen } from '@shared/kernel/fen';
import { splitByLargestRemainder } from '@shared/kernel/rounding';
import { SectionHead } from './page-frame';
import type { PackText } from './pack-text';
import { type PackTable, type Piece, block, row } from './piece';

/** A note longer than this is cut: the row must stay on its page. */
const NOTE = 160;
const WEIGHT_WHOLE = 10_000;

/** A KPI's figure in its own unit; an unknown one is –. */
export function kpiFigure(kpi: Pick<KpiResult, 'measure'>, value: number | null, text: PackText): string {
  if (value === null) return text.number(null);
  switch (kpi.measure) {
    case 'planAttainment':
    case 'netSales':
    case 'wonValue':
      return text.amount(value);
    case 'winRate':
    case 'marginRate':
    case 'returnRate':
      return text.percent(value);
    case 'wonCount':
      return text.number(value);
    case 'cycleDays':
    case 'manual':
      return text.number(value, 1);
  }
}

const weightText = (weight: number, text: PackText) => text.percent(weight / WEIGHT_WHOLE).replace('.0%', '%');

/** The scorecard: sections with their KPIs, the curve behind each score, the weighted sum. */
export function scorecardPieces(review: PersonReview, text: PackText): Piece[] {
  const { t, number } = text;
  const { scorecard } = review;
  const id = `score-${review.personId}`;
  const table: PackTable = {
    id, className: 'fixed score m', columns: ['56', '13', '22', '22', '33', '14', ''],
    head: (
      <tr>
        <th>{t('print.sectionKpi')}</th><th className="n">{t('print.weight')}</th><th className="n">{t('print.target')}</th><th className="n">{t('print.actual')}</th>
        <th className="gap">{t('print.curve')}</th><th className="n">{t('print.points100')}</th><th className="n">{t('print.weighted')}</th>
      </tr>
    ),
  };
  const note = t('print.scorecardNote', { name: scorecard.templateName, version: scorecard.templateVersion });
  return [
    block(`${id}-head`, <SectionHead title={t('print.scorecardTitle')} note={scorecard.rebased ? [note, t('print.scorecardRebased')].join(text.language === 'en' ? ' ' : '') : note} />, { keepWithNext: true }),
    ...scorecard.sections.flatMap((section) => sectionRows(section, table, id, text)),
    row(table, `${id}-total`, <><td>{t('print.score')}</td><td className="n">{weightText(scorecard.sections.reduce((sum, section) => sum + section.weight, 0), text)}</td><td colSpan={4} aria-hidden /><td className="n">{number(scorecard.total, 2)}</td></>, { className: 'sum' }),
  ];
}

function sectionRows(section: SectionResult, table: PackTable, id: string, text: PackText): Piece[] {
  const { t, number } = text;
  const weighted = weightedScores(section);
  return [
    row(table, `${id}-${section.sectionId}`, <><td>{section.name}</td><td className="n">{weightText(section.weight, text)}</td><td colSpan={3} aria-hidden /><td className="n">{number(section.score, 2)}</td><td className="n">{number(section.contribution, 2)}</td></>, { className: 'grp', keepWithNext: true }),
    ...section.kpis.map((kpi, index) => row(table, `${id}-${section.sectionId}-${kpi.kpiId}`, <>
      <td className="i1">{kpi.name}{kpi.belowThreshold && <span className="flag">{t('print.belowThreshold')}</span>}{kpi.note !== '' && <span className="kpi-note">{kpi.note.length > NOTE ? `${kpi.note.slice(0, NOTE)}…` : kpi.note}</span>}</td>
      <td className="n">{weightText(kpi.weight, text)}</td>
      <td className="n">{kpiFigure(kpi, kpi.target, text)}</td><td className="n">{kpiFigure(kpi, kpi.actual, text)}</td>
      <td className="gap">{kpi.curve.kind === 'manual' ? <span className="cv">{t('print.curveManual')}</span> : <span className="spark"><CurveSpark line={curveLine(kpi.curve)} attainment={kpi.attainment} score={kpi.score} width={30} height={10} unit="pt" /></span>}</td>
      <td className="n">{number(kpi.score, 2)}</td><td className="n">{number(weighted[index] ?? null, 2)}</td>
    </>)),
  ];
}

/** What each KPI adds to the total: the section's contribution in parts that foot to it, by score × weight; null where not scored. */
export function weightedScores({ contribution, kpis }: SectionResult): (number | null)[] {
  const scored = kpis.filter((kpi) => kpi.score !== null);
  if (contribution === null || scored.length === 0) return kpis.map(() => null);
  const parts = splitByLargestRemainder(fen(Math.round(contribution * 100)), scored.map((kpi) => (kpi.score ?? 0) * kpi.weight));
  return kpis.map((kpi) => (kpi.score === null ? null : (parts[scored.indexOf(kpi)] ?? 0) / 100));
}
