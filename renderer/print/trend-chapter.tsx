import type { ChartLook } from '@renderer/charts/chart-look';
import { monthlyChart } from '@renderer/charts/monthly-chart-config';
import { type RankingRow, rankingChart, rankingRange } from '@renderer/charts/ranking-chart-config';
import { VectorChart } from '@renderer/charts/vector-chart';
import { formatMonth } from '@renderer/i18n/formats';
import type { Figures, NodeFigures } from '@shared/contracts/figures';
import type { ReviewPack } from '@shared/contracts/review-pack';
import { useMemo } from 'react';
import { trendHeadline } from './headlines';
import { ChapterHead, SectionHead } from './page-frame';
import type { PackText } from './pack-text';
import { type Chapter, type Piece, block } from './piece';

const FULL_WIDTH = 498.9;
const RANK_ROW = 10.6;
/** Rows under the monthly chart, and rows of a page of their own. */
const FIRST_ROWS = 26;
const MORE_ROWS = 56;

/** Twelve months of the fiscal year, and everybody ranked by attainment. */
export function trendChapter(pack: ReviewPack, text: PackText, look: ChartLook, number: string): Chapter {
  const { t } = text;
  const { figures } = pack;
  const title = t('print.trend');
  const running = `${number}　${title}`;
  return {
    id: 'trend', running, draft: pack.draft, outline: [{ title, level: 1 }],
    pieces: [
      block('trend-head', <ChapterHead id="trend" kicker={running} headline={trendHeadline(figures, text)} lede={lede(figures, text)} />, { keepWithNext: true }),
      block('trend-months', <MonthsFigure figures={figures} text={text} look={look} />),
      ...rankingPieces(figures, text, look),
    ],
  };
}

function lede(figures: Figures, { t, money, language }: PackText): string | undefined {
  const known = figures.months.filter((point) => point.actualFen !== null && !point.partial).sort((a, b) => (b.actualFen ?? 0) - (a.actualFen ?? 0));
  const [best] = known;
  const worst = known.at(-1);
  if (!best || !worst || best === worst) return undefined;
  return t('print.trendLede', { best: formatMonth(best.month, language), bestAmount: money(best.actualFen), worst: formatMonth(worst.month, language), worstAmount: money(worst.actualFen) });
}

function MonthsFigure({ figures, text: { t, unitName }, look }: { readonly figures: Figures; readonly text: PackText; readonly look: ChartLook }) {
  const emphasis = figures.period.kind === 'month' ? figures.months.findIndex(({ month }) => month === figures.period.key) : -1;
  const config = useMemo(() => monthlyChart({ points: figures.months, emphasis: emphasis < 0 ? null : emphasis }, look), [figures, emphasis, look]);
  const running = figures.months.some(({ partial }) => partial);
  return (
    <>
      <SectionHead title={t('print.monthlyTitle')} note={t('print.monthlyNote', { unit: unitName })} />
      <p className="keys">
        <span><i className="key-actual" />{t('print.keyActual')}</span><span><i className="key-last" />{t('print.keyLastYear')}</span><span><i className="key-target" />{t('print.keyTarget')}</span>
        {running && <span><i className="key-running" />{t('print.keyRunning')}</span>}
      </p>
      <VectorChart config={config} width={FULL_WIDTH} height={190} label={t('print.monthlyTitle')} />
    </>
  );
}

/** The unit a person stands in, as the tree names it. */
function unitNameOf(figures: Figures, node: NodeFigures): string {
  return figures.nodes.find(({ nodeId }) => nodeId === node.parentId)?.name ?? '';
}

/** People with a known attainment, best first; equal ones keep the order of the tree. */
export function rankingRows(figures: Figures): RankingRow[] {
  const rows = figures.nodes.flatMap((node): RankingRow[] => {
    const { attainment, actualFen, targetFen, status } = node.target;
    if (node.kind !== 'person' || attainment === null || actualFen === null || targetFen === null) return [];
    return [{ name: node.name, detail: unitNameOf(figures, node), attainment, gapFen: actualFen - targetFen, status: status ?? (attainment >= 1 ? 'onTrack' : 'behind') }];
  });
  return rows.sort((a, b) => b.attainment - a.attainment);
}

function rankingPieces(figures: Figures, text: PackText, look: ChartLook): Piece[] {
  const { t, unitName } = text;
  const rows = rankingRows(figures);
  if (rows.length === 0) return [block('ranking-none', <SectionHead title={t('print.rankingTitleNone')} note={t('print.rankingNone')} />)];
  const range = rankingRange(rows);
  const pieces: Piece[] = [];
  for (let at = 0; at < rows.length;) {
    const part = rows.slice(at, at + (at === 0 ? FIRST_ROWS : MORE_ROWS));
    pieces.push(block(`ranking-${at}`, <RankingFigure title={at === 0 ? t('print.rankingTitle', { n: rows.length }) : t('print.rankingTitleMore')} note={t('print.rankingNote', { unit: unitName })} rows={part} firstPlace={at + 1} range={range} look={look} />));
    at += part.length;
  }
  const unknown = figures.nodes.filter((node) => node.kind === 'person' && node.target.attainment === null).map((node) => node.name);
  if (unknown.length > 0) pieces.push(block('ranking-unknown', <p className="note sp">{t('print.rankingUnknown', { names: unknown.join(t('print.listJoin')) })}</p>));
  return pieces;
}

interface RankingFigureProps {
  readonly title: string;
  readonly note: string;
  readonly rows: readonly RankingRow[];
  readonly firstPlace: number;
  readonly range: readonly [number, number];
  readonly look: ChartLook;
}

const NO_NAMES: ReadonlySet<string> = new Set();

function RankingFigure({ title, note, rows, firstPlace, range, look }: RankingFigureProps) {
  const config = useMemo(() => rankingChart({ rows, firstPlace, range, bold: NO_NAMES }, look), [rows, firstPlace, range, look]);
  return (
    <>
      <SectionHead title={title} note={note} />
      <VectorChart config={config} width={FULL_WIDTH} height={rows.length * RANK_ROW + 16} label={title} />
    </>
  );
}
