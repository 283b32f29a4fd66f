import { LEAVER, MOVER, NEW_HIRE, REGION_MANAGER } from './cast';

/** Who commits and signs in the sample. */
export const ACTOR = REGION_MANAGER;
/** The sample's own day: the 12th of October's 18 working days. */
export const FIXED_TODAY = '2026-10-22';

/** A year's plan: an annual number in 万元, the months typed over it (0 = January), and the commit that closes it. */
export interface PlanStory {
  readonly fiscalYear: number;
  /** Null = there is nothing to allocate by: each person's months are typed, in proportion to their size. */
  readonly annualWan: number | null;
  readonly timeShape: 'lastYear' | 'workingDays';
  readonly monthsWan: Readonly<Record<number, number>>;
  readonly at: string;
  readonly reason: string;
}

/** First versions. 2026 follows the shape of 2025, but its Spring Festival falls in February: January takes what February loses. */
export const FIRST_PLANS: readonly PlanStory[] = [
  { fiscalYear: 2024, annualWan: null, timeShape: 'workingDays', monthsWan: { 10: 2_600, 11: 2_850 }, at: '2024-10-28T09:30:00.000Z', reason: '工作台启用，只分解11月、12月，按各人规模' },
  {
    fiscalYear: 2025,
    annualWan: 28_000,
    timeShape: 'workingDays',
    monthsWan: { 0: 1_550, 1: 1_600, 2: 2_400, 3: 2_300, 4: 2_250, 5: 2_500, 6: 2_250, 7: 2_250, 8: 2_800, 9: 2_200, 10: 2_800, 11: 3_100 },
    at: '2025-01-06T02:10:00.000Z',
    reason: '2025年初版：按2024年末实绩定各人份额，按行业淡旺季定各月',
  },
  { fiscalYear: 2026, annualWan: 30_334, timeShape: 'lastYear', monthsWan: { 0: 2_150 }, at: '2026-01-05T01:40:00.000Z', reason: '2026年初版：按2025年实绩分解，春节在2月，1月上调、2月下调' },
];

/** The month whose number takes up what the typed January moved. */
export const FESTIVAL_MONTH = 1;

/** Second version of 2026: the new hire's months are typed and locked, the rest of the year is re-spread. */
export const SECOND_VERSION = {
  at: '2026-07-08T06:20:00.000Z',
  closedMonths: [0, 1, 2, 3, 4, 5],
  person: NEW_HIRE,
  monthsWan: { 6: 57.2, 7: 59.1, 8: 75.5, 9: 60.5, 10: 71, 11: 84 },
  reason: `${LEAVER}离职、${MOVER}4月16日转浙江、${NEW_HIRE}入职：按在岗天数重新分解下半年`,
} as const;

/** Third version of 2026: what the third quarter missed goes to November and December, and the open gaps are named. */
export const THIRD_VERSION = {
  at: '2026-09-28T08:05:00.000Z',
  annualWan: 30_646,
  /** Locked while the rest is re-spread; the running month is freed afterwards. */
  closedMonths: [6, 7, 8],
  runningMonth: 9,
  lastMonths: [10, 11],
  /** Units that get their months assigned, so that what is taken from or given to their people shows as their gap. */
  assigned: ['苏南', '浙江'],
  /** 万元 taken from (−) or given to (+) a person in November and December. */
  moved: [
    { person: '张伟', wan: [-24, -12] },
    { person: '吴迪', wan: [-19, -9.5] },
    { person: '章薇', wan: [-19, -9.5] },
    { person: '谢梓轩', wan: [-19, -9.5] },
    { person: '韩磊', wan: [-19, -9.5] },
    { person: '林若溪', wan: [10, 5] },
    { person: '罗佳怡', wan: [10, 5] },
  ],
  buffer: '浙江',
  lockedCell: { person: '陈思远', month: 11 },
  reason: 'Q3缺口312.0万，按季节指数并入Q4；浙江申明超额保险30.0万，苏南36.0万待分解',
} as const;

/** Working changes since the third version: still a draft on the sample's day. */
export const WORKING_CHANGES = {
  at: '2026-10-21T07:30:00.000Z',
  moved: [
    { person: '李娜', wan: [5.4, 3] },
    { person: '王浩然', wan: [-2, -1] },
    { person: '刘洋', wan: [-2, -1] },
    { person: '徐静', wan: [3, 2] },
    { person: '张文博', wan: [-1, -1] },
    { person: '曹雨桐', wan: [4, 4] },
  ],
} as const;
