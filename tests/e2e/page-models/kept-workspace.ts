import { cpSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { addMonths, yearMonth } from '@shared/kernel/month';
import { targets } from '@shared/messages/zh-CN/targets';
import { buildPipeline } from '../../builders/pipeline';
import { csvBytes } from '../../builders/csv-table';
import { type LaunchedWorkbench, launchWorkbench } from '../launch/launch-workbench';
import { prepareMachine, type TestMachine } from '../launch/test-machine';
import { answerOf } from './bridge';
import { canonicalHash } from './canonical-hash';
import { DueCopies } from './due-copies';
import { importHeadless } from './headless';

/** On the payroll of `buildPipeline`, and the year of its plan. */
export const PERSON = 'Ada Birch';
const YEAR = '2026';
/** Lines a month has: enough in the first for its columns to lie in files of their own; the rest fill LevelDB's first table. */
const LINES_OF_MONTH = [6_000, ...Array.from({ length: 60 }, () => 1_400)];

/** A small workspace with everything that can break: imports before and after its snapshot, edits after it, killed at work. */
export interface KeptWorkspace {
  readonly machine: TestMachine;
  /** The canonical hash of what was called saved. */
  readonly hash: string;
  /** Last change-set that was called saved. */
  readonly lastSeq: number;
  /** Its two snapshots, the newest first; edits and an import came after it. */
  readonly snapshots: readonly [newest: string, before: string];
  /** A copy of its own to break; answers the folder. */
  copy(name: string): string;
}

/** Makes it by import, by hand and by kill -9. `dispose` the machine. */
export async function prepareKeptWorkspace(): Promise<KeptWorkspace> {
  const machine = await prepareMachine();
  const people = path.join(machine.home, 'people.csv');
  writeFileSync(people, csvBytes(buildPipeline().teams));
  await importHeadless(machine, [people, ordersFile(machine, 'first', LINES_OF_MONTH)]);
  const first = await launchWorkbench({ machine });
  await createPlan(first);
  await editMonth(first, 1, '11.5');
  const before = await new DueCopies(first).take();
  await editMonth(first, 2, '12.5');
  const newest = await new DueCopies(first).take();
  await first.kill();
  await importHeadless(machine, [ordersFile(machine, 'second', [40])]);
  const second = await launchWorkbench({ machine });
  await openTargets(second);
  await editMonth(second, 2, '22.5');
  await editMonth(second, 3, '23.5');
  const hash = await canonicalHash(second.page);
  const { lastSeq } = (await answerOf(second.page, 'journal.state', {})) as { lastSeq: number };
  await second.kill();
  return {
    machine,
    hash,
    lastSeq,
    snapshots: [newest, before],
    copy: (name) => {
      const folder = path.join(machine.home, name);
      cpSync(machine.workspaceFolder, folder, { recursive: true });
      return folder;
    },
  };
}

/** Order lines that only this file has, so many in each month from January of the plan's year back. */
function ordersFile({ home }: TestMachine, name: string, linesOfMonth: readonly number[]): string {
  const january = yearMonth(`${YEAR}-01`);
  const rows = linesOfMonth.flatMap((lines, back) => {
    const at = addMonths(january, -back);
    return Array.from({ length: lines }, (_, n) => `${name}-${back}-${n},${at}-15,Customer ${n % 40},${PERSON},Delve,1,${100 + (n % 900)}.25`);
  });
  const file = path.join(home, `orders-${name}.csv`);
  writeFileSync(file, `order_number,order_date,customer,sales_agent,product,quantity,amount\n${rows.join('\n')}\n`);
  return file;
}

export async function openTargets({ page }: LaunchedWorkbench): Promise<void> {
  await page.evaluate((hash) => location.assign(hash), `#/targets?period=${YEAR}`);
  await page.getByRole('heading', { level: 1, name: targets.title }).waitFor();
}

/** A plan of the year for everybody, equal shares. */
export async function createPlan(desk: LaunchedWorkbench): Promise<void> {
  await openTargets(desk);
  await desk.page.getByLabel(/全年目标/).fill('12000');
  await desk.page.getByText(targets.shares_equal, { exact: true }).first().click();
  await desk.page.getByRole('button', { name: targets.createPlan.replace('{{year}}', YEAR) }).click();
  await desk.page.getByRole('grid').getByText('12,000.0').first().waitFor();
  await saved(desk);
}

export const cellOf = ({ page }: LaunchedWorkbench, month: number) => page.getByRole('grid').locator('tbody tr').filter({ has: page.getByRole('rowheader', { name: PERSON, exact: true }) }).getByRole('gridcell').nth(month);

export const saved = ({ page }: LaunchedWorkbench): Promise<void> => page.getByText(/^已保存/).waitFor();

/** Types a month's target in 万元 over what stands there; the screen says nothing about saving yet. */
export async function typeMonth(desk: LaunchedWorkbench, month: number, wan: string): Promise<void> {
  await cellOf(desk, month).click();
  await desk.page.keyboard.type(wan);
  await desk.page.keyboard.press('Enter');
}

/** The same, waited for until it is called saved. */
export async function editMonth(desk: LaunchedWorkbench, month: number, wan: string): Promise<void> {
  await typeMonth(desk, month, wan);
  await cellOf(desk, month).filter({ hasText: new RegExp(`^${wan}$`) }).waitFor();
  await saved(desk);
}
