// A sheet of 100,000 order lines dry-run and committed into an empty workspace, against SheetJS only reading it in the same kind of worker.
import { utils, write } from '@e965/xlsx';
import { median, orderLines, report, startBench } from './ledger-bench.mjs';

const LINES = Number(process.env['LEDGER_LINES'] ?? 100_000);
const ROUNDS = Number(process.env['LEDGER_ROUNDS'] ?? 5);

/** The lines of the CSV bench as Excel keeps them: shared texts, number cells, days by their format. */
function workbook(count) {
  const [header, ...rows] = orderLines(count).toString().trim().split('\n').map((line) => line.split(','));
  const serialOf = (day) => Date.parse(`${day}T00:00:00Z`) / 86_400_000 + 25_569;
  const cellOf = (text, column) => (column === 1 ? { t: 'n', v: serialOf(text), z: 'yyyy-mm-dd' } : column >= 8 ? { t: 'n', v: Number(text) } : { t: 's', v: text });
  const sheet = utils.aoa_to_sheet([header, ...rows.map((cells) => cells.map(cellOf))], { dense: true });
  return write(utils.book_new(sheet, 'Lines'), { type: 'buffer', bookType: 'xlsx', bookSST: true, compression: true });
}

const bench = await startBench([workbook(LINES), workbook(100)]);
const [whole, head] = bench.tokens;
const rounds = [];
try {
  for (let round = 0; round < ROUNDS; round++) {
    const ours = await bench.measure(([token, bytes, headToken, headBytes]) => window.bench.importFile(token, bytes, headToken, headBytes), [whole.token, whole.bytes, head.token, head.bytes]);
    const other = await bench.measure((token) => window.bench.parseWithSheetJs(token), whole.token);
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
compare('import 100k XLSX lines: time', 'ms', (run) => run.value.ms, 0.3);
compare('import 100k XLSX lines: peak memory', 'bytes', (run) => run.peakBytes, 0.75);
