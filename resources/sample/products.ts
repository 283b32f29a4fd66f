/** What the sample sells: 20 products in 4 lines. */
export interface SampleProduct {
  readonly code: string;
  readonly name: string;
  readonly line: string;
  readonly unit: string;
  /** List price in 1/10,000 元. Spare parts are priced to four decimals, which is where parts of a 分 come from. */
  readonly priceUnits: number;
  readonly marginRate: number;
  /** How often it is ordered. */
  readonly weight: number;
}

type Row = [code: string, name: string, unit: string, price: number, marginRate: number, weight: number];

const line = (name: string, rows: Row[]): SampleProduct[] =>
  rows.map(([code, product, unit, price, marginRate, weight]) => ({ code, name: product, line: name, unit, priceUnits: Math.round(price * 10_000), marginRate, weight }));

export const PRODUCTS: readonly SampleProduct[] = [
  ...line('伺服驱动', [
    ['SD300', '伺服驱动器 SD300', '台', 4_860, 0.28, 9],
    ['SD500', '伺服驱动器 SD500', '台', 8_920, 0.29, 7],
    ['SD800', '多轴驱动器 SD800', '台', 26_800, 0.31, 2.5],
    ['SM80', '伺服电机 SM80', '台', 3_260, 0.26, 8],
    ['SM130', '伺服电机 SM130', '台', 5_480, 0.27, 6],
  ]),
  ...line('精密传动', [
    ['PG60', '行星减速机 PG60', '台', 2_480, 0.25, 7],
    ['PG90', '行星减速机 PG90', '台', 4_150, 0.26, 5],
    ['BS25', '滚珠丝杠 BS25', '根', 1_860, 0.24, 6],
    ['LM120', '直线模组 LM120', '套', 7_680, 0.28, 5],
    ['RK6', '6轴改造套件 RK6', '套', 68_000, 0.33, 0.8],
  ]),
  ...line('检测传感', [
    ['VC2', '视觉检测单元 VC2', '套', 18_600, 0.36, 3],
    ['LS100', '激光测距仪 LS100', '台', 3_980, 0.32, 4],
    ['TS50', '扭矩传感器 TS50', '只', 6_450, 0.34, 3.5],
    ['GM10', '在线量仪 GM10', '套', 32_500, 0.35, 1.4],
    ['EN17', '编码器 EN17', '只', 1_120, 0.3, 5],
  ]),
  ...line('备件服务', [
    ['SP1', '标准备件包 SP1', '包', 980.525, 0.38, 5],
    ['CB5', '电缆组件 CB5', '米', 86.4125, 0.35, 5],
    ['LB2', '润滑维护包 LB2', '包', 325.7385, 0.4, 4],
    ['BR20', '轴承组 BR20', '组', 186.2265, 0.33, 4],
    ['MS12', '年度维保', '年', 12_000, 0.42, 2],
  ]),
];
