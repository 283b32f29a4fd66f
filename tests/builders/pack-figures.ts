import type { Figures, MonthPoint, NodeFigures } from '@shared/contracts/figures';
import { day } from '@shared/kernel/day';
import { fen, sumFen } from '@shared/kernel/fen';
import { type YearMonth, addMonths, fiscalYearMonths, yearMonth } from '@shared/kernel/month';
import { parsePeriod } from '@shared/kernel/period';
import { ratioOf } from '@shared/kernel/rate';

/** A person of the invented region: name, target and actual of the month in 万元. */
export type Seller = readonly [name: string, targetWan: number, actualWan: number];
export interface Team {
  readonly name: string;
  readonly sellers: readonly Seller[];
}

/** 华东大区, 2026年10月: four teams, 24 people. */
export const EAST_CHINA: readonly Team[] = [
  { name: '苏南组', sellers: [['周敏', 120, 128.4], ['陈立新', 102, 118.6], ['王雨桐', 92, 95.2], ['赵海峰', 88, 90.6], ['孙佳宁', 80, 84.3], ['何文博', 74, 68.9], ['徐晓岚', 64, 58.2]] },
  { name: '苏北组', sellers: [['刘志强', 90, 78.4], ['高翔', 78, 64.2], ['马丽娟', 70, 71.9], ['邵建国', 62, 41.5], ['丁一凡', 30, 22.8]] },
  { name: '浙江组', sellers: [['沈嘉怡', 108, 104.6], ['胡斌', 94, 96.8], ['朱晓东', 88, 76.3], ['林可', 86, 78.3], ['郑凯', 72, 60.4], ['蒋雪', 60, 50.9]] },
  { name: '上海组', sellers: [['顾晨', 112, 115.2], ['吴思远', 98, 104.5], ['黄蕾', 90, 92.7], ['陆一鸣', 82, 77.6], ['唐婧', 70, 73.8], ['韩磊', 58, 49.9]] },
];

const wan = (amount: number) => fen(Math.round(amount * 10_000) * 100);
const statusOf = (pace: number | null) => (pace === null ? null : pace >= 1.05 ? 'ahead' : pace >= 0.95 ? 'onTrack' : pace >= 0.85 ? 'atRisk' : 'behind');
/** Actual of month i as a share of October's: a spring dip and a strong third quarter. */
const SEASON = [0.92, 0.6, 1.02, 1.01, 0.93, 1.15, 0.9, 0.92, 1.1, 1];

export interface FiguresInput {
  readonly teams?: readonly Team[];
  readonly month?: string;
  /** Share of October's actuals: the month before is a little weaker. */
  readonly scale?: number;
  readonly planned?: boolean;
}

/** Figures of one month over given teams: sums foot from people to the region; every other figure follows from them. */
export function buildPackFigures({ teams = EAST_CHINA, month = '2026-10', scale = 1, planned = true }: FiguresInput = {}): Figures {
  const period = parsePeriod(month, 1);
  if (!period.ok) throw new Error(period.error);
  const months = fiscalYearMonths(Number(month.slice(0, 4)), 1);
  const people = teams.map((team) => team.sellers.map((seller) => node(seller[0], 'person', 2, wan(seller[1]), wan(seller[2] * scale), [`m:${seller[0]}`], planned)));
  const units = teams.map((team, index) => total(team.name, 'team', 1, people[index]!, null, planned));
  const assigned = fen(Math.round(sumFen(units.map(({ target }) => target.targetFen ?? 0)) * 0.99));
  const root = total('华东大区', 'company', 0, units, assigned, planned);
  const nodes = [root, ...units.flatMap((unit, index) => [{ ...unit, parentId: root.nodeId }, ...people[index]!.map((person) => ({ ...person, parentId: unit.nodeId }))])];
  return {
    organisation: '恒川流体控制有限公司',
    period: { key: month, kind: 'month', from: period.value.from, to: period.value.to },
    scope: { nodeId: root.nodeId, name: root.name },
    today: day('2026-11-04'),
    partial: false,
    time: { workingDays: 18, elapsed: 18, progress: 1, estimated: false },
    measure: 'netSales',
    plan: planned ? { planId: 'plan-2026', fiscalYear: 2026, committedVersion: 3, workingChanges: 0 } : null,
    counts: { orderLines: 2412, orders: 1286, opportunities: 418, customers: 312, people: people.flat().length },
    nodes,
    months: months.map((at, index) => monthPoint(at, index, yearMonth(month), root, planned)),
    funnel: FUNNEL.map(([stage, count, amount, outcome]) => ({ stage, count, amountFen: wan(amount), outcome })),
    pareto: pareto(root.sales.netFen),
    data: { firstMonth: months[0]!, lastMonth: yearMonth(month), lastCompleteMonth: yearMonth(month) },
  };
}

const FUNNEL: readonly (readonly [string, number, number, 'open' | 'won' | 'lost'])[] = [
  ['客户识别', 112, 2240.5, 'open'], ['初步接触', 86, 1890.2, 'open'], ['需求分析', 61, 1466.8, 'open'], ['方案制定', 40, 1102.4, 'open'], ['谈判签约', 28, 864.9, 'open'],
  ['赢单', 38, 912.6, 'won'], ['丢单', 33, 610, 'lost'],
];

function node(name: string, kind: NodeFigures['kind'], depth: number, targetFen: number, actualFen: number, leaves: string[], planned: boolean): NodeFigures {
  const attainment = planned ? ratioOf(actualFen, targetFen) : null;
  const returnsFen = fen(-Math.round(actualFen * 0.021));
  return {
    nodeId: `${kind}:${name}`, parentId: null, depth, kind, name, personId: kind === 'person' ? `p:${name}` : null, leaves,
    sales: { lines: leaves.length * 100, salesFen: fen(actualFen - returnsFen), returnsFen, netFen: fen(actualFen), marginFen: fen(Math.round(actualFen * 0.266)) },
    target: {
      targetFen: planned ? fen(targetFen) : null, assignedFen: null, childrenFen: null, gapFen: null, buffer: false, actualFen: fen(actualFen), attainment, pace: attainment, status: statusOf(attainment),
      forecastFen: fen(actualFen), requiredPerDayFen: null, lastYearFen: fen(Math.round(actualFen * 0.94)),
      yearActualFen: fen(Math.round(actualFen * 9.55)), yearTargetFen: planned ? fen(targetFen * 12) : null, yearAttainment: planned ? ratioOf(Math.round(actualFen * 9.55), targetFen * 12) : null,
    },
    opportunities: { won: leaves.length * 2, lost: leaves.length, winRate: 2 / 3, wonFen: fen(Math.round(actualFen * 0.4)), cycleMeanDays: 52.4, cycleMedianDays: 47 },
  };
}

/** A node above others: its figures are their sums; an assigned target below their sum is a declared buffer. */
function total(name: string, kind: NodeFigures['kind'], depth: number, parts: readonly NodeFigures[], assignedFen: number | null, planned: boolean): NodeFigures {
  const sum = (pick: (part: NodeFigures) => number | null) => sumFen(parts.map((part) => pick(part) ?? 0));
  const childrenFen = sum((part) => part.target.targetFen);
  const made = node(name, kind, depth, assignedFen ?? childrenFen, sum((part) => part.target.actualFen), parts.flatMap((part) => part.leaves), planned);
  if (!planned || assignedFen === null) return planned ? { ...made, target: { ...made.target, childrenFen } } : made;
  return { ...made, target: { ...made.target, assignedFen: fen(assignedFen), childrenFen, gapFen: fen(assignedFen - childrenFen), buffer: true } };
}

function monthPoint(month: YearMonth, index: number, current: YearMonth, root: NodeFigures, planned: boolean): MonthPoint {
  const season = SEASON[index];
  const actual = root.target.actualFen ?? 0;
  const known = month <= current && season !== undefined;
  return {
    month,
    targetFen: planned ? fen(Math.round(actual * (season ?? 1.12) * 1.03)) : null,
    actualFen: known ? (month === current ? fen(actual) : fen(Math.round(actual * season))) : null,
    lastYearFen: fen(Math.round(actual * (SEASON[(index + 1) % SEASON.length] ?? 1) * 0.93)),
    partial: false,
  };
}

function pareto(netFen: number): Figures['pareto'] {
  const names = ['钱塘水处理', '甬江石化', '嘉禾印染', '越城制药', '湖州新材', '萧山纺机', '镇海炼配', '象山船机', '苏州工业园区水务投资', '无锡洁净', '常州热电', '南通港务', '盐城化工', '徐州重机', '松江电子', '临港制造', '嘉定汽配', '昆山精密'];
  const weights = names.map((_, index) => 1 / (index + 1.6));
  const sum = weights.reduce((a, b) => a + b, 0);
  let left = netFen;
  let cumulative = 0;
  return names.map((customer, index) => {
    const amount = index === names.length - 1 ? left : Math.round((netFen * weights[index]!) / sum);
    left -= amount;
    cumulative += amount;
    return { customer, netFen: fen(amount), share: amount / netFen, cumulative: cumulative / netFen };
  });
}

/** The six months up to one, oldest first. */
export const sixMonths = (month: YearMonth): YearMonth[] => Array.from({ length: 6 }, (_, index) => addMonths(month, index - 5));
