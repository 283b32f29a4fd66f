import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { imports } from '@shared/messages/zh-CN/imports';
import type { SeededRandom } from '../../resources/sample/seeded-random';
import { buildPipeline } from '../builders/pipeline';
import { csvBytes } from '../builders/csv-table';
import { type LaunchedWorkbench, launchWorkbench } from '../e2e/launch/launch-workbench';
import { prepareMachine, type TestMachine } from '../e2e/launch/test-machine';
import { ask } from '../e2e/page-models/bridge';
import { DataPageModel } from '../e2e/page-models/data-page';
import { DueCopies } from '../e2e/page-models/due-copies';
import { importHeadless } from '../e2e/page-models/headless';
import { createPlan, openTargets, PERSON, typeMonth } from '../e2e/page-models/kept-workspace';

export const loads = ['edit', 'import', 'backup', 'restore'] as const;
export type Load = (typeof loads)[number];

/** The longest that each is let run before it is cut off, in ms. */
export const LONGEST: Readonly<Record<Load, number>> = { edit: 2_500, import: 2_500, backup: 700, restore: 3_500 };

const LINES = 400;

/** A machine whose workspace has people, a few order lines, a plan and a copy. */
export async function prepareTortured(): Promise<TestMachine> {
  const machine = await prepareMachine();
  const people = path.join(machine.home, 'people.csv');
  writeFileSync(people, csvBytes(buildPipeline().teams));
  await importHeadless(machine, [people, ordersFile(machine, 'first')]);
  const desk = await launchWorkbench({ machine });
  await createPlan(desk);
  await new DueCopies(desk).take();
  await desk.kill();
  return machine;
}

/** Order lines that only this name has. */
function ordersFile({ home }: TestMachine, name: string): string {
  const rows = Array.from({ length: LINES }, (_, at) => `${name}-${at},2026-${String((at % 12) + 1).padStart(2, '0')}-15,Customer ${at % 40},${PERSON},Delve,1,${100 + (at % 900)}.25`);
  const file = path.join(home, 'exports', `orders-${name}.csv`);
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, `order_number,order_date,customer,sales_agent,product,quantity,amount\n${rows.join('\n')}\n`);
  return file;
}

/** Readies a window for a kind of work; what it answers does the work and is meant to be cut off. */
export async function readyFor(load: Load, desk: LaunchedWorkbench, machine: TestMachine, random: SeededRandom, name: string): Promise<() => Promise<unknown>> {
  const copies = new DueCopies(desk);
  const wan = () => `${random.int(1, 9_999)}.5`;
  switch (load) {
    case 'edit':
      await openTargets(desk);
      return async () => {
        for (let n = 0; n < 40; n++) await typeMonth(desk, random.int(1, 12), wan());
      };
    case 'import': {
      const data = new DataPageModel(desk.app, desk.page);
      const file = ordersFile(machine, name);
      await data.open();
      return async () => {
        await data.choose(file);
        await data.dryRun();
        await desk.page.getByRole('button', { name: new RegExp(imports.commit.replace('{{count}}', '[\\d,]+')) }).click();
        await desk.page.getByText(imports.reportNext, { exact: true }).waitFor();
      };
    }
    case 'backup':
      await openTargets(desk);
      await typeMonth(desk, random.int(1, 12), wan());
      return () => copies.take();
    case 'restore': {
      // Either comes to what there is now: from a copy of this moment, or from any copy with the journal on top.
      if (random.chance(0.5)) {
        const [newest] = await copies.list();
        return () => ask(desk.page, 'recovery.rebuild', { snapshot: newest?.id ?? null });
      }
      await openTargets(desk);
      await typeMonth(desk, random.int(1, 12), wan());
      const id = await copies.take();
      return () => ask(desk.page, 'keep.restore', { copy: { snapshot: id }, passphrase: null, into: 'here', confirmName: null });
    }
  }
}
