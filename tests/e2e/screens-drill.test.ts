import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Figures } from '@shared/contracts/figures';
import { analysis } from '@shared/messages/zh-CN/analysis';
import { definitions } from '@shared/messages/zh-CN/definitions';
import { targets } from '@shared/messages/zh-CN/targets';
import { formatAmount } from '@renderer/i18n/formats';
import { type LaunchedWorkbench, launchWorkbench } from './launch/launch-workbench';
import type { TestMachine } from './launch/test-machine';
import { AnalysisPageModel } from './page-models/analysis-page';
import { DrillDrawer, type OpenedFigure } from './page-models/drill-drawer';
import { DrillPanel } from './page-models/drill-panel';
import { figuresHeadless } from './page-models/headless';
import { IncentivesPageModel } from './page-models/incentives-page';
import { ReviewsPageModel } from './page-models/reviews-page';
import { machineWithSample } from './page-models/sample-workspace';
import { ShellModel } from './page-models/shell';
import { TargetsPageModel } from './page-models/targets-page';

/** The whole in the month that runs, a team and a person in one that has ended and is signed. */
const PLACES = [
  { scope: '华东大区', period: '2026-10' },
  { scope: '苏南', period: '2026-09' },
  { scope: '陈思远', period: '2026-09' },
] as const;

let machine: TestMachine;
let workbench: LaunchedWorkbench;
let shell: ShellModel;
let drawer: DrillDrawer;
const answers = new Map<string, Figures>();
beforeAll(async () => {
  machine = await machineWithSample();
  for (const { scope, period } of PLACES) answers.set(scope, await figuresHeadless(machine, period, '--scope', scope));
  workbench = await launchWorkbench({ machine });
  shell = new ShellModel(workbench.page);
  drawer = new DrillDrawer(workbench.page);
});
afterAll(async () => {
  await workbench.close();
  machine.dispose();
});

async function goTo(noun: 'targets' | 'analysis' | 'reviews' | 'incentives', scope: string): Promise<Figures> {
  const figures = answers.get(scope)!;
  await shell.goTo(noun, { period: figures.period.key, scope: figures.scope.nodeId });
  await shell.scopeButton(scope).waitFor();
  return figures;
}

/** Figures that are nothing but the sum of their rows, and those that are their number. */
const SUMS = new Set(['actual', 'net', 'sales', 'returns', 'margin', 'lastYear', 'customer', 'wonValue', 'stageValue', 'base']);
const COUNTS = new Set(['won', 'closed', 'stage', 'reached', 'cohortWon', 'created', 'lines']);

/** What the rows come to is the figure itself, where it is a sum or a count of them. */
function expectRows(opened: readonly OpenedFigure[]): void {
  const sums = opened.filter(({ figure, value, rows }) => SUMS.has(figure) && value !== null && rows !== null);
  expect(sums.map(({ figure, sumFen }) => [figure, sumFen])).toEqual(sums.map(({ figure, value }) => [figure, value]));
  const counts = opened.filter(({ figure }) => COUNTS.has(figure));
  expect(counts.map(({ figure, rows }) => [figure, rows])).toEqual(counts.map(({ figure, value }) => [figure, value]));
}

/** The number alone: `系数 ×1.2` and `1.2`, `141.1` and `141.1 万元` are the same figure. */
const numberIn = (text: string) => /[−\d.,%]+/.exec(text)?.[0] ?? text;
const values = (opened: readonly OpenedFigure[]) => Object.fromEntries(opened.map(({ figure, value }) => [figure, value]));
const less = (a: number | null, b: number | null) => (a === null || b === null ? null : a - b);

describe.each(PLACES)('every figure of $scope in $period says why, and opens exactly the rows it is made of', ({ scope }) => {
  test('headline figures, months, stages, customers and people of the analysis', async () => {
    const figures = await goTo('analysis', scope);
    const { sales, target, opportunities } = figures.nodes[0]!;
    const page = new AnalysisPageModel(workbench.page);
    // The analysis asks for its own answer: until it is here the one before may stand.
    await expect.poll(async () => (await drawer.openEach(page.headlines().first()))[0]?.value).toBe(target.actualFen);
    const headlines = await drawer.openEach(page.headlines());
    expect(values(headlines)).toMatchObject({ actual: target.actualFen, attainment: target.attainment, returns: sales.returnsFen, marginRate: sales.marginFen! / sales.netFen, winRate: opportunities.winRate, cycle: opportunities.cycleMeanDays });
    expect(headlines.map(({ text }) => numberIn(text))).toEqual(headlines.map(({ shown }) => numberIn(shown)));
    const rowsOf = Object.fromEntries(headlines.map(({ figure, rows, sumFen }) => [figure, { rows, sumFen }]));
    expect(rowsOf).toMatchObject({ actual: { rows: sales.lines, sumFen: target.actualFen }, attainment: { sumFen: target.actualFen }, customers: { rows: sales.lines }, winRate: { rows: opportunities.won + opportunities.lost }, cycle: { rows: opportunities.won, sumFen: opportunities.wonFen } });

    const months = await drawer.openEach(page.markButtons(new RegExp(analysis.trendOf.replace('{{name}}', '.*'))));
    expect(months.map(({ value }) => value)).toEqual(figures.months.map(({ actualFen }) => actualFen));
    await page.funnelFigures().first().waitFor();
    const stages = await drawer.openEach(page.funnelFigures());
    const standing = stages.filter(({ figure }) => figure === 'stage');
    const open = figures.funnel.filter(({ outcome }) => outcome === 'open');
    expect(standing.map(({ value, sumFen }) => `${value} ${sumFen}`).filter((text) => text !== '0 0').sort()).toEqual(open.map(({ count, amountFen }) => `${count} ${amountFen}`).sort());
    expect(stages.map(({ text }) => numberIn(text))).toEqual(stages.map(({ shown, figure, text }) => (figure === 'stageValue' ? numberIn(text) : numberIn(shown))));
    // Each stage's own conversion, and that of the periods before where they are known.
    expect([standing.length, 2 * standing.length]).toContain(stages.filter(({ figure }) => figure === 'conversion').length);
    const customers = await drawer.openEach(page.markButtons(new RegExp(`^${analysis.pareto}`)));
    expect(customers.map(({ text, value }) => [text, value])).toEqual(figures.pareto.slice(0, 10).map(({ customer, netFen }) => [customer, netFen]));
    const people = await drawer.openEach(page.markButtons(/排名/));
    const ranked = people.map(({ text }) => figures.nodes.find((node) => node.kind === 'person' && node.name === text)!);
    expect(people.map(({ text, value, sumFen }) => [text, value, sumFen])).toEqual(ranked.map(({ name, target: { attainment, actualFen } }) => [name, attainment, actualFen]));
    for (const opened of [headlines, months, stages, customers, people]) expectRows(opened);
  });

  test('why a node of the tree is what it is, and the cells of the grid', async () => {
    const figures = await goTo('targets', scope);
    const page = new TargetsPageModel(workbench.page);
    const nodes = figures.nodes.filter(({ depth, kind }) => depth <= 1 && kind !== 'unassigned').slice(0, 3);
    for (const { name, target } of nodes) {
      await page.pick(name);
      const opened = await drawer.openEach(page.figuresOfWhy());
      const growth = target.lastYearFen !== null && target.lastYearFen > 0 && target.actualFen !== null ? (target.actualFen - target.lastYearFen) / target.lastYearFen : null;
      expect([name, values(opened)]).toEqual([name, {
        target: target.targetFen, actual: target.actualFen, attainment: target.attainment, time: figures.time.progress, pace: target.pace, gap: less(target.actualFen, target.targetFen),
        lastYear: target.lastYearFen, growth, yearProgress: target.yearAttainment,
        ...(target.gapFen === null || target.gapFen === 0 ? {} : { split: target.gapFen }),
        ...(figures.partial ? { forecast: target.forecastFen, perDay: target.requiredPerDayFen } : {}),
      }]);
      expectRows(opened);
    }
    const month = figures.months.findIndex((point) => point.month === figures.period.key);
    for (const [view, figure] of [['Actual', 'actual'], ['Attainment', 'attainment']] as const) {
      await page.show(view);
      for (const { name, target } of nodes) {
        const [opened] = await drawer.openEach(page.cell(name, month), 'dblclick');
        expect([name, opened]).toEqual([name, expect.objectContaining({ figure, value: figure === 'actual' ? target.actualFen : target.attainment, sumFen: target.actualFen })]);
        if (view === 'Actual') expect(opened!.text).toBe(formatAmount(target.actualFen, 'zh-CN', 'wan'));
      }
    }
    await page.show('Target');
    for (const { name, target } of nodes) {
      await page.cell(name, month).click();
      expect(await drawer.openEach(page.figureOfCell())).toMatchObject([{ figure: 'target', value: target.targetFen, rows: null }]);
    }
    expect(await page.text(targets.balanced).count()).toBe(1);
  });
});

test('a part of a formula is one more click away, its rows with file and line; the keyboard goes back', async () => {
  const { nodes: [root] } = await goTo('analysis', '苏南');
  const page = new AnalysisPageModel(workbench.page);
  await page.headlines().nth(1).click();
  await drawer.openPart(definitions.actual);
  const rows = new DrillPanel(workbench.page);
  expect(await rows.sum()).toMatchObject({ sumFen: root!.target.actualFen });
  for (const row of (await rows.rows()).slice(0, 3)) expect(row.slice(-2)).toEqual([expect.stringMatching(/\.(csv|xlsx?)/), expect.stringMatching(/^\d+$/)]);
  await drawer.goBack(analysis.attainment);
  await drawer.close();
  const [first] = answers.get('苏南')!.pareto;
  expect(await page.openMark(new RegExp(`^${analysis.pareto}`), first!.customer)).toMatchObject({ sumFen: first!.netFen });
});

test('every KPI, score and grade of a person says why, and computed ones open the rows they rest on', async () => {
  const figures = await goTo('reviews', '陈思远');
  const { sales, target, opportunities } = figures.nodes[0]!;
  const page = new ReviewsPageModel(workbench.page);
  await page.person('陈思远').waitFor();
  const opened = await drawer.openEach(page.figures());
  expect(opened.map(({ text }) => numberIn(text))).toEqual(opened.map(({ shown }) => numberIn(shown)));
  expect(new Set(opened.map(({ figure }) => figure))).toEqual(new Set(['total', 'grade', 'sectionScore', 'kpiAttainment', 'kpiScore', 'actual', 'marginRate', 'returnRate', 'winRate', 'won', 'cycle']));
  const actuals: Partial<Record<keyof typeof definitions, object>> = {
    actual: { value: target.actualFen, sumFen: target.actualFen },
    marginRate: { sumFen: sales.marginFen },
    returnRate: { sumFen: sales.returnsFen },
    winRate: { value: opportunities.winRate, rows: opportunities.won + opportunities.lost },
    won: { value: opportunities.won, rows: opportunities.won },
    cycle: { value: opportunities.cycleMeanDays, rows: opportunities.won },
  };
  for (const [figure, expected] of Object.entries(actuals)) expect(opened.find((one) => one.figure === figure)).toMatchObject(expected);
});

test("every amount of a person's commission says why, on the rows it is paid for", async () => {
  const { nodes: [person] } = await goTo('incentives', '陈思远');
  const page = new IncentivesPageModel(workbench.page);
  await page.figuresOf('陈思远').first().waitFor();
  const [, row] = await page.rows();
  const opened = await drawer.openEach(page.figuresOf('陈思远'));
  expect(opened.map(({ figure, value }) => [figure, value])).toEqual([['base', row!.baseFen], ['marginal', row!.marginalFen], ['wholeAmount', row!.wholeAmountFen], ['modeDifference', row!.wholeAmountFen - row!.marginalFen], ['marginal', row!.paidFen]]);
  expect(row!.baseFen).toBe(person!.sales.netFen);
  expectRows(opened);
});
