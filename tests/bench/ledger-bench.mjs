// What the ledger's benches share: the page built by vite, a server with the lines, a Chromium whose memory is watched.
import { randomUUID } from 'node:crypto';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import http from 'node:http';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { chromium } from 'playwright';
import { build } from 'vite';

const root = path.resolve(import.meta.dirname, '../..');
const TYPES = { '.html': 'text/html', '.js': 'text/javascript' };

export const median = (list) => list.toSorted((a, b) => a - b)[Math.floor(list.length / 2)];
export const report = (result) => process.stdout.write(`${JSON.stringify(result)}\n`);

/** Order lines as an ERP exports them: 12 columns, 36 months, 500 people, 3,000 customers. */
export function orderLines(count) {
  const header = 'order no,date,customer,sales rep,team,region,product,channel,quantity,unit price,amount,profit';
  const rows = [header];
  for (let i = 0; i < count; i++) {
    const month = Math.floor((i / count) * 36);
    const date = `${2022 + Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}-${String(1 + ((i * 13) % 28)).padStart(2, '0')}`;
    const [quantity, price] = [1 + ((i * 7) % 40), 1000 + ((i * 7919) % 90_000)];
    const amount = quantity * price;
    const money = (fen) => (fen / 100).toFixed(2);
    rows.push(`SO${100_000_000 + Math.floor(i / 3)},${date},客户${(i * 31) % 3000}有限公司,员工${(i * 17) % 500},团队${(i * 17) % 40},区域${i % 6},产品${(i * 11) % 200},渠道${i % 4},${quantity},${money(price)},${money(amount)},${money(Math.floor(amount / 5))}`);
  }
  return Buffer.from(`${rows.join('\n')}\n`);
}

/** Builds and serves the page and the files; `open` starts a browser of its own for one measurement. */
export async function startBench(files) {
  const place = mkdtempSync(path.join(tmpdir(), 'ledger-bench-'));
  await build({
    configFile: false, root: path.join(import.meta.dirname, 'ledger-page'), logLevel: 'error',
    resolve: { alias: { '@shared': path.join(root, 'shared'), '@renderer': path.join(root, 'renderer') } },
    worker: { format: 'es' }, build: { target: 'chrome114', outDir: path.join(place, 'page'), emptyOutDir: true },
  });
  const tokens = new Map(files.map((bytes) => [randomUUID(), bytes]));
  const server = http.createServer((request, response) => {
    const name = new URL(request.url, 'http://localhost').pathname;
    const file = tokens.get(name.replace('/file/', ''));
    if (file !== undefined) return sendFile(request, response, file);
    const asset = path.join(place, 'page', name === '/' ? 'index.html' : name);
    response.statusCode = existsSync(asset) ? 200 : 404;
    response.setHeader('Content-Type', TYPES[path.extname(asset)] ?? 'text/plain');
    response.end(existsSync(asset) ? readFileSync(asset) : '');
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${server.address().port}/`;
  return {
    tokens: [...tokens].map(([token, bytes]) => ({ token, bytes: bytes.length })),
    /** Runs `work` in a fresh browser; answers its value and the renderer's peak memory above the idle page, in bytes. */
    async measure(work, argument) {
      const browser = await chromium.launch({ executablePath: process.env['CHROMIUM'] ?? '/usr/bin/chromium', args: ['--no-sandbox', '--disable-gpu'] });
      try {
        const page = await browser.newPage();
        await page.goto(url);
        await page.waitForFunction('window.bench !== undefined');
        const renderers = await renderersOf(browser);
        const idle = resetPeak(renderers);
        const value = await page.evaluate(work, argument);
        return { value, peakBytes: sumOf(renderers, 'VmHWM') - idle };
      } finally {
        await browser.close();
      }
    },
    stop() {
      server.close();
      rmSync(place, { recursive: true, force: true });
    },
  };
}

/**
 * Imports the first of two files (the second is its beginning) in turn with `other` reading it alone, `rounds` times in the
 * same run; prints time and peak memory beside it. Answers our runs.
 */
export async function compareImport(name, files, { lines, rounds, other, goals }) {
  const bench = await startBench(files);
  const [whole, head] = bench.tokens;
  const runs = [];
  try {
    for (let round = 0; round < rounds; round++) {
      const ours = await bench.measure(([token, bytes, headToken, headBytes]) => window.bench.importFile(token, bytes, headToken, headBytes), [whole.token, whole.bytes, head.token, head.bytes]);
      const beside = await bench.measure(other, whole.token);
      if (ours.value.rows !== lines || beside.value.rows !== lines) throw new Error(`Read ${ours.value.rows} and ${beside.value.rows} of ${lines} lines`);
      runs.push({ ours, beside });
    }
  } finally {
    bench.stop();
  }
  const compare = (what, unit, of) => {
    const [ours, beside] = ['ours', 'beside'].map((side) => median(runs.map((run) => of(run[side]))));
    report({ name: `${name}: ${what}`, unit, ours, other: beside, ratio: ours / beside, goal: goals[what] });
  };
  compare('time', 'ms', (run) => run.value.ms);
  compare('peak memory', 'bytes', (run) => run.peakBytes);
  return runs.map((run) => run.ours);
}

function sendFile(request, response, bytes) {
  const range = /^bytes=(\d+)-(\d+)$/.exec(request.headers.range ?? '');
  if (range === null) return response.end(bytes);
  response.statusCode = 206;
  response.end(bytes.subarray(Number(range[1]), Number(range[2]) + 1));
}

/** Every renderer: the page's own and an idle spare one, which adds next to nothing. */
async function renderersOf(browser) {
  const session = await browser.newBrowserCDPSession();
  const { processInfo } = await session.send('SystemInfo.getProcessInfo');
  return processInfo.filter((one) => one.type === 'renderer').map((one) => one.id);
}

const statusOf = (pid, field) => Number(new RegExp(`${field}:\\s+(\\d+) kB`).exec(readFileSync(`/proc/${pid}/status`, 'utf8'))[1]) * 1024;
const sumOf = (pids, field) => pids.reduce((sum, pid) => sum + statusOf(pid, field), 0);

function resetPeak(pids) {
  for (const pid of pids) writeFileSync(`/proc/${pid}/clear_refs`, '5');
  return sumOf(pids, 'VmRSS');
}
