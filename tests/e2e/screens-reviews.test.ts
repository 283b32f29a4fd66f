import { execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { incentives } from '@shared/messages/zh-CN/incentives';
import { reviews } from '@shared/messages/zh-CN/reviews';
import { cellOf, csvBytes, withCells } from '../builders/csv-table';
import type { Pipeline } from '../builders/pipeline';
import { writePipeline } from '../builders/pipeline-files';
import { buildSmallTeam, SMALL_TEAM } from '../builders/small-team';
import { type LaunchedWorkbench, launchWorkbench } from './launch/launch-workbench';
import { prepareMachine, type TestMachine } from './launch/test-machine';
import { importHeadless, packHeadless } from './page-models/headless';
import { IncentivesPageModel, type PayRow } from './page-models/incentives-page';
import { PacksPageModel } from './page-models/packs-page';
import { ReviewsPageModel, type TypedReview } from './page-models/reviews-page';
import { machineLike } from './page-models/sample-workspace';
import { ShellModel } from './page-models/shell';
import { TemplatesPageModel } from './page-models/templates-page';

const PERIOD = '2019-06';
const MONTH = '2019年6月';
const [ADA, OMAR] = SMALL_TEAM.Coast;
const EVERYBODY = Object.values(SMALL_TEAM).flat();

const pipeline = buildSmallTeam();
let imported: TestMachine;
beforeAll(async () => {
  imported = await prepareMachine();
  const folder = path.join(imported.home, 'exports');
  mkdirSync(folder);
  await importHeadless(imported, writePipeline(folder, pipeline));
});
afterAll(() => imported.dispose());

const typed = (score: string, of: string): TypedReview => ({
  manual: { 工作态度: [score, `${of}：每周例会都到`], 客户满意度: ['90', '回访两家，没有投诉'], 学习成长: ['72.5', '产品考试'] },
  praise: `${of}把老客户留住了`,
  gaps: '新客户不足',
  advice: '每周两次拜访',
});

/** Every deal that somebody won in the month is worth more: what a corrected export brings. */
function withBetterMonth({ opportunities }: Pipeline): Pipeline['opportunities'] {
  return opportunities.rows.reduce((table, row, index) => {
    const isWon = cellOf(table, row, 'deal_stage') === 'Won' && cellOf(table, row, 'close_date').startsWith(PERIOD);
    return isWon ? withCells(table, index, { close_value: String(Number(cellOf(table, row, 'close_value')) + 1_000) }) : table;
  }, opportunities);
}

/** What the corrected export adds to the deals a person won in the month, in 分. */
const lateFenOf = (name: string): number => pipeline.opportunities.rows.filter((row) => cellOf(pipeline.opportunities, row, 'deal_stage') === 'Won' && cellOf(pipeline.opportunities, row, 'close_date').startsWith(PERIOD) && cellOf(pipeline.opportunities, row, 'sales_agent') === name).length * 100_000;

async function openAt(machine: TestMachine, noun: 'reviews' | 'incentives' | 'packs'): Promise<{ workbench: LaunchedWorkbench; shell: ShellModel }> {
  const workbench = await launchWorkbench({ machine });
  const shell = new ShellModel(workbench.page);
  await shell.goTo(noun, { period: PERIOD });
  return { workbench, shell };
}

test('a month is reviewed by keyboard, signed, frozen against later imports and restarts, re-opened as revision 2, and printed as 草稿 until all are signed', async () => {
  const machine = await machineLike(imported);
  const first = await openAt(machine, 'reviews');
  const page = new ReviewsPageModel(first.workbench.page);
  await page.begin(MONTH);
  await page.person(ADA).waitFor();
  await first.workbench.page.getByText(reviews.notReady_manualScore.replace('{{kpi}}', '工作态度')).waitFor();
  expect(await page.signButton().isDisabled()).toBe(true);

  await page.type(typed('88', ADA));
  // Alt with an arrow keeps the field that is being typed in.
  await page.step('next');
  await page.person(OMAR).waitFor();
  await page.step('previous');
  await page.person(ADA).waitFor();
  await expect.poll(() => page.comment('advice').inputValue()).toBe('每周两次拜访');
  await expect.poll(() => page.score('工作态度').inputValue()).toBe('88');
  await page.sign(ADA);
  await page.pick(ADA);
  await first.workbench.page.getByText('修订 R1').waitFor();
  expect(await page.comment('praise').isEditable()).toBe(false);
  const signed = await page.frozenPart();
  await page.pick(OMAR);
  const open = await page.frozenPart();
  await first.shell.follow('packs');
  await new PacksPageModel(first.workbench.page).draft(3).waitFor();
  await first.shell.saved();
  await first.workbench.close();

  const draftFile = path.join(machine.home, 'draft.pdf');
  expect(await packHeadless(machine, PERIOD, draftFile)).toMatchObject({ draft: true });
  expect(execFileSync('pdftotext', [draftFile, '-'], { encoding: 'utf8' })).toContain('草稿');
  const corrected = path.join(machine.home, 'opportunities.csv');
  writeFileSync(corrected, csvBytes(withBetterMonth(pipeline)));
  const [report] = await importHeadless(machine, [corrected]);
  expect(report!.changed).toBeGreaterThan(0);

  const second = await openAt(machine, 'reviews');
  const again = new ReviewsPageModel(second.workbench.page);
  await again.pick(ADA);
  expect(await again.frozenPart()).toEqual(signed);
  await second.shell.follow('incentives');
  const late = await new IncentivesPageModel(second.workbench.page).lateChanges();
  expect(late).toEqual([{ name: ADA, month: MONTH, baseFen: lateFenOf(ADA), payFen: expect.any(Number), settled: incentives.settledOpen }]);
  await second.shell.follow('reviews');
  await again.pick(OMAR);
  expect(await again.frozenPart()).not.toEqual(open);
  await again.pick(ADA);
  await again.reopen();
  await again.pick(ADA);
  await expect.poll(() => again.frozenPart()).not.toEqual(signed);
  await again.sign(ADA);
  await again.pick(ADA);
  await second.workbench.page.getByText('修订 R2').waitFor();
  for (const name of EVERYBODY.filter((person) => person !== ADA)) {
    await again.pick(name);
    await again.type(typed('80', name));
    await again.step('previous');
    await again.pick(name);
    await again.sign(name);
  }
  await second.shell.follow('packs');
  await new PacksPageModel(second.workbench.page).final().waitFor();
  await second.shell.saved();
  await second.workbench.close();

  const finalFile = path.join(machine.home, 'final.pdf');
  expect(await packHeadless(machine, PERIOD, finalFile)).toMatchObject({ draft: false, people: 4 });
  const text = execFileSync('pdftotext', [finalFile, '-'], { encoding: 'utf8' });
  expect(text).not.toContain('草稿');
  expect(text).toContain(`${OMAR}把老客户留住了`);
  machine.dispose();
});

/** Bands as 元 and percent. */
const BANDS = [['0', '1.25'], ['2000.55', '3.5'], ['9000', '7.0125']] as const;

/** Both modes from a base in 分, exact and rounded half up once, by nothing but whole numbers. */
function payOf(baseFen: number): Pick<PayRow, 'marginalFen' | 'wholeAmountFen'> {
  const bands = BANDS.map(([from, rate]) => ({ from: BigInt(Math.round(Number(from) * 100)), millionths: BigInt(Math.round(Number(rate) * 10_000)) }));
  const base = BigInt(baseFen);
  const rounded = (millionthFen: bigint) => Number((millionthFen * 2n + 1_000_000n) / 2_000_000n);
  const marginal = bands.reduce((sum, { from, millionths }, index) => {
    const to = bands[index + 1]?.from ?? base;
    const share = (base < to ? base : to) - from;
    return share > 0n ? sum + share * millionths : sum;
  }, 0n);
  const reached = bands.filter(({ from }) => base >= from).at(-1)!;
  return { marginalFen: rounded(marginal), wholeAmountFen: rounded(base * reached.millionths) };
}

test('commission stands in both modes side by side, exact to 1 分, and a statement sums to its pay-out by bands and by lines, also after the bands are changed', async () => {
  const machine = await machineLike(imported);
  const { workbench, shell } = await openAt(machine, 'incentives');
  const page = new IncentivesPageModel(workbench.page);
  await page.people().waitFor();
  const deals = (name: string) => pipeline.opportunities.rows.filter((row) => {
    const cell = (header: string) => cellOf(pipeline.opportunities, row, header);
    return cell('sales_agent') === name && cell('deal_stage') === 'Won' && cell('close_date').startsWith(PERIOD);
  });
  const wonFen = (name: string) => deals(name).reduce((sum, row) => sum + Number(cellOf(pipeline.opportunities, row, 'close_value')) * 100, 0);

  for (const mode of ['marginal', 'wholeAmount'] as const) {
    await page.changePlan(mode, BANDS);
    const expected = EVERYBODY.map((name) => ({ name, baseFen: wonFen(name), ...payOf(wonFen(name)) })).map((row) => ({ ...row, paidFen: mode === 'marginal' ? row.marginalFen : row.wholeAmountFen }));
    const byName = (rows: readonly PayRow[]) => rows.toSorted((a, b) => a.name.localeCompare(b.name));
    await expect.poll(async () => byName((await page.rows()).slice(1))).toEqual(byName(expected));
    const [total] = await page.rows();
    const sum = (pick: (row: PayRow) => number) => expected.reduce((all, row) => all + pick(row), 0);
    expect(total).toMatchObject({ baseFen: sum((row) => row.baseFen), marginalFen: sum((row) => row.marginalFen), wholeAmountFen: sum((row) => row.wholeAmountFen), paidFen: sum((row) => row.paidFen) });
    for (const { name, baseFen, paidFen } of expected) {
      const statement = await page.open(name);
      const total = (rows: readonly { payFen: number }[]) => rows.reduce((all, row) => all + row.payFen, 0);
      expect(statement).toMatchObject({ payFen: paidFen });
      expect([name, total(statement.bands), total(statement.lines)]).toEqual([name, paidFen, paidFen]);
      expect([name, statement.lines.length, statement.lines.reduce((all, line) => all + line.amountFen, 0)]).toEqual([name, deals(name).length, baseFen]);
    }
  }
  // The change of the plan has a name, and goes back by it.
  await shell.undo('修改提成方案 月度阶梯提成').waitFor();
  await workbench.close();
  machine.dispose();
});

test('a scorecard is changed only with exact weights and a reason, as the next version from a later month; a month scored keeps its own, and all goes back by name', async () => {
  const machine = await machineLike(imported);
  const { workbench, shell } = await openAt(machine, 'reviews');
  const { page } = workbench;
  await new ReviewsPageModel(page).begin(MONTH);
  await new ReviewsPageModel(page).person(ADA).waitFor();
  const editor = new TemplatesPageModel(page);
  await editor.open();
  expect(await editor.list()).toEqual(['月度评分卡 v1 使用中', '目标与态度 v1 使用中']);

  await editor.weight('目标完成率').fill('45.5');
  await expect.poll(() => editor.state().innerText()).toContain('「业绩」各指标权重合计要正好 100%，现在差 −4.50%');
  expect(await editor.save(2).isDisabled()).toBe(true);
  await editor.weight('毛利率').fill('29.5');
  await expect.poll(() => editor.state().innerText()).toContain('请写明这一版为什么改');
  await editor.reason().fill('毛利更重要');
  await editor.setTarget('赢单率', '目标（%）', '55');
  await editor.save(2).click();
  await expect.poll(() => editor.list()).toEqual(['月度评分卡 v2 使用中', '目标与态度 v1 使用中']);
  await page.getByText('毛利更重要').waitFor();
  await page.getByText('2019年7月起').waitFor();

  await editor.copy();
  await expect.poll(() => editor.list()).toContain('月度评分卡 副本 v1 未启用');
  await editor.leave();
  await page.getByText('月度评分卡 v1').first().waitFor();
  await shell.goTo('reviews', { period: '2019-07' });
  await page.getByText('月度评分卡 v2').first().waitFor();

  for (const step of ['新建模板 月度评分卡 副本', '修改模板 月度评分卡']) await shell.undo(step).click();
  await page.getByText('月度评分卡 v1').first().waitFor();
  await workbench.close();
  machine.dispose();
});
