import { test } from 'vitest';
import { installSample } from '@renderer/app/sample/install-sample';
import { openTestWorkspace } from '../data/test-workspace';
import { installSampleFiles, openSampleLedger } from './sample-ledger';
test('try', { timeout: 500_000 }, async () => {
  const { files } = installSampleFiles();
  const ws = await openTestWorkspace();
  const ledger = await openSampleLedger(ws, files);
  const t0 = performance.now();
  let last = '';
  const r = await installSample(ws, ledger, (p) => { const s = p.step + ' ' + p.detail; if (s !== last) { console.log((performance.now() - t0).toFixed(0), s, p.done.toFixed(1)); last = s; } });
  console.log('result', JSON.stringify(r), (performance.now() - t0).toFixed(0));
  for (const b of await ws.db.importBatches.toArray()) console.log(b.fileName, b.object, b.rows, b.added, b.rejected, b.bookedFen);
  for (const month of ['2025-05', '2026-08', '2026-09']) {
    const reviews = await ledger.personReviews({ month, scope: null, personId: null });
    if (reviews.ok) for (const p of reviews.value) console.log(month, p.name, p.unitName, p.attainment?.toFixed(3), p.scorecard.total, p.scorecard.grade?.name, p.scorecard.sections.map(s=>s.score).join('/'), p.commission?.payFen, p.signed?.signedAt, p.praise.slice(0, 30));
  }
  for (const period of [null, '2026-10', '2026', '2025']) {
    const f = await ledger.figures({ period, scope: null });
    if (f.ok) { console.log(f.value.period.key, JSON.stringify(f.value.counts), JSON.stringify(f.value.time), f.value.nodes.map(n => `${n.name}:${n.target.targetFen}/${n.target.actualFen}/${n.target.attainment?.toFixed(3)}/${n.target.status}`).join(' | ')); console.log(JSON.stringify(f.value.nodes[0])); }
  }
  const n = await ws.db.changeSets.count(); console.log('changesets', n);
});
