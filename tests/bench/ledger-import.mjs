// 1,000,000 CSV lines dry-run and committed into an empty workspace, against papaparse alone in the same kind of worker.
import { compareImport, median, orderLines, report } from './ledger-bench.mjs';

const LINES = Number(process.env['LEDGER_LINES'] ?? 1_000_000);
const ROUNDS = Number(process.env['LEDGER_ROUNDS'] ?? 5);

const file = orderLines(LINES);
const runs = await compareImport('import 1M CSV lines', [file, file.subarray(0, file.indexOf(10, 100_000) + 1)], {
  lines: LINES,
  rounds: ROUNDS,
  other: (token) => window.bench.parseWithPapa(token),
  goals: { time: 0.9, 'peak memory': 0.75 },
});
const gap = median(runs.map((run) => run.value.gapMs));
report({ name: 'import 1M CSV lines: longest UI-thread gap', unit: 'ms', ours: gap, other: 50, ratio: gap / 50, goal: 1 });
