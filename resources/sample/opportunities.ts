import { type Day, addDays, day, toEpochDay } from '@shared/kernel/day';
import { CAST, type CastMember, IN_TROUBLE, LEAVER, NEW_HIRE } from './cast';
import type { SampleCustomer } from './customers';
import { teamOn, TODAY } from './order-lines';
import type { SeededRandom } from './seeded-random';

/** One opportunity as 纷享销客 keeps it. Money is 1/10,000 元; days are null while open. */
export interface SampleOpportunity {
  readonly id: number;
  readonly name: string;
  readonly customer: SampleCustomer;
  readonly owner: string;
  readonly team: string;
  readonly createdOn: Day;
  readonly clock: string;
  readonly expectedOn: Day;
  readonly closedOn: Day | null;
  readonly stage: string;
  readonly amountUnits: number;
  readonly wonUnits: number | null;
  readonly source: string;
  readonly lostReason: string;
  readonly competitor: string;
}

export const WON_STAGE = '赢单';
export const LOST_STAGE = '输单';
export const VOID_STAGE = '无效';
export const OPEN_STAGES = ['验证客户', '需求确定', '方案/报价', '谈判审核'] as const;

const FIRST_DAY = day('2024-09-02');
/** The export begins with what closed or was open in the first month of orders. */
const FIRST_CLOSE = day('2024-11-01');
const COUNT = 3_080;
const subjects = ['6轴改造', '产线自动化', '伺服升级', '视觉检测', '传动备件年框', '数控改造', '包装线提速', '量测单元', '老线翻新', '新厂配套', '维保年约', '机器人第七轴'] as const;
const sources = ['展会', '老客户介绍', '电话开发', '官网', '渠道推荐', '招投标', '行业协会', '复购', '线上推广'] as const;
const reasons = ['价格高于对手', '方案不匹配', '交期过长', '客户预算取消', '关系不足', '需求变更'] as const;
const rivals = ['远驰自动化', '汇鼎传动', '德诺伺服', '赛科机电', '联控科技', '北辰数控', '恩智测控'] as const;

/** About 3,000 opportunities by creation; those that closed before the first month are left out. */
export function opportunities(random: SeededRandom, customers: readonly SampleCustomer[]): SampleOpportunity[] {
  const span = toEpochDay(TODAY) - toEpochDay(FIRST_DAY);
  const created = Array.from({ length: COUNT }, () => addDays(FIRST_DAY, random.int(0, span))).sort();
  const isWon = evenWins(random);
  return created.flatMap((createdOn, at) => {
    const owner = keeperOn(random, createdOn);
    const kept = customers.filter(({ keeper }) => keeper === (owner.name === NEW_HIRE ? LEAVER : owner.name));
    const made = opportunity(random, { id: 24_001 + at, createdOn, owner, customer: kept[random.weighted(kept.map(({ weight }) => weight))]!, won: isWon(owner, createdOn) });
    return made.closedOn !== null && made.closedOn < FIRST_CLOSE ? [] : [made];
  });
}

function keeperOn(random: SeededRandom, date: Day): CastMember {
  const there = CAST.filter(({ joinedOn, leftOn }) => joinedOn <= date && (leftOn === '' || date <= leftOn));
  return there[random.weighted(there.map(({ yearWan }) => yearWan))]!;
}

interface Beginning {
  readonly id: number;
  readonly createdOn: Day;
  readonly owner: CastMember;
  readonly customer: SampleCustomer;
  /** How it ends, if it ends before today. */
  readonly won: boolean;
}

/**
 * Wins come as evenly as a person's rate allows (every third one or so), so that a month's rate says something in spite
 * of its few opportunities. From May 2026 on, those in trouble win half as often.
 */
function evenWins(random: SeededRandom): (owner: CastMember, createdOn: Day) => boolean {
  const credits = new Map<string, number>();
  return ({ name, winRate }, createdOn) => {
    const sliding = createdOn >= '2026-05-01' && (IN_TROUBLE as readonly string[]).includes(name);
    const credit = (credits.get(name) ?? random.next()) + (sliding ? winRate * 0.5 : winRate);
    credits.set(name, credit >= 1 ? credit - 1 : credit);
    return credit >= 1;
  };
}

function opportunity(random: SeededRandom, { id, createdOn, owner, customer, won }: Beginning): SampleOpportunity {
  const draw = random.next();
  const amountUnits = Math.round(40_000 + 720_000 * draw * draw * draw) * 10_000;
  const stalled = random.chance(0.07);
  const isVoid = !won && random.chance(0.12);
  const cycleDays = won ? random.int(14, 78) : random.int(20, 110);
  const closes = addDays(createdOn, cycleDays);
  const closedOn = stalled || closes > TODAY ? null : closes;
  const wonUnits = closedOn !== null && won ? Math.round((amountUnits * random.int(84, 104)) / 100 / 100) * 100 : null;
  const lost = closedOn !== null && !won && !isVoid;
  return {
    id,
    name: `${customer.name} ${random.pick(subjects)}`,
    customer,
    owner: owner.name,
    team: teamOn(owner, createdOn),
    createdOn,
    clock: `${String(random.int(8, 18)).padStart(2, '0')}:${String(random.int(0, 59)).padStart(2, '0')}`,
    expectedOn: addDays(closes, stalled ? 60 : random.int(-12, 20)),
    closedOn,
    stage: closedOn === null ? openStage(random, createdOn, cycleDays, stalled) : won ? WON_STAGE : isVoid ? VOID_STAGE : LOST_STAGE,
    amountUnits,
    wonUnits,
    source: random.chance(0.09) ? '' : random.pick(sources),
    lostReason: lost ? reasons[random.weighted([34, 26, 16, 11, 8, 5])]! : '',
    competitor: lost || random.chance(0.25) ? random.pick(rivals) : '',
  };
}

/** An open one stands about as far along as its age says; a stalled one has stopped half-way. */
function openStage(random: SeededRandom, createdOn: Day, cycleDays: number, stalled: boolean): string {
  const age = stalled ? random.next() * 0.8 : (toEpochDay(TODAY) - toEpochDay(createdOn)) / cycleDays;
  return OPEN_STAGES[Math.min(OPEN_STAGES.length - 1, Math.floor(age * age * OPEN_STAGES.length))]!;
}
