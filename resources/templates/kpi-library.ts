import type { Kpi } from '@shared/records/scorecard-template';

/** A ready KPI with its names; its weight is given by the template that takes it. */
export type LibraryKpi = Omit<Kpi, 'name' | 'weight'> & { readonly names: { readonly 'zh-CN': string; readonly en: string } };

const capped = { kind: 'linearCapped', floor: 0, cap: 120 } as const;
const typed = { measure: 'manual', direction: 'higher', target: null, curve: { kind: 'manual' } } as const;

/** Computed KPIs take their figure from imported facts, typed ones from the manager with a note. Targets are starting points. */
export const kpiLibrary = {
  attainment: { id: 'attainment', names: { 'zh-CN': '目标完成率', en: 'Target attainment' }, measure: 'planAttainment', direction: 'higher', target: null, curve: capped },
  marginRate: { id: 'marginRate', names: { 'zh-CN': '毛利率', en: 'Gross margin rate' }, measure: 'marginRate', direction: 'higher', target: 0.25, curve: capped },
  returnRate: {
    id: 'returnRate',
    names: { 'zh-CN': '退货率', en: 'Return rate' },
    measure: 'returnRate',
    direction: 'lower',
    target: 0.03,
    curve: { kind: 'interpolate', points: [[0, 40], [0.5, 70], [1, 100], [1.5, 110]] },
  },
  winRate: {
    id: 'winRate',
    names: { 'zh-CN': '赢单率', en: 'Win rate' },
    measure: 'winRate',
    direction: 'higher',
    target: 0.5,
    curve: { kind: 'thresholdTargetStretch', points: [[0.5, 60], [1, 100], [1.25, 120]] },
  },
  wonCount: { id: 'wonCount', names: { 'zh-CN': '赢单数', en: 'Deals won' }, measure: 'wonCount', direction: 'higher', target: 4, curve: capped },
  cycleDays: { id: 'cycleDays', names: { 'zh-CN': '赢单周期', en: 'Sales cycle of won deals' }, measure: 'cycleDays', direction: 'lower', target: 60, curve: capped },
  attitude: { id: 'attitude', names: { 'zh-CN': '工作态度', en: 'Working attitude' }, ...typed },
  satisfaction: { id: 'satisfaction', names: { 'zh-CN': '客户满意度', en: 'Customer satisfaction' }, ...typed },
  learning: { id: 'learning', names: { 'zh-CN': '学习成长', en: 'Learning and growth' }, ...typed },
  netSales: { id: 'netSales', names: { 'zh-CN': '净销售额', en: 'Net sales' }, measure: 'netSales', direction: 'higher', target: 50_000_000, curve: capped },
  wonValue: { id: 'wonValue', names: { 'zh-CN': '赢单金额', en: 'Won value' }, measure: 'wonValue', direction: 'higher', target: 50_000_000, curve: capped },
} satisfies Record<string, LibraryKpi>;
