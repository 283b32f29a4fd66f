import { execFileSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Figures, NodeFigures } from '@shared/contracts/figures';
import { cellOf } from '../builders/csv-table';
import { buildPipeline, type Pipeline } from '../builders/pipeline';
import { type OutcomeFacts, pipelineFacts } from '../builders/pipeline-facts';
import { inChinese, writePipeline } from '../builders/pipeline-files';
import { prepareMachine, type TestMachine } from './launch/test-machine';
import { figuresHeadless, importHeadless, packHeadless } from './page-models/headless';
import { readTrialPipeline, trialFolder } from './trial-data';

interface Company {
  readonly name: string;
  readonly pipeline: Pipeline;
  readonly year: string;
  /** An office and a month to print. */
  readonly office: string;
  readonly month: string;
}

const companies: Company[] = [{ name: 'an invented company', pipeline: buildPipeline(), year: '2019', office: 'Coast', month: '2019-12' }];
if (trialFolder !== null) companies.push({ name: 'maven-crm', pipeline: readTrialPipeline(trialFolder), year: '2017', office: 'East', month: '2017-12' });

const machines: TestMachine[] = [];
afterAll(() => machines.forEach((machine) => machine.dispose()));

async function machineWith(pipeline: Pipeline, style?: Parameters<typeof writePipeline>[2]) {
  const machine = await prepareMachine();
  machines.push(machine);
  const folder = path.join(machine.home, 'exports');
  mkdirSync(folder);
  const files = writePipeline(folder, pipeline, style);
  return { machine, files, imported: await importHeadless(machine, files) };
}

const outcomesOf = ({ opportunities }: NodeFigures): OutcomeFacts => opportunities;
const nodeNamed = (figures: Figures, name: string) => figures.nodes.find((node) => node.name === name)!;

/** Days are compared to a billionth: the order of adding them up is the app's own business. */
const closely = (facts: OutcomeFacts) => ({ ...facts, winRate: facts.winRate === null ? null : expect.closeTo(facts.winRate, 9), cycleMeanDays: facts.cycleMeanDays === null ? null : expect.closeTo(facts.cycleMeanDays, 9) });

describe.each(companies)('the pipeline of $name on the command line', ({ pipeline, year, office, month }) => {
  const facts = pipelineFacts(pipeline);
  let plain: Awaited<ReturnType<typeof machineWith>>;
  let figures: Figures;
  beforeAll(async () => {
    plain = await machineWith(pipeline);
    figures = await figuresHeadless(plain.machine, year);
  });

  test('imports whole with no mapping by hand: every row is new, none is rejected, every amount is booked', () => {
    expect(plain.imported.map(({ file, object, rows, new: added, changed, unchanged, rejected }) => [file, object, rows, added, changed, unchanged, rejected])).toEqual([
      ['teams.csv', 'people', facts.people, facts.people, 0, 0, 0],
      ['accounts.csv', 'customers', facts.customers, facts.customers, 0, 0, 0],
      ['products.csv', 'products', pipeline.products.rows.length, pipeline.products.rows.length, 0, 0, 0],
      ['opportunities.csv', 'opportunities', facts.opportunities, facts.opportunities, 0, 0, 0],
    ]);
    const wonYuan = String(facts.all.wonFen / 100);
    expect(plain.imported[3]!.totals).toEqual([{ column: 'close_value', field: 'wonAmount', source: wonYuan, booked: wonYuan, difference: '0' }]);
  });

  test('gives counts, win rate, won value and cycle as counted from its rows', () => {
    expect(figures.counts).toEqual({ orderLines: 0, orders: 0, opportunities: facts.opportunities, customers: facts.customers, people: facts.people });
    expect(outcomesOf(figures.nodes[0]!)).toEqual(closely(facts.all));
    expect(Object.fromEntries(figures.funnel.map(({ stage, count }) => [stage, count]))).toEqual(facts.stages);
  });

  test.each(Object.entries(facts.offices))('gives the same for the office %s', (name, expected) => {
    expect(outcomesOf(nodeNamed(figures, name))).toEqual(closely(expected));
  });

  test('lists agents without a deal at nothing, and leaves nobody out', () => {
    for (const name of facts.idle) expect(outcomesOf(nodeNamed(figures, name))).toEqual({ won: 0, lost: 0, winRate: null, wonFen: 0, cycleMeanDays: null, cycleMedianDays: null });
    expect(figures.nodes.filter(({ kind }) => kind === 'person').map(({ name }) => name).sort()).toEqual(pipeline.teams.rows.map((row) => cellOf(pipeline.teams, row, 'sales_agent')).sort());
    expect(figures.nodes.filter(({ kind }) => kind === 'unassigned')).toEqual([]);
  });

  test('imports the same with columns shuffled, Chinese headers, semicolons and GB18030: same counts, same figures', async () => {
    const { machine, imported } = await machineWith(inChinese(pipeline), { delimiter: ';', encoding: 'gb18030' });
    const counts = (files: typeof imported) => files.map(({ file: _file, totals, ...rest }) => ({ ...rest, totals: totals.map(({ column: _column, ...total }) => total) }));
    expect(counts(imported)).toEqual(counts(plain.imported));
    expect(await figuresHeadless(machine, year)).toEqual(figures);
  });

  test('imported once more changes nothing at all', async () => {
    const again = await importHeadless(plain.machine, plain.files);
    expect(again.map(({ new: added, changed, unchanged, rejected }) => [added, changed, unchanged, rejected])).toEqual(plain.imported.map(({ rows }) => [0, 0, rows, 0]));
    expect(await figuresHeadless(plain.machine, year)).toEqual(figures);
  });

  test('is packed into a PDF of one office that shows the figures of that office and month', async () => {
    const out = path.join(plain.machine.home, 'office.pdf');
    const pack = await packHeadless(plain.machine, month, out, '--scope', office);
    const shown = await figuresHeadless(plain.machine, month, '--scope', office);
    const people = shown.nodes.filter(({ kind }) => kind === 'person');
    expect(pack).toMatchObject({ pdf: out, draft: true, people: people.length, period: month, scope: office });
    const text = execFileSync('pdftotext', ['-layout', out, '-'], { encoding: 'utf8' });
    for (const { name } of people) expect(text).toContain(name);
    const { won, lost, winRate } = shown.nodes[0]!.opportunities;
    expect(text).toContain((winRate! * 100).toFixed(1));
    expect(text).toMatch(new RegExp(`赢单 ${won}\\s+丢单 ${lost}`));
    expect(execFileSync('pdfinfo', [out], { encoding: 'utf8' })).toMatch(new RegExp(`Pages: +${pack.pages}\n`));
  });
});

test.each(trialFolder === null ? [] : [trialFolder])('the facts counted of maven-crm (%s) are the ones its description gives', (folder) => {
  const facts = pipelineFacts(readTrialPipeline(folder));
  expect(facts).toMatchObject({ opportunities: 8_800, people: 35, customers: 85, stages: { Won: 4_238, Lost: 2_473, Engaging: 1_589, Prospecting: 500 } });
  expect(facts.all).toMatchObject({ wonFen: 1_000_553_400, cycleMedianDays: 57, winRate: 4_238 / 6_711 });
  expect(facts.all.cycleMeanDays).toBeCloseTo(51.782, 3);
  expect(facts.offices).toMatchObject({ Central: { won: 1_629, lost: 975, wonFen: 334_629_300 }, West: { won: 1_438, lost: 811, wonFen: 356_864_700 }, East: { won: 1_171, lost: 687, wonFen: 309_059_400 } });
  expect([...facts.idle].sort()).toEqual(['Carl Lin', 'Carol Thompson', 'Elizabeth Anderson', 'Mei-Mei Johns', 'Natalya Ivanova']);
});
