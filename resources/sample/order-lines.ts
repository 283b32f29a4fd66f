import { type Day, day } from '@shared/kernel/day';
import { type YearMonth, monthsBetween, yearMonth } from '@shared/kernel/month';
import { CAST, type CastMember, LEAVER, NEW_HIRE, turnOf } from './cast';
import type { SampleCustomer } from './customers';
import { PRODUCTS, type SampleProduct } from './products';
import type { SeededRandom } from './seeded-random';
import { type TradingDay, tradingDays } from './trading-days';

/** One line of a sales order (or of a return, then negative). Money is 1/10,000 元: the export carries parts of a 分. */
export interface OrderLine {
  readonly day: Day;
  readonly number: string;
  readonly line: number;
  readonly customer: SampleCustomer;
  readonly owner: string;
  readonly team: string;
  readonly product: SampleProduct;
  readonly channel: string;
  readonly quantity: number;
  readonly priceUnits: number;
  readonly amountUnits: number;
  readonly marginUnits: number;
  readonly approved: boolean;
}

export const FIRST_MONTH = yearMonth('2024-11');
export const LAST_MONTH = yearMonth('2026-10');
export const TODAY = day('2026-10-22');
/** Sells, but is nobody: its lines go to 未分配. */
export const WEB_SHOP = '电商直销';

const UNITS_A_WAN = 100_000_000;
/** Net sales of the region on an ordinary working day of 2026, in 万元, January to December. */
const wanADay = [104, 112, 121, 113, 122, 134, 103.5, 116.5, 131.7, 132, 146.6, 149.4] as const;
/** Months that stand out of their season: an autumn fair. */
const outOfSeason: Readonly<Record<string, number>> = { '2026-09': 1.07 };
/** Earlier years as a share of 2026. */
const growth: Readonly<Record<string, number>> = { '2024': 0.84, '2025': 0.915, '2026': 1 };
const SIZE_OF_ALL = CAST.filter(({ leftOn }) => leftOn === '').reduce((sum, { yearWan }) => sum + yearWan, 0);
const linesAnOrder = [30, 26, 18, 12, 8, 6] as const;
const productWeights = PRODUCTS.map(({ weight }) => weight);
const RETURN_RATE = 0.016;

type Draft = Omit<OrderLine, 'number' | 'line'> & { readonly order: number };

/** Every order line from the first month to today, in the order of the documents; unapproved ones count in no figure. */
export function orderLines(random: SeededRandom, customers: readonly SampleCustomer[]): OrderLine[] {
  const all: OrderLine[] = [];
  const lastMonths = new Map<string, Draft[]>();
  for (const month of monthsBetween(FIRST_MONTH, LAST_MONTH)) {
    const days = tradingDays(month);
    const drafts: Draft[] = [];
    for (const person of CAST) {
      const seat = { person, month, days, kept: keptBy(person, month, customers), firstOrder: drafts.length };
      const returned = returns(random, seat, lastMonths.get(person.name) ?? []);
      const sold = orders(random, seat, goalUnits(random, seat) - sumUnits(returned));
      drafts.push(...sold, ...returned);
      lastMonths.set(person.name, sold);
    }
    drafts.push(...webShop(random, days, customers, drafts.length), ...unapproved(random, month, days, customers, drafts.length));
    all.push(...numbered(month, drafts));
  }
  return all;
}

interface Seat {
  readonly person: CastMember;
  readonly month: YearMonth;
  readonly days: readonly TradingDay[];
  readonly kept: readonly SampleCustomer[];
  /** Keeps order keys apart between people; any number not used before in the month. */
  readonly firstOrder: number;
}

const sumUnits = (lines: readonly Draft[]): number => lines.reduce((sum, { amountUnits }) => sum + amountUnits, 0);
const sumWeights = (days: readonly TradingDay[]): number => days.reduce((sum, { weight }) => sum + weight, 0);
const present = ({ joinedOn, leftOn }: CastMember, date: Day): boolean => date >= joinedOn && (leftOn === '' || date <= leftOn) && date <= TODAY;

/** The leaver's customers go to the lead until the new hire is there. */
function keptBy(person: CastMember, month: YearMonth, customers: readonly SampleCustomer[]): SampleCustomer[] {
  const keepers = new Set([person.name]);
  if (person.name === '陈思远' && month > '2026-03' && month < '2026-07') keepers.add(LEAVER);
  if (person.name === NEW_HIRE) keepers.add(LEAVER);
  return customers.filter(({ keeper }) => keepers.has(keeper));
}

/** What the person nets in the month: size × season × story × chance, for the days that they are there. */
function goalUnits(random: SeededRandom, { person, month, days }: Seat): number {
  const noise = 1 + 0.045 * random.normal();
  const there = days.filter((trading) => present(person, trading.day));
  if (there.length === 0) return 0;
  const wan = wanADay[Number(month.slice(5)) - 1]! * growth[month.slice(0, 4)]! * (outOfSeason[month] ?? 1) * (person.yearWan / SIZE_OF_ALL);
  if (month === LAST_MONTH) return wan * sumWeights(days) * person.october * UNITS_A_WAN;
  return wan * sumWeights(there) * turnOf(person, month) * noise * UNITS_A_WAN;
}

function orders(random: SeededRandom, { person, days, kept, firstOrder }: Seat, goal: number): Draft[] {
  const there = days.filter((trading) => present(person, trading.day));
  const weights = there.map(({ weight }, at) => weight * (at >= there.length - 4 ? 1.5 : 1));
  const customerWeights = kept.map(({ weight }) => weight);
  const lines: Draft[] = [];
  let left = goal;
  for (let order = firstOrder; left > UNITS_A_WAN; order++) {
    const date = there[random.weighted(weights)]!.day;
    const customer = kept[random.weighted(customerWeights)]!;
    const channel = random.chance(0.06) ? '线上商城' : customer.channel;
    for (let count = random.weighted(linesAnOrder) + 1; count > 0; count--) {
      const line = { ...priced(random, person), day: date, order, customer, channel, owner: person.name, team: teamOn(person, date), approved: true };
      lines.push(line);
      left -= line.amountUnits;
    }
  }
  return lines;
}

export function teamOn(person: CastMember, date: string): string {
  return person.teams.findLast(({ from }) => from <= date)!.team;
}

/** A product, how many and at what price: most lines are small, a few are large (the cube of a uniform draw). */
function priced(random: SeededRandom, person: CastMember | null): Pick<Draft, 'product' | 'quantity' | 'priceUnits' | 'amountUnits' | 'marginUnits'> {
  const product = PRODUCTS[random.weighted(productWeights)]!;
  const draw = random.next();
  const wantedUnits = (1_500 + 22_000 * draw * draw * draw) * 10_000;
  const quantity = Math.max(1, Math.round(wantedUnits / product.priceUnits));
  const discount = random.int(88, 100) / 100;
  const exact = product.priceUnits * discount;
  // List prices in whole 元 are quoted to 1 分, the spare parts' to 1/10,000 元.
  const priceUnits = product.priceUnits % 10_000 === 0 ? Math.round(exact / 100) * 100 : Math.round(exact);
  const amountUnits = quantity * priceUnits;
  const keen = person?.name === '高翔' ? 0.05 : 0;
  const marginRate = product.marginRate - (1 - discount) * 0.55 - keen + 0.012 * random.normal();
  return { product, quantity, priceUnits, amountUnits, marginUnits: Math.round((amountUnits * marginRate) / 100) * 100 };
}

/** Some of last month's lines come back, in whole or in part, at the price they were sold for. */
function returns(random: SeededRandom, { person, month, days, firstOrder }: Seat, lastMonth: readonly Draft[]): Draft[] {
  const there = days.filter((trading) => present(person, trading.day));
  if (there.length === 0) return [];
  const lines: Draft[] = [];
  for (const line of lastMonth) {
    if (!random.chance(RETURN_RATE)) continue;
    const quantity = -Math.max(1, Math.round(line.quantity * random.pick([1, 0.5, 0.25])));
    const marginUnits = Math.round((line.marginUnits * quantity) / line.quantity / 100) * 100;
    const date = random.pick(there).day;
    lines.push({ ...line, day: date, team: teamOn(person, date), order: firstOrder + 1_000_000 + lines.length, quantity, amountUnits: quantity * line.priceUnits, marginUnits });
  }
  return month === FIRST_MONTH ? [] : lines;
}

function webShop(random: SeededRandom, days: readonly TradingDay[], customers: readonly SampleCustomer[], firstOrder: number): Draft[] {
  const open = days.filter((trading) => trading.day <= TODAY);
  return Array.from({ length: 6 }, (_, at) => {
    const customer = random.pick(customers);
    return { ...priced(random, null), day: random.pick(open).day, order: firstOrder + 2_000_000 + at, customer, channel: '线上商城', owner: WEB_SHOP, team: '', approved: true };
  });
}

/** Orders still waiting for approval: one or two a month, more in the running one. */
function unapproved(random: SeededRandom, month: YearMonth, days: readonly TradingDay[], customers: readonly SampleCustomer[], firstOrder: number): Draft[] {
  const open = days.filter((trading) => trading.day <= TODAY);
  return Array.from({ length: month === LAST_MONTH ? 18 : random.int(1, 2) }, (_, at) => {
    const customer = random.pick(customers);
    const owner = CAST.find(({ name }) => name === customer.keeper)!;
    const date = open[open.length - 1 - random.int(0, 3)]!.day;
    return { ...priced(random, owner), day: date, order: firstOrder + 3_000_000 + at, customer, channel: customer.channel, owner: owner.name, team: teamOn(owner, date), approved: false };
  });
}

/** Numbers documents as the system would: by day within the month, sales and returns apart. */
function numbered(month: YearMonth, drafts: readonly Draft[]): OrderLine[] {
  const byDay = [...drafts].sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : a.order - b.order));
  const stamp = month.slice(2).replace('-', '');
  const counts = { XSDD: 0, XSTH: 0 };
  let last: { order: number; number: string; line: number } | null = null;
  return byDay.map(({ order, ...line }) => {
    const prefix = line.quantity < 0 ? 'XSTH' : 'XSDD';
    last = last?.order === order ? { ...last, line: last.line + 1 } : { order, number: `${prefix}${stamp}-${String(++counts[prefix]).padStart(4, '0')}`, line: 1 };
    return { ...line, number: last.number, line: last.line };
  });
}
