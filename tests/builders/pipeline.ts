import { addDays, day } from '@shared/kernel/day';
import { type SeededRandom, seededRandom } from '../../resources/sample/seeded-random';
import type { CsvTable } from './csv-table';

/** A CRM's pipeline export: who sells where, to whom, what, and every opportunity. */
export interface Pipeline {
  readonly teams: CsvTable;
  readonly accounts: CsvTable;
  readonly products: CsvTable;
  readonly opportunities: CsvTable;
}

export type PipelineFile = keyof Pipeline;

/** The order in which a user would import them: people before what they own. */
export const PIPELINE_FILES: readonly PipelineFile[] = ['teams', 'accounts', 'products', 'opportunities'];

/** The same columns as a Chinese system names them. */
export const CHINESE_HEADERS: Record<PipelineFile, Readonly<Record<string, string>>> = {
  teams: { sales_agent: '销售代表', manager: '经理', regional_office: '大区' },
  accounts: { account: '客户名称', sector: '所属行业', year_established: '成立年份', revenue: '营收', employees: '员工人数', office_location: '所在地', subsidiary_of: '母公司' },
  products: { product: '产品名称', series: '产品系列', sales_price: '售价' },
  opportunities: { opportunity_id: '商机编号', sales_agent: '销售代表', product: '产品', account: '客户', deal_stage: '阶段', engage_date: '接洽日期', close_date: '成交日期', close_value: '成交金额' },
};

const OFFICES = [
  { office: 'Coast', manager: 'Ines Harrow', agents: ['Ada Birch', 'Omar Quill', 'Lena Frost', 'Bo Marsh', 'Tess Vane', 'Kurt Ollis'] },
  { office: 'North', manager: 'Paul Ember', agents: ['Rhea Stone', 'Ivo Lark', 'Maud Finch', 'Sol Pryor'] },
  { office: 'North', manager: 'Greta Lowe', agents: ['Hugo Bell', 'Cora Dane', 'Abel Wren'] },
  { office: 'Inland', manager: 'Dora Keel', agents: ['Finn Asher', 'Nell Rowan', 'Zeno Clay', 'Vera Holt', 'Jude Penn'] },
] as const;
/** On the payroll, without a single opportunity. */
export const IDLE_AGENTS: readonly string[] = ['Kurt Ollis', 'Abel Wren', 'Vera Holt'];

const PRODUCTS = [['Reach 10', 'Reach', 480], ['Reach Max', 'Reach', 3_350], ['Delve', 'Delve', 1_190], ['Delve Duo', 'Delve', 5_720], ['Span 7', 'Span', 62]] as const;
/** The pipeline writes this product without its blank, the product list with it. */
const MISWRITTEN: Readonly<Record<string, string>> = { 'Reach Max': 'ReachMax' };
const SECTORS = ['retail', 'medical', 'softwear', 'finance'];
const ACCOUNTS = Array.from({ length: 42 }, (_, at) => (at % 3 === 0 ? `${['海盛', '云岭', '嘉禾', '北辰', '同泰', '远望', '启明'][at % 7]!}${['机电', '食品', '化工'][at % 3]!}${at}` : `${['Alder', 'Brisk', 'Corvid', 'Dune'][at % 4]!} ${at} Ltd`));

/**
 * An invented company's files, always the same ones, with the dirt of real ones: a product spelt in two ways, a sector
 * misspelt, open deals without account, close date or value, prospects without any date, agents without a deal.
 */
export function buildPipeline(opportunities = 640): Pipeline {
  const random = seededRandom(20_190_301);
  const agents = OFFICES.flatMap((team) => team.agents);
  const sellers = agents.filter((name) => !IDLE_AGENTS.includes(name));
  return {
    teams: { headers: ['sales_agent', 'manager', 'regional_office'], rows: OFFICES.flatMap((team) => team.agents.map((agent) => [agent, team.manager, team.office])) },
    accounts: {
      headers: ['account', 'sector', 'year_established', 'revenue', 'employees', 'office_location', 'subsidiary_of'],
      rows: ACCOUNTS.map((name, at) => [name, random.pick(SECTORS), String(1970 + random.int(0, 45)), `${random.int(10, 9_000)}.${random.int(10, 99)}`, String(random.int(8, 20_000)), at % 5 === 0 ? '上海' : 'Utrecht', at % 9 === 4 ? ACCOUNTS[at - 1]! : '']),
    },
    products: { headers: ['product', 'series', 'sales_price'], rows: PRODUCTS.map(([name, series, price]) => [name, series, String(price)]) },
    opportunities: {
      headers: ['opportunity_id', 'sales_agent', 'product', 'account', 'deal_stage', 'engage_date', 'close_date', 'close_value'],
      rows: Array.from({ length: opportunities }, (_, at) => opportunityRow(random, at, sellers)),
    },
  };
}

function opportunityRow(random: SeededRandom, at: number, sellers: readonly string[]): string[] {
  const [name, , price] = random.pick(PRODUCTS);
  const stage = (['Won', 'Lost', 'Engaging', 'Prospecting'] as const)[random.weighted([48, 28, 18, 6])]!;
  const open = stage === 'Engaging' || stage === 'Prospecting';
  const closedOn = addDays(day('2019-03-01'), random.int(0, 300));
  const engagedOn = open ? closedOn : addDays(closedOn, -random.int(1, 138));
  return [
    `P${String(70_000 + at * 7)}`,
    random.pick(sellers),
    MISWRITTEN[name] ?? name,
    open && random.chance(0.6) ? '' : random.pick(ACCOUNTS),
    stage,
    stage === 'Prospecting' ? '' : engagedOn,
    open ? '' : closedOn,
    stage === 'Won' ? String(Math.max(1, Math.round(price * (0.8 + 0.4 * random.next())))) : stage === 'Lost' ? '0' : '',
  ];
}
