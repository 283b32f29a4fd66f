// The journal's cost per edit: main appending one change-set (checked, checksummed, synced) against a bare write and
// fdatasync of the same bytes at the end of another file on the same disk, in turn. The change-sets are those of a target
// typed into a cell. p50 and p95.
import { mkdtempSync, rmSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import process from 'node:process';
import { createServer } from 'vite';
import { report } from './ledger-bench.mjs';

const EDITS = Number(process.env['JOURNAL_EDITS'] ?? 2_000);
const WARM_UP = 200;
const root = path.resolve(import.meta.dirname, '../..');
const place = mkdtempSync(path.join(process.env['JOURNAL_PLACE'] ?? tmpdir(), 'journal-bench-'));
const server = await createServer({ configFile: path.join(root, 'vite.config.ts'), server: { middlewareMode: true, ws: false, hmr: false }, appType: 'custom', logLevel: 'error', optimizeDeps: { noDiscovery: true } });
const load = (file) => server.ssrLoadModule(path.join(root, file));
const quantile = (list, share) => list.toSorted((a, b) => a - b)[Math.floor((list.length - 1) * share)];

/** A target typed into a cell, as the app writes it: two rows touched, some fields before and after. */
function editOf(change, seq) {
  const row = { planId: '2026/revenue', nodeId: `m:${seq % 40}`, month: `2026-${String((seq % 12) + 1).padStart(2, '0')}` };
  const changes = ['', '/sum'].map((kind) => ({ table: 'targetRows', id: `${row.planId}/${row.nodeId}/${row.month}${kind}`, before: { targetFen: seq * 100, source: 'split' }, after: { targetFen: seq * 100 + 50, source: 'typed' } }));
  return { ...change, changes, label: { key: 'target_set', params: { name: row.nodeId } } };
}

async function timed(work) {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

try {
  const { openJournal } = await load('electron/workspace/journal.ts');
  const { encodeRecord } = await load('electron/workspace/journal-record.ts');
  const { sampleChangeSet } = await load('tests/unit/electron/workspace/sample-change-set.ts');
  const journal = await openJournal(path.join(place, 'journal'));
  const bare = await open(path.join(place, 'bare'), 'w');
  const [ours, other] = [[], []];
  let written = 0;
  for (let seq = 1; seq <= EDITS + WARM_UP; seq++) {
    const edit = editOf(sampleChangeSet(seq), seq);
    const bytes = Buffer.from(encodeRecord(seq, JSON.stringify(edit)));
    const took = await timed(async () => {
      const answer = await journal.append([edit]);
      if (!answer.ok) throw new Error(`${answer.error.code} ${answer.error.detail}`);
    });
    const tookBare = await timed(async () => {
      await bare.write(bytes, 0, bytes.length, written);
      await bare.datasync();
    });
    written += bytes.length;
    if (seq <= WARM_UP) continue;
    ours.push(took);
    other.push(tookBare);
  }
  await journal.close();
  await bare.close();
  for (const [name, share] of [['p50', 0.5], ['p95', 0.95]]) {
    const [mine, theirs] = [quantile(ours, share), quantile(other, share)];
    report({ name: `journal per edit, ${name} vs a bare synced write`, unit: 'ms', ours: mine, other: theirs, ratio: mine / theirs, goal: null });
  }
} finally {
  await server.close();
  rmSync(place, { recursive: true, force: true });
}
