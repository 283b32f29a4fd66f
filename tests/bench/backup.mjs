// A backup of 1,000,000 ledger lines (written, synced, read back whole, in place) and its unpacking, against brotli-1 of the
// same bytes alone and `sqlite3 .backup` of the same lines. The ledger's rows are packed as the app packs them; gathering
// them is not counted, as loading SQLite's rows is not.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { createReadStream, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Readable, Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { constants, createBrotliCompress } from 'node:zlib';
import { createServer } from 'vite';
import { median, orderLines, report } from './ledger-bench.mjs';

const LINES = Number(process.env['LEDGER_LINES'] ?? 1_000_000);
const ROUNDS = Number(process.env['BACKUP_ROUNDS'] ?? 5);
const CHUNK = 2 * 1024 * 1024;
const root = path.resolve(import.meta.dirname, '../..');

if (spawnSync('sqlite3', ['--version']).status !== 0) throw new Error('The command sqlite3 is missing: apt-get install sqlite3');

const csv = orderLines(LINES).toString('utf8');
const place = mkdtempSync(path.join(tmpdir(), 'backup-bench-'));
const server = await createServer({ configFile: path.join(root, 'vite.config.ts'), server: { middlewareMode: true, ws: false, hmr: false }, appType: 'custom', logLevel: 'error', optimizeDeps: { noDiscovery: true } });
const load = (file) => server.ssrLoadModule(path.join(root, file));

const textColumn = (texts) => {
  const bytes = texts.map((text) => Buffer.from(text));
  const offsets = new Uint32Array(texts.length + 1);
  bytes.forEach((each, i) => (offsets[i + 1] = offsets[i] + each.length));
  return { bytes: new Uint8Array(Buffer.concat(bytes)), offsets };
};
const fenOf = (text) => Math.round(Number(text) * 100);

/** The lines as the ledger keeps them: columns by month, dictionary numbers, 分, 64-bit hashes of identity and content. */
function ledgerRows(lines) {
  const dictionaries = { customer: new Map(), owner: new Map(), team: new Map(), region: new Map(), product: new Map(), channel: new Map() };
  const numberOf = (kind, text) => {
    const known = dictionaries[kind];
    if (!known.has(text)) known.set(text, known.size + 1);
    return known.get(text);
  };
  const hashes = (rows) => {
    const words = rows.map((row) => createHash('sha256').update(row).digest());
    return [0, 4].map((at) => Uint32Array.from(words, (word) => word.readUInt32LE(at)));
  };
  const months = new Map();
  lines.forEach((line, number) => {
    const month = line.slice(12, 19);
    if (!months.has(month)) months.set(month, []);
    months.get(month).push({ cells: line.split(','), line, number });
  });
  const [hot, cold] = [[], []];
  for (const [month, rows] of months) {
    const column = (Kind, of) => Kind.from(rows, ({ cells }) => of(cells));
    const dimension = (kind, place) => column(Uint16Array, (cells) => numberOf(kind, cells[place]));
    const [keyHi, keyLo] = hashes(rows.map(({ cells, number }) => `${cells[0]}/${number % 3}`));
    const [contentHi, contentLo] = hashes(rows.map(({ line }) => line));
    const of = { id: `b/${month}`, batchId: 'b' };
    hot.push({
      ...of, object: 'orders', source: 'table', month, count: rows.length,
      dimensions: { owner: dimension('owner', 3), customer: dimension('customer', 2), product: dimension('product', 6), region: dimension('region', 5), channel: dimension('channel', 7) },
      days: { day: column(Int32Array, (cells) => Date.parse(cells[1]) / 86_400_000) },
      numbers: { amount: column(Int32Array, (cells) => fenOf(cells[10])), margin: column(Int32Array, (cells) => fenOf(cells[11])) },
      keyHi, keyLo, contentHi, contentLo,
    });
    cold.push({
      ...of, lines: Uint32Array.from(rows, ({ number }) => number + 2), dimensions: { team: dimension('team', 4) },
      numbers: { quantity: column(Int32Array, (cells) => Number(cells[8])), price: column(Int32Array, (cells) => fenOf(cells[9])) },
      texts: { orderNo: textColumn(rows.map(({ cells }) => cells[0])) },
    });
  }
  return { dictionaries: Object.entries(dictionaries).map(([kind, texts]) => ({ id: `${kind}/0`, kind, first: 1, texts: [...texts.keys()] })), hotSegments: hot, coldSegments: cold };
}

/** The same lines as a plain table of SQLite, without the index that finding a line again would need there. */
function sqliteFile() {
  const [table, file] = ['lines.csv', 'lines.db'].map((name) => path.join(place, name));
  writeFileSync(table, csv.slice(csv.indexOf('\n') + 1));
  const columns = ['order_no TEXT', 'date TEXT', 'customer TEXT', 'rep TEXT', 'team TEXT', 'region TEXT', 'product TEXT', 'channel TEXT', 'quantity INTEGER', 'price REAL', 'amount REAL', 'profit REAL'];
  sqlite(file, `CREATE TABLE lines (${columns.join(', ')});`, '.mode csv', `.import ${table} lines`);
  return file;
}

function sqlite(file, ...commands) {
  const { status, stderr } = spawnSync('sqlite3', [file, ...commands], { encoding: 'utf8' });
  if (status !== 0) throw new Error(`sqlite3: ${stderr}`);
}

async function timed(work) {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

const chunksOf = (bytes) => Array.from({ length: Math.ceil(bytes.length / CHUNK) }, (_, i) => bytes.subarray(i * CHUNK, (i + 1) * CHUNK));
const compare = (name, unit, ours, other, goal) => report({ name, unit, ours, other, ratio: ours / other, goal });

try {
  const { backupParts } = await load('shared/contracts/backup-file.ts');
  const { beginBackup } = await load('electron/backup/backup-writer.ts');
  const { stageBackup } = await load('electron/backup/stage-backup.ts');
  const { packRow } = await load('renderer/ledger/backup/packed-rows.ts');
  const { smallFacts, smallContent } = await load('tests/builders/small-backup.ts');

  const rows = ledgerRows(csv.split('\n').slice(1, -1));
  const bytesOf = Object.fromEntries(backupParts.map((part) => [part, Buffer.concat((rows[part] ?? []).flatMap((row) => packRow(row)))]));
  const total = backupParts.flatMap((part) => chunksOf(bytesOf[part]));
  const original = sqliteFile();
  const [file, copy] = ['copy.smwb', 'copy.db'].map((name) => path.join(place, name));

  const backUp = async () => {
    const writer = await beginBackup(file, smallFacts, null);
    for (const part of backupParts) {
      await writer.add(part, rows[part]?.length ?? 0, new Uint8Array(0));
      for (const chunk of chunksOf(bytesOf[part])) await writer.add(part, 0, chunk);
    }
    const answer = await writer.finish(smallContent);
    if (!answer.ok) throw new Error(`${answer.error.code} ${answer.error.detail}`);
  };
  const restore = async (folder) => {
    const answer = await stageBackup(file, null, folder);
    if (!answer.ok) throw new Error(`${answer.error.code} ${answer.error.detail}`);
    for await (const chunk of createReadStream(answer.value.parts.hotSegments)) if (chunk.length === 0) throw new Error('Nothing was restored');
  };
  const compress = () => pipeline(Readable.from(total), createBrotliCompress({ chunkSize: 128 * 1024, params: { [constants.BROTLI_PARAM_QUALITY]: 1 } }), new Writable({ write: (_chunk, _encoding, done) => done() }));

  const times = { backup: [], restore: [], brotli: [], sqlite: [] };
  for (let round = 0; round <= ROUNDS; round++) {
    const folder = path.join(place, `staged-${round}`);
    const took = { backup: await timed(backUp), restore: await timed(() => restore(folder)), brotli: await timed(compress), sqlite: await timed(() => sqlite(original, `.backup ${copy}`)) };
    rmSync(folder, { recursive: true });
    // The first round warms both sides up.
    if (round > 0) for (const [name, time] of Object.entries(took)) times[name].push(time);
  }
  const [backup, restored, alone, theirs] = [times.backup, times.restore, times.brotli, times.sqlite].map(median);
  compare('backup of 1M lines: time vs sqlite3 .backup', 'ms', backup, theirs, 1.2);
  compare('backup of 1M lines: bytes vs sqlite3 .backup', 'bytes', statSync(file).size, statSync(copy).size, 0.2);
  compare('backup of 1M lines: time vs brotli-1 of the same bytes', 'ms', backup, alone, null);
  compare('restore of 1M lines: unpacked and verified vs backup', 'ms', restored, backup, 3);
} finally {
  await server.close();
  rmSync(place, { recursive: true, force: true });
}
