import type { ChartLook } from '@renderer/charts/chart-look';
import { funnelChart } from '@renderer/charts/funnel-chart-config';
import { paretoBars, paretoChart } from '@renderer/charts/pareto-chart-config';
import { VectorChart } from '@renderer/charts/vector-chart';
import type { Figures } from '@shared/contracts/figures';
import type { ReviewPack } from '@shared/contracts/review-pack';
import { sumFen } from '@shared/kernel/fen';
import { useMemo } from 'react';
import { marketHeadline } from './headlines';
import { ChapterHead, SectionHead } from './page-frame';
import type { PackText } from './pack-text';
import { type Chapter, type PackTable, type Piece, block, hold, row } from './piece';

const FULL_WIDTH = 498.9;
/** Bars of the Pareto, and rows of the table under it. */
const TOP = 10;
const ROWS = 8;

/** What is in the funnel, and how much hangs on the largest customers. */
export function marketChapter(pack: ReviewPack, text: PackText, look: ChartLook, number: string): Chapter {
  const { t } = text;
  const { figures } = pack;
  const title = t('print.market');
  const running = `${number}　${title}`;
  return {
    id: 'market', running, draft: pack.draft, outline: [{ title, level: 1 }],
    pieces: [
      block('market-head', <ChapterHead id="market" kicker={running} headline={marketHeadline(figures, text)} />, { keepWithNext: true }),
      block('market-funnel', figures.funnel.length === 0 ? <SectionHead title={t('print.funnelTitle')} note={t('print.funnelNone')} /> : <FunnelFigure figures={figures} text={text} look={look} />),
      ...paretoPieces(figures, text, look),
    ],
  };
}

function FunnelFigure({ figures, text: { t, unitName }, look }: { readonly figures: Figures; readonly text: PackText; readonly look: ChartLook }) {
  const config = useMemo(() => funnelChart(figures.funnel, look), [figures, look]);
  return (
    <>
      <SectionHead title={t('print.funnelTitle')} note={t('print.funnelNote', { unit: unitName })} />
      <VectorChart config={config} width={FULL_WIDTH} height={figures.funnel.length * 15.5 + 4} label={t('print.funnelTitle')} />
    </>
  );
}

function paretoPieces(figures: Figures, text: PackText, look: ChartLook): Piece[] {
  const { t, amount, percent } = text;
  if (figures.pareto.length === 0) return [block('pareto-none', <SectionHead title={t('print.paretoTitle')} note={t('print.paretoNone')} />)];
  const table: PackTable = {
    id: 'customers', className: 'fixed dense', columns: ['', '34', '24', '24'],
    head: <tr><th>{t('print.customer')}</th><th className="n">{text.unitName}</th><th className="n">{t('print.share')}</th><th className="n">{t('print.cumulative')}</th></tr>,
  };
  const top = figures.pareto.slice(0, ROWS);
  const rest = figures.pareto.slice(ROWS);
  const total = figures.pareto.reduce((sum, customer) => sum + customer.share, 0);
  const restShare = rest.reduce((sum, customer) => sum + customer.share, 0);
  const cells = (name: string, netFen: number, share: number, cumulative: number | null) => <><td className="clip">{name}</td><td className="n">{amount(netFen)}</td><td className="n">{percent(share)}</td><td className="n">{percent(cumulative)}</td></>;
  return [
    block('pareto', <ParetoFigure figures={figures} text={text} look={look} />),
    block('customers-head', <SectionHead title={t('print.topCustomers')} />, { keepWithNext: true }),
    ...hold([
      ...top.map((customer, index) => row(table, `customer-${index}`, cells(customer.customer, customer.netFen, customer.share, customer.cumulative), { keepWithNext: index === top.length - 1 })),
      ...(rest.length > 0 ? [row(table, 'customer-rest', cells(t('print.others', { n: rest.length }), sumFen(rest.map((customer) => customer.netFen)), restShare, rest.at(-1)!.cumulative), { keepWithNext: true })] : []),
      row(table, 'customer-total', cells(t('print.total'), sumFen(figures.pareto.map((customer) => customer.netFen)), total, null), { className: 'sum' }),
    ]),
  ];
}

function ParetoFigure({ figures, text: { t, unitName }, look }: { readonly figures: Figures; readonly text: PackText; readonly look: ChartLook }) {
  const config = useMemo(() => paretoChart(paretoBars(figures.pareto, TOP), look), [figures, look]);
  const measure = t(figures.measure === 'netSales' ? 'print.measureNet' : 'print.measureWon');
  return (
    <>
      <SectionHead title={t('print.paretoTitle')} note={t('print.paretoNote', { unit: unitName, measure })} />
      <VectorChart config={config} width={FULL_WIDTH} height={140} label={t('print.paretoTitle')} />
    </>
  );
}
