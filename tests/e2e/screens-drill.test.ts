import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Figures, NodeFigures } from '@shared/contracts/figures';
import { analysis } from '@shared/messages/zh-CN/analysis';
import { funnel } from '@shared/messages/zh-CN/funnel';
import { targets } from '@shared/messages/zh-CN/targets';
import { formatAmount, formatPeriod } from '@renderer/i18n/formats';
import { type LaunchedWorkbench, launchWorkbench } from './launch/launch-workbench';
import type { TestMachine } from './launch/test-machine';
import { AnalysisPageModel } from './page-models/analysis-page';
import { DrillDrawer } from './page-models/drill-drawer';
import { figuresHeadless } from './page-models/headless';
import { ReviewsPageModel } from './page-models/reviews-page';
import { machineWithSample } from './page-models/sample-workspace';
import { ShellModel } from './page-models/shell';
import { TargetsPageModel } from './page-models/targets-page';

const MONTHS = ['2026-09', '2026-10'] as const;
const WHOLE = '';
const SCOPES = [WHOLE, '苏南', '陈思远'] as const;
const places = SCOPES.flatMap((scope) => MONTHS.map((period) => ({ scope, period, where: scope === WHOLE ? 'the whole region' : scope })));

let machine: TestMachine;
let workbench: LaunchedWorkbench;
let shell: ShellModel;
const answers = new Map<string, Figures>();
beforeAll(async () => {
  machine = await machineWithSample();
  for (const { scope, period } of places) answers.set(`${scope} ${period}`, await figuresHeadless(machine, period, ...(scope === WHOLE ? [] : ['--scope', scope])));
  workbench = await launchWorkbench({ machine });
  shell = new ShellModel(workbench.page);
});
afterAll(async () => {
  await workbench.close();
  machine.dispose();
});

const figuresOf = (scope: string, period: string) => answers.get(`${scope} ${period}`)!;
const goTo = (noun: 'targets' | 'analysis' | 'reviews', figures: Figures) => shell.goTo(noun, { period: figures.period.key, ...(figures.scope.nodeId === 'u:' ? {} : { scope: figures.scope.nodeId }) });

describe.each(places)('the figures of $where in $period open exactly the rows they are made of', ({ scope, period }) => {
  test('headline figures, months, stages, customers and people of the analysis', async () => {
    const figures = figuresOf(scope, period);
    const { sales, target, opportunities } = figures.nodes[0]!;
    await goTo('analysis', figures);
    const page = new AnalysisPageModel(workbench.page);
    expect(await page.openHeadline('netSales')).toMatchObject({ sumFen: target.actualFen });
    expect(await page.openHeadline('attainment')).toMatchObject({ sumFen: target.actualFen });
    expect(await page.openHeadline('returns')).toMatchObject({ sumFen: sales.returnsFen });
    expect(await page.openHeadline('winRate')).toMatchObject({ rows: opportunities.won + opportunities.lost });
    const cycle = await page.openHeadline('cycle');
    expect(cycle).toEqual(opportunities.cycleMeanDays === null ? null : { rows: opportunities.won, sumFen: opportunities.wonFen });

    const trend = new RegExp(analysis.trend);
    const months = await page.marks(trend);
    expect(months).toHaveLength(12);
    for (const [index, point] of figures.months.entries()) {
      if (point.actualFen !== null) expect([point.month, (await page.openMark(trend, months[index]!)).sumFen]).toEqual([point.month, point.actualFen]);
    }
    await opensItsFunnel(page, figures);
    const pareto = new RegExp(`^${analysis.pareto}`);
    const largest = figures.pareto.slice(0, 10);
    expect(await page.marks(pareto)).toEqual(largest.map(({ customer }) => customer));
    for (const { customer, netFen } of largest) expect([customer, (await page.openMark(pareto, customer)).sumFen]).toEqual([customer, netFen]);
    const ranking = /排名/;
    for (const name of (await page.marks(ranking)).slice(0, 2)) expect([name, (await page.openMark(ranking, name)).sumFen]).toEqual([name, personOf(figures, name).target.actualFen]);
  });

  test('the actual of a node in the tree, and the cells of the grid', async () => {
    const figures = figuresOf(scope, period);
    await goTo('targets', figures);
    const page = new TargetsPageModel(workbench.page);
    const drawer = new DrillDrawer(workbench.page);
    const nodes = figures.nodes.filter(({ depth, kind }) => depth <= 1 && kind !== 'unassigned').slice(0, 3);
    for (const { name, target } of nodes) {
      await page.pick(name);
      await page.openActual(name);
      expect([name, (await drawer.read()).sumFen]).toEqual([name, target.actualFen]);
    }
    await page.show('Actual');
    const month = figures.months.findIndex((point) => point.month === period);
    for (const { name, target } of nodes) {
      expect([name, await page.fenOf(name, month)]).toEqual([name, target.actualFen]);
      expect(await page.cell(name, month).innerText()).toBe(formatAmount(target.actualFen, 'zh-CN', 'wan'));
      await page.cell(name, month).dblclick();
      expect([name, (await drawer.read()).sumFen]).toEqual([name, target.actualFen]);
    }
    await page.show('Target');
    expect(await page.text(targets.balanced).count()).toBe(1);
  });
});

test('every computed KPI of a person opens the rows it rests on', async () => {
  const figures = figuresOf('陈思远', '2026-09');
  const { sales, target, opportunities } = figures.nodes[0]!;
  await goTo('reviews', figures);
  const page = new ReviewsPageModel(workbench.page);
  await page.person('陈思远').waitFor();
  const expected: Record<string, object> = {
    目标完成率: { sumFen: target.actualFen },
    毛利率: { sumFen: sales.marginFen },
    退货率: { sumFen: sales.returnsFen },
    赢单率: { rows: opportunities.won + opportunities.lost },
    赢单数: { rows: opportunities.won },
    赢单周期: { rows: opportunities.won },
  };
  const kpis = await page.kpisWithRows();
  expect(kpis.sort()).toEqual(Object.keys(expected).sort());
  const drawer = new DrillDrawer(workbench.page);
  for (const kpi of kpis) {
    await page.openRows(kpi);
    expect([kpi, await drawer.read()]).toEqual([kpi, expect.objectContaining(expected[kpi]!)]);
  }
});

const personOf = (figures: Figures, name: string): NodeFigures => figures.nodes.find((node) => node.kind === 'person' && node.name === name)!;

/** The snapshot is that of `figures`; each count of the cohort opens as many rows. */
async function opensItsFunnel(page: AnalysisPageModel, figures: Figures): Promise<void> {
  const open = figures.funnel.filter(({ outcome }) => outcome === 'open');
  const stages = await page.funnelStages();
  expect(stages.at(-1)).toBe(funnel.won);
  for (const { stage, count, amountFen } of open) {
    expect(stages).toContain(stage);
    expect([stage, await page.openFunnel(funnel.nameStanding.replace('{{stage}}', stage))]).toEqual([stage, { rows: count, sumFen: amountFen }]);
  }
  const named = (name: string) => name.replace('{{period}}', formatPeriod(figures.period.key, 'zh-CN'));
  const { won, lost } = figures.nodes[0]!.opportunities;
  expect(await page.openFunnel(named(funnel.nameClosedWon))).toMatchObject({ rows: won });
  expect(await page.openFunnel(named(funnel.nameClosedLost))).toMatchObject({ rows: lost });
  for (const name of [...stages.slice(0, -1).map((stage) => funnel.nameReached.replace('{{stage}}', stage)), funnel.nameCohortWon]) {
    expect([name, (await page.openFunnel(name)).rows]).toEqual([name, Number((await page.funnelFigure(name))?.replaceAll(',', ''))]);
  }
}
