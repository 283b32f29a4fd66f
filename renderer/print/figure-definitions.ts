import type { ReviewPack } from '@shared/contracts/review-pack';
import { ratioOf } from '@shared/kernel/rate';
import type { PackText } from './pack-text';

/** A figure, its formula and what this period put into it. */
export interface FigureDefinition {
  readonly key: string;
  readonly name: string;
  readonly how: string;
  readonly now: string;
  readonly source: string;
}

export interface DefinitionGroup {
  readonly name: string;
  readonly figures: readonly FigureDefinition[];
}

/**
 * Every figure of the pack with its formula and this period's numbers, for the scope. The worked numbers are those
 * printed elsewhere in the pack; an unknown one shows – and no sum. Examples of scores and pay name their person.
 */
export function figureDefinitions(pack: ReviewPack, text: PackText): DefinitionGroup[] {
  const { t } = text;
  return [
    { name: t('definitions.groupTarget'), figures: targetDefinitions(pack, text) },
    { name: t('definitions.groupSales'), figures: salesDefinitions(pack, text) },
    { name: t('definitions.groupOpportunity'), figures: opportunityDefinitions(pack, text) },
    { name: t('definitions.groupReview'), figures: reviewDefinitions(pack, text) },
  ].filter((group) => group.figures.length > 0);
}

type Define = (key: 'attainment' | 'gap' | 'split' | 'time' | 'pace' | 'forecast' | 'perDay' | 'yearProgress' | 'growth' | 'net' | 'returnRate' | 'marginRate' | 'pareto' | 'winRate' | 'wonValue' | 'cycle' | 'total' | 'marginal' | 'wholeAmount', now: string, source: string) => FigureDefinition;

const definer = ({ t }: PackText): Define => (key, now, source) => ({ key, name: t(`definitions.${key}`), how: t(`definitions.${key}How`), now, source });

const quotient = (part: string, whole: string, result: string) => `${part} ÷ ${whole} = ${result}`;

function targetDefinitions({ figures }: ReviewPack, text: PackText): FigureDefinition[] {
  const { t, amount, money, percent, number } = text;
  const define = definer(text);
  const { target } = figures.nodes[0]!;
  const facts = figures.measure === 'netSales' ? t('definitions.sourceOrders') : t('definitions.sourceOpportunities');
  const plan = figures.plan === null ? t('definitions.sourcePlanNone') : t('definitions.sourcePlan', { version: figures.plan.committedVersion });
  const gap = target.actualFen === null || target.targetFen === null ? null : target.actualFen - target.targetFen;
  const growth = target.actualFen === null || target.lastYearFen === null ? null : ratioOf(target.actualFen - target.lastYearFen, target.lastYearFen);
  const left = figures.time.workingDays - figures.time.elapsed;
  const rows = [
    define('attainment', quotient(amount(target.actualFen), amount(target.targetFen), percent(target.attainment)), facts),
    define('gap', `${amount(target.actualFen)} − ${amount(target.targetFen)} = ${money(gap)}`, facts),
    define('time', quotient(number(figures.time.elapsed), number(figures.time.workingDays), percent(figures.time.progress)), t('definitions.sourceCalendar')),
    define('pace', quotient(percent(target.attainment), percent(figures.time.progress), percent(target.pace)), t('definitions.sourceComputed')),
    define('yearProgress', quotient(amount(target.yearActualFen), amount(target.yearTargetFen), percent(target.yearAttainment)), facts),
    define('growth', `${amount(target.actualFen)} ÷ ${amount(target.lastYearFen)} − 1 = ${percent(growth)}`, facts),
  ];
  if (target.gapFen !== null) rows.splice(2, 0, define('split', `${amount(target.assignedFen)} − ${amount(target.childrenFen)} = ${money(target.gapFen)}`, plan));
  if (figures.partial) {
    rows.push(define('forecast', quotient(amount(target.actualFen), percent(figures.time.progress), money(target.forecastFen)), t('definitions.sourceComputed')));
    rows.push(define('perDay', `${amount(gap === null ? null : -gap)} ÷ ${number(left)} = ${money(target.requiredPerDayFen)}`, t('definitions.sourceComputed')));
  }
  return rows;
}

function salesDefinitions({ figures }: ReviewPack, text: PackText): FigureDefinition[] {
  const { t, amount, money, percent } = text;
  const { sales } = figures.nodes[0]!;
  if (sales.lines === 0) return [];
  const define = definer(text);
  const source = t('definitions.sourceOrders');
  const rows = [
    define('net', `${amount(sales.salesFen)} + (${amount(sales.returnsFen)}) = ${money(sales.netFen)}`, source),
    define('returnRate', quotient(amount(Math.abs(sales.returnsFen)), amount(sales.salesFen), percent(ratioOf(Math.abs(sales.returnsFen), sales.salesFen))), source),
  ];
  if (sales.marginFen !== null) rows.push(define('marginRate', quotient(amount(sales.marginFen), amount(sales.netFen), percent(ratioOf(sales.marginFen, sales.netFen))), source));
  const top = figures.pareto[Math.min(10, figures.pareto.length) - 1];
  if (top) rows.push(define('pareto', `${t('print.marketHeadTop', { n: Math.min(10, figures.pareto.length), share: percent(top.cumulative) })}`, source));
  return rows;
}

function opportunityDefinitions({ figures }: ReviewPack, text: PackText): FigureDefinition[] {
  const { t, money, percent, number } = text;
  const { opportunities } = figures.nodes[0]!;
  if (figures.funnel.length === 0) return [];
  const define = definer(text);
  const source = t('definitions.sourceOpportunities');
  const days = (value: number | null) => (value === null ? text.number(null) : t('definitions.days', { n: number(value, 1) }));
  return [
    define('winRate', quotient(number(opportunities.won), `(${number(opportunities.won)} + ${number(opportunities.lost)})`, percent(opportunities.winRate)), source),
    define('wonValue', money(opportunities.wonFen), source),
    define('cycle', `${days(opportunities.cycleMeanDays)} / ${days(opportunities.cycleMedianDays)}`, source),
  ];
}

function reviewDefinitions({ people }: ReviewPack, text: PackText): FigureDefinition[] {
  const { t, yuan, number } = text;
  const define = definer(text);
  const scored = people.find((person) => person.scorecard.total !== null);
  const paid = people.find((person) => person.commission !== null && person.commission.baseFen > 0) ?? people.find((person) => person.commission !== null);
  const rows: FigureDefinition[] = [];
  if (scored) {
    const parts = scored.scorecard.sections.flatMap((section) => (section.contribution === null ? [] : number(section.contribution, 2)));
    rows.push(define('total', `${parts.join(' + ')} = ${number(scored.scorecard.total, 2)} (${scored.name})`, t('definitions.sourceScorecard')));
  }
  if (paid?.commission) {
    const { commission, name } = paid;
    rows.push(define('marginal', `${yuan(commission.marginalFen)} (${name})`, t('definitions.sourceCommission')));
    rows.push(define('wholeAmount', `${yuan(commission.wholeAmountFen)} (${name})`, t('definitions.sourceCommission')));
  }
  return rows;
}
