// Warm person × month sums over 1,000,000 order lines: the ledger's cube against a bare loop over the same columns.
import { report, startBench } from './ledger-bench.mjs';

const bench = await startBench([]);
try {
  const { value } = await bench.measure((lines) => window.bench.aggregate(lines), 1_000_000);
  report({ name: 'person × month over 1M lines', unit: 'ms', ours: value.ours, other: value.other, ratio: value.ours / value.other, goal: 3 });
} finally {
  bench.stop();
}
