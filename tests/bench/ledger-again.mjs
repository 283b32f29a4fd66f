// 500,000 order lines imported a second time (0 changes), then both imports undone, the earlier first: its rows stand until
// the later goes too. Each against the ten seconds that somebody may be kept waiting.
import { median, orderLines, report, startBench } from './ledger-bench.mjs';

const LINES = Number(process.env['AGAIN_LINES'] ?? 500_000);
const ROUNDS = Number(process.env['AGAIN_ROUNDS'] ?? 3);
const PATIENCE_MS = 10_000;

const file = orderLines(LINES);
const bench = await startBench([file, file.subarray(0, file.indexOf(10, 100_000) + 1)]);
const runs = [];
try {
  const [whole, head] = bench.tokens;
  for (let round = 0; round < ROUNDS; round++) {
    const { value } = await bench.measure(([token, bytes, headToken, headBytes]) => window.bench.importAgain(token, bytes, headToken, headBytes), [whole.token, whole.bytes, head.token, head.bytes]);
    const { again, undoAttested, undoLast } = value;
    if (again.rows !== LINES || undoAttested.rows !== LINES || undoLast.rows !== 0) throw new Error(`${again.rows} unchanged, ${undoAttested.rows} and ${undoLast.rows} left of ${LINES} lines`);
    runs.push(value);
  }
} finally {
  bench.stop();
}
const print = (what, key) => {
  const ours = median(runs.map((run) => run[key].ms));
  report({ name: `500,000 lines: ${what}`, unit: 'ms', ours, other: PATIENCE_MS, ratio: ours / PATIENCE_MS, goal: 1 });
};
print('imported again', 'again');
print('undo of the first import', 'undoAttested');
print('undo of the last import', 'undoLast');
