import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type CsvTable, csvBytes, withCells } from '../builders/csv-table';
import { buildPipeline } from '../builders/pipeline';
import { writePipeline } from '../builders/pipeline-files';
import { type LaunchedWorkbench, launchWorkbench } from './launch/launch-workbench';
import { prepareMachine, type TestMachine } from './launch/test-machine';
import { canonicalHash } from './page-models/canonical-hash';
import { DataPageModel } from './page-models/data-page';
import { figuresHeadless, importHeadless } from './page-models/headless';

const pipeline = buildPipeline(200);
let machine: TestMachine;
beforeAll(async () => {
  machine = await prepareMachine();
  await importHeadless(machine, writePipeline(machine.home, pipeline));
});
afterAll(() => machine.dispose());

/** Runs on the screen and answers the canonical hash of what is stored then. */
async function onScreen(act: (data: DataPageModel) => Promise<void>): Promise<string> {
  const workbench: LaunchedWorkbench = await launchWorkbench({ machine });
  const data = new DataPageModel(workbench.app, workbench.page);
  await data.open('batches');
  await act(data);
  const hash = await canonicalHash(workbench.page);
  await workbench.close();
  return hash;
}

const nothing = () => Promise.resolve();

function put(name: string, table: CsvTable): string {
  const folder = path.join(machine.home, 'later');
  mkdirSync(folder, { recursive: true });
  const file = path.join(folder, name);
  writeFileSync(file, csvBytes(table));
  return file;
}

const opportunities = pipeline.opportunities;
const won = opportunities.rows.flatMap((row, at) => (row[4] === 'Won' ? [at] : []));
const [first, second, third] = won as [number, number, number];

/** Three rows changed, two added, one repeated. */
function corrected(): CsvTable {
  const changed = [first, second, third].reduce((table, at) => withCells(table, at, { close_value: '8888' }), opportunities);
  const added = [['NEW1', 'Ada Birch', 'Delve', 'Alder 4 Ltd', 'Won', '2019-10-01', '2019-11-05', '10.50'], ['NEW2', 'Omar Quill', 'Delve', '', 'Prospecting', '', '', '']];
  return { ...changed, rows: [...changed.rows, ...added, changed.rows[second]!] };
}

/** A later file that says yet another thing about one of those rows and repeats what the correction said about another. */
function later(): CsvTable {
  const table = corrected();
  return { ...table, rows: [withCells(table, first, { close_value: '777', deal_stage: 'Lost' }).rows[first]!, table.rows[third]!, opportunities.rows[0]!] };
}

test('a corrected export says exactly what it changes; batches that overlap are undone in the wrong order, and the workspace is what it was to the hash', async () => {
  const figuresBefore = await figuresHeadless(machine, '2019');
  const hashBefore = await onScreen(nothing);

  const [correction] = await importHeadless(machine, [put('correction.csv', corrected())]);
  expect(correction).toMatchObject({ rows: 203, new: 2, changed: 3, unchanged: 197, rejected: 1 });
  expect(correction!.reasons).toEqual([expect.objectContaining({ line: 204, code: 'row.duplicate', detail: String(second + 2) })]);
  const [update] = await importHeadless(machine, [put('update.csv', later()), put('sectors.csv', withCells(pipeline.accounts, 3, { sector: 'energy' }))]);
  expect(update).toMatchObject({ rows: 3, new: 0, changed: 1, unchanged: 2, rejected: 0 });
  const figuresBetween = await figuresHeadless(machine, '2019');
  const [yuanBefore, yuanBetween] = [figuresBefore, figuresBetween].map(({ nodes }) => nodes[0]!.opportunities.wonFen / 100);
  const value = (at: number) => Number(opportunities.rows[at]![7]);
  expect(yuanBetween).toBe(yuanBefore! - value(first) - value(second) - value(third) + 8_888 * 2 + 10.5);

  const hashAfter = await onScreen(async (data) => {
    for (const file of ['correction.csv', 'sectors.csv', 'update.csv']) await data.undoBatch(file);
    expect(await data.batchRow('opportunities.csv').innerText()).toContain('有效');
  });
  expect(hashAfter).toBe(hashBefore);
  expect(await figuresHeadless(machine, '2019')).toEqual(figuresBefore);
});

test('undone batches can be imported again, and only what they add is new', async () => {
  const [again] = await importHeadless(machine, [put('correction.csv', corrected())]);
  expect(again).toMatchObject({ rows: 203, new: 2, changed: 3, unchanged: 197, rejected: 1 });
});
