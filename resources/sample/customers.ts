import { CAST, LEAVER, type CastMember } from './cast';
import type { SeededRandom } from './seeded-random';

/** A customer of the sample. Names are invented; any likeness is chance. */
export interface SampleCustomer {
  readonly name: string;
  readonly recordId: string;
  readonly province: string;
  readonly city: string;
  readonly industry: string;
  readonly tier: 'A' | 'B' | 'C';
  readonly channel: string;
  /** First keeper: the seat passes on when a keeper leaves. */
  readonly keeper: string;
  /** Share of the keeper's orders. */
  readonly weight: number;
}

/** Each person keeps about six; the first carries most of the trade. */
const CUSTOMERS_A_PERSON = 6;
const channels = ['直销', '集成商', '经销'] as const;
const places: Readonly<Record<string, readonly [province: string, cities: readonly string[]]>> = {
  苏南: ['江苏', ['苏州', '无锡', '常州', '昆山', '常熟', '江阴', '太仓']],
  苏北: ['江苏', ['徐州', '南通', '盐城', '扬州', '淮安', '泰州']],
  浙江: ['浙江', ['杭州', '宁波', '嘉兴', '湖州', '绍兴', '台州', '温州']],
  上海: ['上海', ['松江', '嘉定', '闵行', '青浦', '奉贤', '浦东']],
};
const stems = ['恒力', '立达', '联川', '博创', '启明', '中昊', '华锐', '东睿', '金固', '鼎新', '瑞丰', '同创', '远景', '天成', '明德', '信远', '安达', '宏宇', '凯盛', '德邦', '精诚', '汇通', '三合', '嘉信', '永固', '新越', '光启', '力源', '百川', '森源', '领航', '卓凡'] as const;
const trades: readonly (readonly [suffix: string, industry: string])[] = [
  ['精密', '机床工具'], ['机电', '通用机械'], ['汽配', '汽车零部件'], ['智造', '专用设备'], ['光电', '电子半导体'], ['包装', '包装机械'],
  ['纺机', '纺织机械'], ['模具', '模具注塑'], ['电气', '电气设备'], ['医械', '医疗器械'], ['新材', '新能源材料'], ['泵业', '泵阀流体'],
];
/** Customers that the mock-ups name. */
const named: Readonly<Record<string, readonly (readonly [name: string, city: string, industry: string])[]>> = {
  张伟: [['恒远精工', '苏州', '机床工具'], ['苏州晶测', '苏州', '电子半导体'], ['博达传动', '无锡', '通用机械'], ['昆山立达', '昆山', '机床工具'], ['掌微电子（无锡）', '无锡', '电子半导体']],
  李娜: [['常熟联川', '常熟', '汽车零部件']],
  韩磊: [['漳武机床', '闵行', '机床工具']],
};

function nameless(person: CastMember, random: SeededRandom, taken: Set<string>): [string, string, string] {
  const [, cities] = places[person.teams[0]!.team]!;
  for (;;) {
    const city = random.pick(cities);
    const [suffix, industry] = random.pick(trades);
    const name = `${city}${random.pick(stems)}${suffix}`;
    if (taken.has(name)) continue;
    taken.add(name);
    return [name, city, industry];
  }
}

/** The customers of everybody but the new hire, who takes over the leaver's. */
export function sampleCustomers(random: SeededRandom): SampleCustomer[] {
  const taken = new Set<string>();
  const customers: SampleCustomer[] = [];
  for (const person of CAST) {
    if (person.joinedOn > '2026-01-01') continue;
    const [province] = places[person.teams[0]!.team]!;
    const count = person.name === LEAVER ? 5 : CUSTOMERS_A_PERSON;
    for (let at = 0; at < count; at++) {
      const [name, city, industry] = named[person.name]?.[at] ?? nameless(person, random, taken);
      customers.push({
        name,
        recordId: `zcrm_5460${String(customers.length + 210_001)}`,
        province,
        city,
        industry,
        tier: at < 2 ? 'A' : at < 4 ? 'B' : 'C',
        channel: channels[random.weighted([6, 3, 2])]!,
        keeper: person.name,
        weight: 1 / (1 + 0.55 * at),
      });
    }
  }
  return customers;
}
