import type { Figures, NodeFigures } from '@shared/contracts/figures';
import { sumFen } from '@shared/kernel/fen';
import { ratioOf } from '@shared/kernel/rate';
import type { PackText } from './pack-text';

/** Headlines state the finding with its number. Each clause is one line unit: a line breaks between clauses only. */
type Clauses = string[];

const gapOf = ({ target }: NodeFigures) => (target.actualFen === null || target.targetFen === null ? null : target.actualFen - target.targetFen);

/** Units and people right under the scope. */
export const childrenOf = (figures: Figures): NodeFigures[] => figures.nodes.filter((node) => node.depth === 1 && node.kind !== 'unassigned');

/** The plan up to the period's end, as Σ of the months' targets; null while a month of them has none. */
export function planToDate(figures: Figures): number | null {
  const months = figures.months.filter(({ month }) => month <= figures.period.to.slice(0, 7));
  const targets = months.map(({ targetFen }) => targetFen);
  return targets.length === 0 || targets.some((fen) => fen === null) ? null : sumFen(targets.map((fen) => fen ?? 0));
}

/** At most three names; more are counted by their amounts all the same. */
function names(nodes: readonly NodeFigures[], text: PackText): string {
  return nodes.slice(0, 3).map((node) => node.name).join(text.t('print.listJoin'));
}

/** The children that miss (or beat) their target, largest part first, and what they miss together. */
export function sideOf(figures: Figures, side: 'short' | 'over'): { nodes: NodeFigures[]; fen: number } {
  const sign = side === 'short' ? -1 : 1;
  const nodes = childrenOf(figures).filter((node) => (gapOf(node) ?? 0) * sign > 0);
  nodes.sort((a, b) => sign * ((gapOf(b) ?? 0) - (gapOf(a) ?? 0)));
  return { nodes, fen: sumFen(nodes.map((node) => gapOf(node) ?? 0)) };
}

/**
 * The summary's headline: how far the period is from its target, who makes the difference, and where the year stands.
 * A running period compares with the time gone instead. Without actuals or a target it says just that.
 */
export function summaryHeadline(figures: Figures, text: PackText): Clauses {
  const { t, money, percent } = text;
  const period = text.period(figures.period.key);
  const { target } = figures.nodes[0]!;
  if (target.actualFen === null) return [t('print.headNoActual', { period }), t('print.headNoActualEnd')];
  if (target.targetFen === null) return [t('print.headNoTarget', { period, actual: money(target.actualFen) }), t('print.headNoTargetEnd')];
  const rate = percent(target.attainment);
  if (figures.partial) {
    const forecast = target.forecastFen === null ? null : ratioOf(target.forecastFen, target.targetFen);
    return [t('print.headRunning', { period, time: percent(figures.time.progress), rate }), forecast === null ? yearClause(figures, text) : t('print.headForecast', { rate: percent(forecast) })];
  }
  const gap = target.actualFen - target.targetFen;
  if (gap === 0) return [t('print.headExact', { period }), yearClause(figures, text)];
  const short = gap < 0;
  const side = sideOf(figures, short ? 'short' : 'over');
  const key = short ? 'print.headShort' : 'print.headOver';
  const who = side.nodes.length === 0 || side.nodes.length > 3 ? [] : [t(short ? 'print.headLaggards' : 'print.headLeaders', { names: names(side.nodes, text), gap: money(Math.abs(side.fen)) })];
  return [t(key, { period, gap: money(Math.abs(gap)), rate }), ...who, yearClause(figures, text)];
}

function yearClause(figures: Figures, { t, money, percent }: PackText): string {
  const { yearActualFen, yearTargetFen, yearAttainment } = figures.nodes[0]!.target;
  const plan = planToDate(figures);
  if (yearActualFen === null || yearTargetFen === null) return t('print.headEnd');
  if (plan === null) return t('print.headYearOnly', { rate: percent(yearAttainment) });
  const gap = yearActualFen - plan;
  if (gap === 0) return t('print.headYearExact');
  return t(gap < 0 ? 'print.headYearShort' : 'print.headYearOver', { gap: money(Math.abs(gap)) });
}

/** How many people reached their target, and the unit with the fewest of them where one stands out. */
export function targetsHeadline(figures: Figures, { t }: PackText): Clauses {
  const judged = figures.nodes.filter((node) => node.kind === 'person' && node.target.attainment !== null);
  if (judged.length === 0) return [t('print.targetsHeadNone')];
  const reached = (nodes: readonly NodeFigures[]) => nodes.filter((node) => (node.target.attainment ?? 0) >= 1).length;
  const counts = { n: judged.length, reached: reached(judged) };
  const units = childrenOf(figures)
    .filter((node) => node.kind !== 'person')
    .map((unit) => ({ name: unit.name, people: judged.filter((person) => person.leaves.some((leaf) => unit.leaves.includes(leaf))) }))
    .filter((unit) => unit.people.length > 1)
    .map((unit) => ({ name: unit.name, reached: reached(unit.people), of: unit.people.length }))
    .sort((a, b) => a.reached / a.of - b.reached / b.of);
  const [worst, next] = units;
  const standsOut = worst && next && worst.reached / worst.of < next.reached / next.of && worst.reached < worst.of / 2;
  return standsOut ? [t('print.targetsHeadAnd', counts), t('print.targetsHeadWorst', { name: worst.name, reached: worst.reached })] : [t('print.targetsHead', counts)];
}

/** What the rest of the year needs, or how it ended. Months left are those after the period. */
export function trendHeadline(figures: Figures, { t, money, percent }: PackText): Clauses {
  const { yearActualFen, yearTargetFen, yearAttainment } = figures.nodes[0]!.target;
  if (yearActualFen === null) return [t('print.trendHeadNone')];
  if (yearTargetFen === null) return [t('print.trendHeadNoYear', { actual: money(yearActualFen) })];
  const open = yearTargetFen - yearActualFen;
  if (open <= 0) return [t('print.trendHeadDone', { gap: money(-open) })];
  const left = figures.months.filter(({ month }) => month > figures.period.to.slice(0, 7)).length;
  if (left === 0) return [t('print.trendHeadMissed', { rate: percent(yearAttainment), gap: money(open) })];
  return [t('print.trendHeadLeft', { gap: money(open) }), t('print.trendHeadLeftEnd', { n: left, perMonth: money(Math.ceil(open / left)) })];
}

/** What is open, how often we win, and how much hangs on the largest customers. */
export function marketHeadline(figures: Figures, { t, money, number, percent }: PackText): Clauses {
  const open = figures.funnel.filter((stage) => stage.outcome === 'open');
  const { winRate } = figures.nodes[0]!.opportunities;
  const top = Math.min(10, figures.pareto.length);
  const clauses: Clauses = [];
  if (figures.funnel.length > 0) {
    const count = open.reduce((sum, stage) => sum + stage.count, 0);
    clauses.push(t('print.marketHeadOpen', { n: number(count), amount: money(sumFen(open.map((stage) => stage.amountFen))) }));
    clauses.push(winRate === null ? t('print.marketHeadNoWin') : t('print.marketHeadWin', { rate: percent(winRate) }));
  }
  if (top > 0) clauses.push(t('print.marketHeadTop', { n: top, share: percent(figures.pareto[top - 1]!.cumulative) }));
  return clauses.length > 0 ? clauses : [t('print.marketHeadNone')];
}
