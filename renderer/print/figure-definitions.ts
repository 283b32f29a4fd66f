import { type Explanation, FIGURE_GROUPS, type FigureKey, type FormulaLine, type Quantity } from '@shared/contracts/explanation';
import type { ReviewPack } from '@shared/contracts/review-pack';
import { explainPay } from '@shared/domain/commission/explain-pay';
import { explain } from '@shared/domain/figures/explain';
import { explainPareto } from '@shared/domain/figures/explain-marks';
import { explainKpiActual, explainTotal } from '@shared/domain/performance/explain-scorecard';
import { quantityText } from '@renderer/i18n/quantity-text';
import type { PackText } from './pack-text';

/** A figure, its formula and what this period put into it. */
export interface FigureDefinition {
  readonly key: FigureKey;
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
 * Every figure of the pack with its formula and this period's numbers, for the scope: the words and the formulas that the
 * screens explain with. The worked numbers are those printed elsewhere in the pack; an unknown one shows –. Examples of
 * scores and pay name their person.
 */
export function figureDefinitions(pack: ReviewPack, text: PackText): DefinitionGroup[] {
  const { t } = text;
  const shown = [...scopeExamples(pack, text), ...personExamples(pack, text)];
  return FIGURE_GROUPS.map(({ group, figures }) => {
    const defined = figures.flatMap((key) => shown.filter((example) => example.key === key));
    return { name: t(`definitions.${group}`), figures: defined.map(({ key, now, source }) => ({ key, name: t(`definitions.${key}`), how: t(`definitions.${key}How`), now, source })) };
  }).filter(({ figures }) => figures.length > 0);
}

type Example = Pick<FigureDefinition, 'key' | 'now' | 'source'>;

/** The scope's own figures, where there is anything behind them. */
function scopeExamples({ figures }: ReviewPack, text: PackText): Example[] {
  const { t } = text;
  const root = figures.nodes[0]!;
  const [orders, opportunities] = [t('definitions.sourceOrders'), t('definitions.sourceOpportunities')];
  const facts = figures.measure === 'netSales' ? orders : opportunities;
  const plan = figures.plan === null ? t('definitions.sourcePlanNone') : t('definitions.sourcePlan', { version: figures.plan.committedVersion });
  const computed = t('definitions.sourceComputed');
  const example = (key: Parameters<typeof explain>[2], source: string): Example => ({ key, now: workedText(explain(figures, root, key), text), source });
  const top = Math.min(10, figures.pareto.length);
  return [
    example('attainment', facts),
    example('gap', facts),
    ...(root.target.gapFen === null ? [] : [example('split', plan)]),
    example('time', t('definitions.sourceCalendar')),
    example('pace', computed),
    ...(figures.partial ? [example('forecast', computed), example('perDay', computed)] : []),
    example('growth', facts),
    example('yearProgress', facts),
    ...(root.sales.lines === 0 ? [] : [example('net', orders), example('returnRate', orders)]),
    ...(root.sales.marginFen === null ? [] : [example('marginRate', orders)]),
    ...(root.sales.lines === 0 || top === 0 ? [] : [{ key: 'pareto' as const, now: t('print.marketHeadTop', { n: top, share: text.percent(explainPareto(figures, top).result.value) }), source: orders }]),
    ...(figures.funnel.length === 0 ? [] : (['winRate', 'wonValue', 'cycle', 'cycleMedian'] as const).map((key) => example(key, opportunities))),
  ];
}

/** A score and a pay-out, of the first person who has one. */
function personExamples({ people }: ReviewPack, text: PackText): Example[] {
  const { t } = text;
  const scored = people.find((person) => person.scorecard.total !== null);
  const paid = people.find((person) => person.commission !== null && person.commission.baseFen > 0) ?? people.find((person) => person.commission !== null);
  const exact = { ...text, amount: text.yuan, money: text.yuan };
  const examples: Example[] = [];
  if (scored) examples.push({ key: 'total', now: `${workedText(explainTotal(scored, (kpi) => explainKpiActual(scored, kpi, null)), text)} (${scored.name})`, source: t('definitions.sourceScorecard') });
  if (paid?.commission) {
    for (const mode of ['marginal', 'wholeAmount'] as const) examples.push({ key: mode, now: `${workedText(explainPay(paid, paid.commission, mode, null), exact)} (${paid.name})`, source: t('definitions.sourceCommission') });
  }
  return examples;
}

const SIGNS = { start: '', plus: ' + ', minus: ' − ', times: ' × ', over: ' ÷ ', atLeast: '', atMost: '', gives: ' → ' } as const;
type Numbers = Pick<PackText, 'language' | 'amount' | 'money'>;

/** The formula in one line of numbers, `1,904.0 ÷ 1,948.3 = 97.7%`; only the result where there is no formula, or it meets a bound. */
function workedText({ lines, result }: Explanation, { language, amount, money }: Numbers): string {
  const number = (value: Quantity) => (value.unit === 'days' ? quantityText({ ...value, unit: 'count' }, language, amount) : quantityText(value, language, amount));
  const written = quantityText(result, language, money);
  // One line that is the result itself says nothing more.
  if (lines.length < 2 || lines.some(({ op }) => op === 'atLeast' || op === 'atMost')) return written;
  const worked = lines.reduce((so, line, at) => `${needsBrackets(lines, at) ? `(${so})` : so}${SIGNS[line.op]}${bracketed(line, number(line.value))}`, '');
  return `${worked} = ${written}`;
}

/** A sum is multiplied or divided as a whole. */
const needsBrackets = (lines: readonly FormulaLine[], at: number): boolean =>
  (lines[at]!.op === 'times' || lines[at]!.op === 'over') && (lines[at - 1]!.op === 'plus' || lines[at - 1]!.op === 'minus');

const bracketed = ({ op, value }: FormulaLine, text: string): string => (op !== 'start' && value.value !== null && value.value < 0 ? `(${text})` : text);
