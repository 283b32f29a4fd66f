// A sheet of 100,000 order lines dry-run and committed into an empty workspace, against SheetJS only reading it in the same kind of worker.
import { utils, write } from '@e965/xlsx';
import { compareImport, orderLines } from './ledger-bench.mjs';

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

await compareImport('import 100k XLSX lines', [workbook(LINES), workbook(100)], {
  lines: LINES,
  rounds: ROUNDS,
  other: (token) => window.bench.parseWithSheetJs(token),
  goals: { time: 0.3, 'peak memory': 0.75 },
});
