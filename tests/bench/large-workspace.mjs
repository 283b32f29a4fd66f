// A workspace as a large company fills it, made by the headless import: 500 people in 40 teams of 6 regions and 36 months
// of order lines. Its plan and its reviews are begun on screen (`desk-session.mjs`), as its manager would.
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { runElectron } from '../../electron/dev/run-electron.mjs';
import { orderLines } from './ledger-bench.mjs';

const PEOPLE = 500;

/** Fills `workspace`; its files lie in `folder`. Rejects when an import ends with a fault. */
export async function fillLargeWorkspace({ folder, workspace, lines, env }) {
  const importAs = async (name, content) => {
    const file = path.join(folder, name);
    writeFileSync(file, content);
    const code = await runElectron(['import', file, '--workspace', workspace], { env, stdout: 'ignore' });
    if (code !== 0) throw new Error(`Importing ${file} ended with ${code}`);
  };
  await importAs('people.csv', peopleTable());
  await importAs('lines.csv', orderLines(lines));
}

function peopleTable() {
  const rows = Array.from({ length: PEOPLE }, (_, at) => `员工${at},E${1000 + at},销售,区域${at % 6}/团队${at % 40},2020-01-06`);
  return ['姓名,工号,职务,团队,入职日期', ...rows].join('\n');
}
