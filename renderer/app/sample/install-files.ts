import { drainJournal } from '@renderer/data/journal';
import type { Workspace } from '@renderer/data/workspace';
import type { LedgerApi } from '@renderer/ledger/ledger-api';
import { call } from '@renderer/platform/workbench';
import type { FileToken } from '@shared/contracts/headless-command';
import type { SourceInspection } from '@shared/contracts/import-run';
import { type Result, err, ok } from '@shared/kernel/result';
import type { ImportObject } from '@shared/records/import-object';
import type { SampleFailure } from './sample-failure';
import type { StepReport } from './step-report';

export type ImportLedger = Pick<LedgerApi, 'inspect' | 'dryRun' | 'commitImport'>;

/** People first, so that every owner is known; what facts refer to before the facts. */
const ORDER: readonly ImportObject[] = ['people', 'products', 'customers', 'orders', 'opportunities'];

/**
 * Imports the sample's source files as a user would: inspect, dry run, keep the source, commit. A file whose batch stands
 * is skipped, so an interrupted run goes on where it stopped. Reports after each file.
 */
export async function installFiles(ws: Workspace, ledger: ImportLedger, report: StepReport): Promise<Result<null, SampleFailure>> {
  const files = await call('import.sampleFiles', {});
  if (!files.ok) return files;
  const found: { file: FileToken; inspection: SourceInspection }[] = [];
  for (const file of files.value) {
    const inspection = await ledger.inspect(file, null);
    if (!inspection.ok) return err({ code: inspection.error.code, detail: `${file.name}: ${inspection.error.detail}` });
    found.push({ file, inspection: inspection.value });
  }
  const rank = ({ inspection }: (typeof found)[number]) => ORDER.indexOf(inspection.mapping.object);
  found.sort((a, b) => rank(a) - rank(b) || (a.file.name < b.file.name ? -1 : 1));
  for (const [done, { file, inspection }] of found.entries()) {
    report(done, found.length, file.name);
    const imported = await importFile(ws, ledger, file, inspection);
    if (!imported.ok) return imported;
  }
  report(found.length, found.length, '');
  return ok(null);
}

async function importFile(ws: Workspace, ledger: ImportLedger, file: FileToken, { mapping }: SourceInspection): Promise<Result<null, SampleFailure>> {
  const kept = await call('source.keep', { token: file.token });
  if (!kept.ok) return kept;
  const { sha256 } = kept.value;
  const standing = await ws.db.importBatches.filter((batch) => batch.sourceHash === sha256 && batch.undoneAt === null).count();
  if (standing > 0) return ok(null);
  const run = await ledger.dryRun(file, mapping, noProgress);
  if (!run.ok) return err({ code: run.error.code, detail: `${file.name}: ${run.error.detail}` });
  const batch = await ledger.commitImport({ runId: run.value.runId, sha256 }, noProgress);
  if (!batch.ok) return err({ code: batch.error, detail: file.name });
  const drained = await drainJournal(ws);
  return drained.ok ? ok(null) : drained;
}

/** Whole files are what is counted; how far one has got is not shown. */
const noProgress = (): void => undefined;
