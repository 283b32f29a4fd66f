import type { YearMonth } from '@shared/kernel/month';

/** Who sells in the sample: the 24 of the mock-ups and the one who left. Names are invented. */
export interface CastMember {
  readonly name: string;
  readonly code: string;
  readonly title: string;
  readonly manager: string;
  /** Teams in order, each from a day ('' = from the start). */
  readonly teams: readonly { readonly team: string; readonly from: string }[];
  readonly joinedOn: string;
  readonly leftOn: string;
  /** Usual size of a year, in 万元: shares of the region follow it. */
  readonly yearWan: number;
  /** What is usually sold in 2026 of what the size says. */
  readonly habit: number;
  /** Share of the October 2026 size reached by the 22nd (targets mock-up). */
  readonly october: number;
  /** Share of closed opportunities that are won. */
  readonly winRate: number;
}

export const REGION = '华东大区';
export const REGION_MANAGER = '周明远';
/** The one who left and the one hired for the seat. */
export const LEAVER = '顾明辉';
export const NEW_HIRE = '周子涵';
/** One star, and two who slide into trouble from the summer of 2026 on. */
export const STAR = '曹雨桐';
export const IN_TROUBLE = ['张伟', '郑凯'] as const;
/** Moved from 上海 to 浙江 in the middle of April 2026. */
export const MOVER = '宋晨';
export const MOVED_ON = '2026-04-16';

type Row = [name: string, title: string, joinedOn: string, yearWan: number, habit: number, october: number, winRate: number];

function team(name: string, lead: string, firstCode: number, rows: Row[]): CastMember[] {
  return rows.map(([person, title, joinedOn, yearWan, habit, october, winRate], at) => ({
    name: person,
    code: `HD${firstCode + at}`,
    title,
    manager: person === lead ? REGION_MANAGER : lead,
    teams: person === MOVER ? [{ team: '上海', from: '' }, { team: name, from: MOVED_ON }] : [{ team: name, from: '' }],
    joinedOn,
    leftOn: person === LEAVER ? '2026-03-20' : '',
    yearWan,
    habit,
    october,
    winRate,
  }));
}

export const CAST: readonly CastMember[] = [
  ...team('苏南', '陈思远', 101, [
    ['陈思远', '销售主管', '2018-05-14', 1480, 1.03, 0.712, 0.4],
    ['张伟', '销售经理', '2019-08-01', 1560, 0.97, 0.384, 0.3],
    ['李娜', '销售经理', '2021-03-08', 1420, 1.03, 0.698, 0.38],
    ['王浩然', '销售经理', '2020-07-06', 1280, 0.99, 0.661, 0.36],
    ['刘洋', '客户经理', '2022-02-21', 1180, 0.93, 0.583, 0.3],
    ['赵雪', '客户经理', '2021-09-13', 1240, 1.05, 0.735, 0.42],
    [NEW_HIRE, '客户经理', '2026-07-06', 760, 0.7, 0.493, 0.18],
    [LEAVER, '客户经理', '2020-10-12', 820, 0.92, 0, 0.31],
  ]),
  ...team('苏北', '孙立军', 201, [
    ['孙立军', '销售主管', '2017-11-06', 1320, 1, 0.68, 0.37],
    ['吴迪', '销售经理', '2020-03-16', 1180, 0.94, 0.624, 0.31],
    ['郑凯', '客户经理', '2021-06-01', 1080, 0.96, 0.447, 0.28],
    ['徐静', '客户经理', '2021-04-19', 1120, 1.04, 0.719, 0.39],
    ['张文博', '客户经理', '2023-03-01', 980, 0.98, 0.649, 0.33],
  ]),
  ...team('浙江', '林若溪', 301, [
    ['林若溪', '销售主管', '2018-09-03', 1520, 1.07, 0.746, 0.43],
    ['何俊杰', '销售经理', '2019-12-09', 1340, 1, 0.673, 0.35],
    ['高翔', '销售经理', '2020-05-18', 1240, 0.94, 0.596, 0.31],
    ['马晓东', '客户经理', '2021-07-05', 1300, 0.99, 0.668, 0.35],
    ['罗佳怡', '客户经理', '2022-04-11', 1380, 1.05, 0.724, 0.41],
    ['梁宇', '客户经理', '2022-08-15', 1200, 0.92, 0.518, 0.27],
    [MOVER, '客户经理', '2023-05-08', 960, 0.98, 0.652, 0.34],
  ]),
  ...team('上海', '沈嘉禾', 401, [
    ['沈嘉禾', '销售主管', '2017-06-12', 1640, 1.03, 0.703, 0.4],
    ['韩磊', '销售经理', '2019-04-22', 1520, 0.98, 0.638, 0.34],
    [STAR, '销售经理', '2020-09-07', 1360, 1.13, 0.761, 0.5],
    ['谢梓轩', '客户经理', '2021-11-15', 1280, 1, 0.677, 0.36],
    ['章薇', '客户经理', '2022-10-10', 1180, 0.95, 0.575, 0.31],
  ]),
];

/** Months that leave the usual path: two slide into trouble, the new one learns, the star rises. Share of the usual size. */
const turns: Readonly<Record<string, Readonly<Record<string, number>>>> = {
  张伟: { '2026-06': 0.9, '2026-07': 0.82, '2026-08': 0.71, '2026-09': 0.63 },
  郑凯: { '2026-05': 0.92, '2026-06': 0.85, '2026-07': 0.8, '2026-08': 0.74, '2026-09': 0.66 },
  周子涵: { '2026-07': 0.42, '2026-08': 0.6, '2026-09': 0.78 },
  曹雨桐: { '2026-07': 1.16, '2026-08': 1.15, '2026-09': 1.2 },
  梁宇: { '2026-08': 0.9, '2026-09': 0.81 },
};

/** What a person sells of their size in a month, before chance. */
export function turnOf(person: CastMember, month: YearMonth): number {
  const turn = turns[person.name]?.[month];
  if (turn !== undefined) return turn;
  return month < '2026-01' ? 1 + (person.habit - 1) * 0.5 : person.habit;
}
