import type { DrillRow } from '@shared/contracts/drill';
import type { NodeFigures } from '@shared/contracts/figures';
import type { PersonReview, ReviewPack } from '@shared/contracts/review-pack';
import { buildStatement } from '@shared/domain/commission/statement';
import { scoreCard } from '@shared/domain/performance/score';
import { fen, sumFen } from '@shared/kernel/fen';
import { yearMonth } from '@shared/kernel/month';
import { splitByLargestRemainder } from '@shared/kernel/rounding';
import { defaultCommissionPlan } from '../../resources/templates/commission-plans';
import { defaultScorecardTemplates } from '../../resources/templates/scorecard-templates';
import { EAST_CHINA, type Team, buildPackFigures, sixMonths } from './pack-figures';

export interface PackInput {
  readonly language?: ReviewPack['language'];
  readonly teams?: readonly Team[];
  /** Order lines of each person's statement. */
  readonly lines?: number;
  /** People, from the first, whose review is signed. */
  readonly signed?: number;
  readonly planned?: boolean;
  readonly comments?: Pick<PersonReview, 'praise' | 'gaps' | 'advice'>;
}

const COMMENTS = {
  praise: '10月22日独立签下钱塘水处理17.45万元的二次订单，老客户复购连续三个月第一。三门必修课全部一次通过。',
  gaps: '商机平均晚更新4.6天，主管看到时已来不及支援。11个未过的方案里，7个缺工况参数，退回后重做。',
  advice: '方案提交前按SOP第2步核对工况清单；把周五下午固定为更新时间。11月重点跟回款，不新增小单。',
};
const CUSTOMERS = ['钱塘水处理', '嘉禾印染', '越城制药', '甬江石化', '湖州新材', '萧山纺机'];
const PRODUCTS = ['调节阀', '离心泵', '流量计', '备件', '控制柜'];

/** A whole review pack of October 2026: figures that foot, scorecards and statements made by the real rules. */
export function buildReviewPack({ language = 'zh-CN', teams = EAST_CHINA, lines = 9, signed = 0, planned = true, comments = COMMENTS }: PackInput = {}): ReviewPack {
  const figures = buildPackFigures({ teams, planned });
  const persons = figures.nodes.filter((node) => node.kind === 'person');
  const people = persons.map((node, index) => buildPersonReview(node, index, { language, lines, comments, signed: index < signed, unit: figures.nodes.find(({ nodeId }) => nodeId === node.parentId)?.name ?? '' }));
  return {
    language,
    createdAt: '2026-11-04T02:20:00.000Z',
    appVersion: '0.1.0',
    draft: people.some((person) => person.signed === null),
    figures,
    previous: buildPackFigures({ teams, planned, month: '2026-09', scale: 0.953 }),
    sources: [
      { object: 'orders', fileName: '10月订单.csv', importedAt: '2026-11-02T01:10:00.000Z', rows: 2412 },
      { object: 'opportunities', fileName: '商机导出.csv', importedAt: '2026-11-01T09:00:00.000Z', rows: 418 },
      { object: 'people', fileName: '人员与组织.csv', importedAt: '2026-10-08T03:30:00.000Z', rows: 26 },
    ],
    people,
  };
}

interface PersonInput {
  readonly language: ReviewPack['language'];
  readonly lines: number;
  readonly signed: boolean;
  readonly unit: string;
  readonly comments: Pick<PersonReview, 'praise' | 'gaps' | 'advice'>;
}

function buildPersonReview(node: NodeFigures, index: number, { language, lines, signed, unit, comments }: PersonInput): PersonReview {
  const { actualFen, targetFen, attainment } = node.target;
  const scorecard = scoreCard(
    defaultScorecardTemplates(language)[0]!,
    (measure) => {
      if (measure === 'planAttainment') return { actual: actualFen, target: targetFen };
      const values: Partial<Record<typeof measure, number>> = { marginRate: 0.264, returnRate: 0.021 + (index % 5) * 0.01, winRate: 0.36 + (index % 7) * 0.03, wonCount: 3 + (index % 4), cycleDays: 41.5 + (index % 6) * 4 };
      return { actual: values[measure] ?? null, target: null };
    },
    { attitude: { score: 82, note: '周报准时，两次迟到' }, satisfaction: { score: 84, note: '回访问卷 12 份' }, learning: index % 6 === 0 ? { score: null, note: '' } : { score: 66.67, note: '三门课过两门' } },
  );
  const month = yearMonth('2026-10');
  return {
    personId: `p:${node.name}`, name: node.name, unitName: unit, title: '客户经理', joinedOn: '2022-03-14', managerName: '沈嘉怡', month,
    targetFen, actualFen, attainment, planVersion: 3, scorecard, ...comments,
    commission: buildStatement(defaultCommissionPlan(language), month, orderRows(actualFen ?? 0, lines, node.name)),
    trend: sixMonths(month).map((at, step) => ({
      month: at, targetFen, actualFen: step === 5 ? actualFen : fen(Math.round((actualFen ?? 0) * (0.86 + step * 0.03))), score: step === 5 ? scorecard.total : 76 + step * 1.7,
    })),
    signed: signed ? { revision: 1, signedBy: '方建华', signedAt: '2026-11-05T07:00:00.000Z' } : null,
  };
}

/** Lines that sum to the person's net sales exactly, the last one a return. */
function orderRows(netFen: number, count: number, person: string): DrillRow[] {
  if (count === 0) return [];
  const returned = count > 2 ? fen(-1_860_000) : fen(0);
  const parts = splitByLargestRemainder(fen(netFen - returned), Array.from({ length: count > 2 ? count - 1 : count }, (_, index) => 3 + ((index * 7) % 5)));
  const amounts = count > 2 ? [...parts, returned] : parts;
  if (sumFen(amounts) !== netFen) throw new Error('order rows must sum to the net');
  return amounts.map((amountFen, index) => ({
    day: `2026-10-${String(Math.min(31, 1 + Math.floor((index * 30) / count))).padStart(2, '0')}`, number: `HD2610-${String(117 + index).padStart(4, '0')}`,
    customer: CUSTOMERS[index % CUSTOMERS.length]!, product: PRODUCTS[index % PRODUCTS.length]!, person, detail: '直销', amountFen, fileName: '10月订单.csv', sheet: '', line: index + 2, identity: '',
  }));
}
