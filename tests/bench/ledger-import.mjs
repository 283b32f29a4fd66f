// 1,000,000 CSV lines dry-run and committed into an empty workspace, against papaparse alone in the same kind of worker.
import { median, orderLines, report, startBench } from './ledger-bench.mjs';

const LINES = Number(process.env['LEDGER_LINES'] ?? 1_000_000);
const ROUNDS = Number(process.env['LEDGER_ROUNDS'] ?? 5);

const file = orderLines(LINES);
const bench = await startBench([file, file.subarray(0, file.indexOf(10, 100_000) + 1)]);
const [whole, head] = bench.tokens;
const rounds = [];
try {
  for (let round = 0; round < ROUNDS; round++) {
    const ours = await bench.measure(([token, bytes, headToken, headBytes]) => window.bench.importFile(token, bytes, headToken, headBytes), [whole.token, whole.bytes, head.token, head.bytes]);
    const other = await bench.measure((token) => window.bench.parseWithPapa(token), whole.token);
    if (ours.value.rows !== LINES || other.value.rows !== LINES) throw new Error(`Read ${ours.value.rows} and ${other.value.rows} of ${LINES} lines`);
    rounds.push({ ours, other });
  }
} finally {
  bench.stop();
}
const compare = (name, unit, of, goal) => {
  const [ours, other] = ['ours', 'other'].map((side) => median(rounds.map((round) => of(round[side]))));
  report({ name, unit, ours, other, ratio: ours / other, goal });
};
compare('import 1M CSV lines: time', 'ms', (run) => run.value.ms, 0.9);
compare('import 1M CSV lines: peak memory', 'bytes', (run) => run.peakBytes, 0.75);
const gap = median(rounds.map((round) => round.ours.value.gapMs));
report({ name: 'import 1M CSV lines: longest UI-thread gap', unit: 'ms', ours: gap, other: 50, ratio: gap / 50, goal: 1 });
