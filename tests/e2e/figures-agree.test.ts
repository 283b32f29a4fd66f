import path from 'node:path';
import type { Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Figures, NodeFigures } from '@shared/contracts/figures';
import { formatAmount, formatNumber, formatPercent } from '@renderer/i18n/formats';
import { type LaunchedWorkbench, launchWorkbench } from './launch/launch-workbench';
import type { TestMachine } from './launch/test-machine';
import { figuresHeadless, packHeadless } from './page-models/headless';
import { PackText } from './page-models/pack-text';
import { machineWithSample } from './page-models/sample-workspace';
import { ShellModel } from './page-models/shell';
import { TargetsPageModel } from './page-models/targets-page';

/** A month that is reviewed and signed, its place in the fiscal year, and two scopes: the whole, and a team. */
const PERIOD = '2026-09';
const MONTH = 8;
const SCOPES = [{ scope: '华东大区' }, { scope: '苏北' }];

const wan = (fen: number | null) => formatAmount(fen, 'zh-CN', 'wan');
const yuan = (fen: number | null) => formatAmount(fen, 'zh-CN', 'yuan');
const percent = (rate: number | null) => formatPercent(rate, 'zh-CN');

let machine: TestMachine;
const figuresOf = new Map<string, Figures>();
const packOf = new Map<string, PackText>();
let workbench: LaunchedWorkbench;
let page: Page;
let shell: ShellModel;

beforeAll(async () => {
  machine = await machineWithSample();
  for (const { scope } of SCOPES) {
    const out = path.join(machine.home, `${scope}.pdf`);
    figuresOf.set(scope, await figuresHeadless(machine, PERIOD, '--scope', scope));
    await packHeadless(machine, PERIOD, out, '--scope', scope);
    packOf.set(scope, new PackText(out));
  }
  workbench = await launchWorkbench({ machine });
  page = workbench.page;
  shell = new ShellModel(page);
  await shell.follow('targets');
});
afterAll(async () => {
  await workbench.close();
  machine.dispose();
});

const shownName = ({ kind, name }: NodeFigures) => (kind === 'unassigned' ? '未分配' : name);
const isInPlan = ({ kind }: NodeFigures) => kind !== 'unassigned';
/** Texts of all elements, their blanks folded. */
const folded = (texts: readonly string[]) => texts.map((text) => text.replaceAll(/\s+/g, ' ').trim());

describe.each(SCOPES)('$scope in one month', ({ scope }) => {
  let figures: Figures;
  let pack: PackText;
  let root: NodeFigures;
  beforeAll(() => {
    figures = figuresOf.get(scope)!;
    pack = packOf.get(scope)!;
    root = figures.nodes[0]!;
  });
  const place = () => ({ period: PERIOD, scope: figures.scope.nodeId });

  test('the headline figures of the summary and of the analysis page are those of the command line', async () => {
    const { target, sales, opportunities } = root;
    const summary = folded([pack.chapter('01 摘要')])[0]!;
    expect(summary).toContain(`目标 ${wan(target.targetFen)} 完成 ${percent(target.attainment)}`);
    expect(summary).toContain(`赢单 ${opportunities.won} 丢单 ${opportunities.lost}`);
    expect(summary).toContain(`毛利 ${wan(sales.marginFen)} 万元`);
    expect(summary).toMatch(new RegExp(`${wan(target.actualFen)} ${percent(target.yearAttainment).slice(0, -1)} ${percent(opportunities.winRate).slice(0, -1)} `));
    await shell.goTo('analysis', place());
    await shell.scopeButton(scope).waitFor();
    const headline = page.getByRole('region', { name: '分析' }).first();
    await expect.poll(async () => folded([await headline.innerText()])[0]).toContain(`${wan(target.actualFen)} 万元`);
    const text = folded([await headline.innerText()])[0]!;
    for (const shown of [percent(target.attainment), `目标 ${wan(target.targetFen)} 万元`, `${wan(sales.returnsFen)} 万元`, `${formatNumber(sales.lines, 'zh-CN')} 行订单`, percent(opportunities.winRate), `赢 ${opportunities.won} · 输 ${opportunities.lost}`]) expect(text).toContain(shown);
    expect(text).toContain(`${formatNumber(opportunities.cycleMeanDays, 'zh-CN', 1)} 天`);
  });

  test('every node of the printed tree has the target, actual, gap and attainment of the command line', () => {
    const gap = ({ target: { actualFen, targetFen } }: NodeFigures) => (actualFen === null || targetFen === null ? null : actualFen - targetFen);
    const signed = (fen: number | null) => `${fen !== null && fen > 0 ? '+' : ''}${wan(fen)}`;
    expect(pack.nodes()).toEqual(
      figures.nodes.map((node) => ({ name: shownName(node), target: wan(node.target.targetFen), actual: wan(node.target.actualFen), gap: signed(gap(node)), attainment: percent(node.target.attainment) })),
    );
  });

  test('every box of the drawn tree shows the same, and the grid holds the same to 1 分', async () => {
    await shell.goTo('targets', place());
    await shell.scopeButton(scope).waitFor();
    const boxes = page.getByRole('group', { name: '目标树' }).locator('button[aria-pressed]');
    await expect.poll(() => boxes.count()).toBe(figures.nodes.length);
    const texts = folded(await boxes.allInnerTexts());
    for (const node of figures.nodes) {
      const box = texts.find((text) => text.startsWith(`${shownName(node)} `)) ?? '';
      expect(box).toContain(percent(node.target.attainment));
      if (node.kind === 'company' || node.kind === 'team') expect(box).toContain(`${wan(node.target.actualFen)} / ${wan(node.target.targetFen)}`);
    }
    const plan = new TargetsPageModel(page);
    const inGrid = async () => new Map((await plan.lines()).filter(({ kind, fen }) => kind === 'target' && fen[MONTH + 1] !== null).map(({ name, fen }) => [name, fen[MONTH + 1]]));
    await plan.show('Target');
    await expect.poll(inGrid).toEqual(new Map(figures.nodes.filter(isInPlan).map((node) => [node.name, node.target.targetFen])));
    await plan.show('Actual');
    await expect.poll(inGrid).toEqual(new Map(figures.nodes.filter(isInPlan).map((node) => [node.name, node.target.actualFen])));
    await plan.show('Target');
  });

  test("every person's score and grade on paper are those of the review page", async () => {
    await shell.goTo('reviews', place());
    await shell.scopeButton(scope).waitFor();
    const people = figures.nodes.filter(({ kind }) => kind === 'person').map(({ name }) => name);
    const rows = page.getByRole('region', { name: /^(待评分|已签)$/ }).locator('li button');
    await expect.poll(() => rows.count()).toBe(people.length);
    const shown = (await rows.evaluateAll((buttons) => buttons.map((button) => [...button.children].map((child) => (child as HTMLElement).innerText.trim())))).map(([name, , score, grade]) => [name, score, grade]);
    const printed = pack.people().map(({ name, score, grade }) => [name, score, grade]);
    expect(printed.map(([name]) => name)).toEqual(people);
    const lines = (table: readonly (readonly (string | undefined)[])[]) => table.map((cells) => cells.join(' ')).sort();
    expect(lines(shown)).toEqual(lines(printed));
  });

  test("every person's commission on paper is that of the incentives page, to 1 分", async () => {
    await shell.goTo('incentives', place());
    await shell.scopeButton(scope).waitFor();
    const rows = page.getByRole('table', { name: '激励' }).locator('tbody tr[data-kind="plain"]');
    const printed = pack.people().map(({ name, base, pay }) => [name, base, pay]);
    await expect.poll(() => rows.count()).toBe(printed.length);
    const cells = await rows.evaluateAll((lines) => lines.map((line) => [...line.querySelectorAll('td')].map((cell) => cell.innerText.trim())));
    expect(cells.map(([name, , base, , , , paid]) => [name, base, paid])).toEqual(printed);
    // What commission is paid on is what the figures count.
    for (const node of figures.nodes.filter(({ kind }) => kind === 'person')) expect(printed).toContainEqual([node.name, yuan(node.sales.netFen), expect.any(String)]);
  });
});
