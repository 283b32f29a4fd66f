import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { csvBytes } from '../builders/csv-table';
import { buildPipeline } from '../builders/pipeline';
import { writePipeline } from '../builders/pipeline-files';
import { launchWorkbench } from './launch/launch-workbench';
import { runHeadless } from './launch/run-headless';
import { prepareMachine, type TestMachine } from './launch/test-machine';
import { figuresHeadless, importHeadless, ownLines } from './page-models/headless';

const machines: TestMachine[] = [];
afterEach(() => machines.splice(0).forEach((machine) => machine.dispose()));

async function newMachine(): Promise<TestMachine> {
  const machine = await prepareMachine();
  machines.push(machine);
  return machine;
}

function put(machine: TestMachine, name: string, content: string | Uint8Array): string {
  const file = path.join(machine.home, name);
  writeFileSync(file, content);
  return file;
}

/** What a workspace has on disk that anybody could have written: its journal, whole, and its kept sources by name. */
function written({ workspaceFolder }: TestMachine) {
  const journal = path.join(workspaceFolder, 'journal');
  return { journal: readdirSync(journal).map((name) => readFileSync(path.join(journal, name)).toString('base64')), sources: readdirSync(path.join(workspaceFolder, 'sources')) };
}

const DICTIONARY = 'Table,Field,Description\r\naccounts,account,Company name\r\naccounts,sector,Industry\r\nproducts,product,Product name\r\n';
const people = 'sales_agent,manager,regional_office\r\nAda Birch,Ines Harrow,Coast\r\n';

const unreadable = [
  { name: 'data_dictionary.csv', content: DICTIONARY, reason: /找不到|缺少必填的列/ },
  { name: 'empty.csv', content: '', reason: /文件是空的/ },
  { name: 'workbook.csv', content: Uint8Array.from([0x50, 0x4b, 3, 4, 20, 0, 0, 0, 8, 0]), reason: /工作簿已损坏/ },
  { name: 'utf16.csv', content: Uint8Array.from([0xff, 0xfe, ...Buffer.from(people, 'utf16le')]), reason: /UTF-16/ },
  { name: 'unclosed.csv', content: `${people}"Omar Quill,Ines Harrow,Coast\r\nLena Frost,Ines Harrow,Coast\r\n`, reason: /引号没有结束/ },
  { name: 'twice.csv', content: people.replace('regional_office', 'manager'), reason: /列名重复/ },
];

describe('a file that cannot be read as anything', () => {
  let machine: TestMachine;
  beforeAll(async () => {
    machine = await prepareMachine();
  });
  afterAll(() => machine.dispose());

  test.each(unreadable)('$name is refused by name and reason, and the good file beside it is not imported either', async ({ name, content, reason }) => {
    const run = await runHeadless(machine, ['import', put(machine, 'teams.csv', people), put(machine, name, content), '--workspace', machine.workspaceFolder, '--json']);
    expect(run).toMatchObject({ code: 1, stdout: '' });
    expect(ownLines(run.stderr)).toEqual([expect.stringMatching(reason)]);
    expect(ownLines(run.stderr)[0]).toContain(name);
    expect(written(machine).sources).toEqual([]);
  });

  test('leaves the workspace as empty as it was', async () => {
    const asked = await runHeadless(machine, ['figures', '--workspace', machine.workspaceFolder, '--json']);
    expect(asked).toMatchObject({ code: 1, stdout: '' });
    expect(ownLines(asked.stderr)).toEqual([expect.stringContaining('工作区还是空的')]);
  });

  test('leaves a workspace that holds data as it was', async () => {
    await importHeadless(machine, writePipeline(machine.home, buildPipeline(60)));
    const before = [written(machine), await figuresHeadless(machine, '2019')];
    const run = await runHeadless(machine, ['import', put(machine, 'data_dictionary.csv', DICTIONARY), '--workspace', machine.workspaceFolder, '--json']);
    expect(run).toMatchObject({ code: 1, stdout: '' });
    expect([written(machine), await figuresHeadless(machine, '2019')]).toEqual(before);
  });
});

describe('a command that cannot be understood', () => {
  test.each([
    { words: ['import', 'a.csv', '--dry-run'], named: '--dry-run' },
    { words: ['import', 'a.csv', '--as', 'invoices'], named: 'orders, opportunities, customers, products, people' },
    { words: ['pack', '--period', '2019-12'], named: '--out' },
  ])('$words is one clear line and exit code 2', async ({ words, named }) => {
    const run = await runHeadless(await newMachine(), words);
    expect(run).toMatchObject({ code: 2, stdout: '' });
    expect(ownLines(run.stderr)).toEqual([expect.stringContaining(named)]);
  });

  test('a period that is none and a scope nobody bears are named, and no file is written', async () => {
    const machine = await newMachine();
    await importHeadless(machine, writePipeline(machine.home, buildPipeline(20)));
    const out = path.join(machine.home, 'never.pdf');
    for (const [words, named] of [
      [['figures', '--period', '2019-13'], '2019-13'],
      [['figures', '--period', '2019', '--scope', 'Atlantis'], 'Atlantis'],
      [['pack', '--period', '2019-12', '--scope', 'Atlantis', '--out', out], 'Atlantis'],
    ] as const) {
      const run = await runHeadless(machine, [...words, '--workspace', machine.workspaceFolder, '--json']);
      expect(run).toMatchObject({ code: 1, stdout: '' });
      expect(ownLines(run.stderr)).toEqual([expect.stringContaining(named)]);
    }
    expect(readdirSync(machine.home)).not.toContain('never.pdf');
  });
});

test('an import into a workspace that a window holds open names the workspace and who holds it, and writes nothing', async () => {
  const machine = await newMachine();
  const file = put(machine, 'teams.csv', people);
  const window = await launchWorkbench({ machine });
  const before = written(machine);
  const run = await runHeadless(machine, ['import', file, '--workspace', machine.workspaceFolder, '--json']);
  expect(run).toMatchObject({ code: 1, stdout: '' });
  expect(ownLines(run.stderr)).toEqual([expect.stringContaining(machine.workspaceFolder)]);
  expect(run.stderr).toContain(String(window.app.process().pid));
  expect(written(machine)).toEqual(before);
  await window.close();
});

test('rows that cannot be booked are named by line, column and reason; ambiguous dates are rejected, never guessed; the rest is booked', async () => {
  const machine = await newMachine();
  const headers = ['订单号', '订单日期', '客户', '业务员', '产品', '金额'];
  const rows = [
    ['S1', '05/06/2024', '云岭食品', 'Ada Birch', 'Delve', '100.00'],
    ['S2', '07/08/2024', '云岭食品', 'Ada Birch', 'Delve', '12.34'],
    ['S3', '2024-08-09', '云岭食品', 'Ada Birch', 'Delve', '1.00'],
  ];
  const [report] = await importHeadless(machine, [put(machine, 'ambiguous.csv', csvBytes({ headers, rows }))]);
  expect(report).toMatchObject({ object: 'orders', rows: 3, new: 1, rejected: 2 });
  expect(report!.reasons).toEqual([
    { line: 2, column: 'B', header: '订单日期', code: 'date.ambiguous', detail: '05/06/2024' },
    { line: 3, column: 'B', header: '订单日期', code: 'date.ambiguous', detail: '07/08/2024' },
  ]);
  expect(report!.totals).toEqual([{ column: '金额', field: 'amount', source: '113.34', booked: '1', difference: '112.34' }]);
});
