import { type Kpi, type ScorecardTemplate, type Section, scorecardTemplateSchema } from '@shared/records/scorecard-template';
import { type LibraryKpi, kpiLibrary } from './kpi-library';

export type TemplateLanguage = 'zh-CN' | 'en';
type Names = Readonly<Record<TemplateLanguage, string>>;

const GRADES = [
  { name: 'S', from: 95, multiplier: 1.5 },
  { name: 'A', from: 85, multiplier: 1.2 },
  { name: 'B', from: 70, multiplier: 1 },
  { name: 'C', from: 60, multiplier: 0.7 },
  { name: 'D', from: null, multiplier: 0 },
];

/**
 * The templates a new workspace starts with, named in its language; they are the user's from then on.
 * `monthly`: 业绩 40 / 过程 25 / 行为 20 / 成长 15 with no single KPI above 20 %; `review-of-goals`: goals, attitude and satisfaction.
 */
export function defaultScorecardTemplates(language: TemplateLanguage): ScorecardTemplate[] {
  const kpi = ({ names, ...rest }: LibraryKpi, weight: number): Kpi => ({ ...rest, name: names[language], weight });
  const section = (id: string, names: Names, weight: number, kpis: Kpi[]): Section => ({ id, name: names[language], weight, kpis });
  const template = (id: string, names: Names, sections: Section[]): ScorecardTemplate =>
    scorecardTemplateSchema.parse({ id: `${id}/v1`, name: names[language], version: 1, sections, grades: GRADES, threshold: 60, active: true });
  return [
    template('monthly', { 'zh-CN': '月度评分卡', en: 'Monthly scorecard' }, [
      section('results', { 'zh-CN': '业绩', en: 'Results' }, 4000, [kpi(kpiLibrary.attainment, 5000), kpi(kpiLibrary.marginRate, 2500), kpi(kpiLibrary.returnRate, 2500)]),
      section('process', { 'zh-CN': '过程', en: 'Process' }, 2500, [kpi(kpiLibrary.winRate, 4000), kpi(kpiLibrary.wonCount, 3000), kpi(kpiLibrary.cycleDays, 3000)]),
      section('conduct', { 'zh-CN': '行为', en: 'Conduct' }, 2000, [kpi(kpiLibrary.attitude, 5000), kpi(kpiLibrary.satisfaction, 5000)]),
      section('growth', { 'zh-CN': '成长', en: 'Growth' }, 1500, [kpi(kpiLibrary.learning, 10_000)]),
    ]),
    template('review-of-goals', { 'zh-CN': '目标与态度', en: 'Goals and attitude' }, [
      section('goals', { 'zh-CN': '目标', en: 'Goals' }, 6000, [kpi(kpiLibrary.attainment, 10_000)]),
      section('attitude', { 'zh-CN': '工作态度', en: 'Working attitude' }, 2000, [kpi(kpiLibrary.attitude, 10_000)]),
      section('satisfaction', { 'zh-CN': '客户满意度', en: 'Customer satisfaction' }, 2000, [kpi(kpiLibrary.satisfaction, 10_000)]),
    ]),
  ];
}
