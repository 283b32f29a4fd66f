import { type Remote, proxy, wrap } from 'comlink';
import type { LedgerApi, LedgerWorkspace } from './ledger-api';

/** The worker's surface as the UI thread calls it; callbacks cross by themselves. */
export interface LedgerClient extends Omit<LedgerApi, 'open'> {
  /** Ends the worker; calls under way never answer. */
  close(): void;
}

/** Starts the ledger's worker on a workspace (a `WorkspaceInfo` will do) and waits until its columns are loaded. */
export async function connectLedger(workspace: LedgerWorkspace): Promise<LedgerClient> {
  const worker = new Worker(new URL('./worker.ts', import.meta.url), { type: 'module', name: 'ledger' });
  const remote: Remote<LedgerApi> = wrap<LedgerApi>(worker);
  const { databaseName, id, deviceId } = workspace;
  await remote.open({ databaseName, id, deviceId }).catch((cause: unknown) => {
    worker.terminate();
    throw cause;
  });
  return {
    inspect: (file, as, place) => remote.inspect(file, as, place),
    dryRun: (file, mapping, onProgress) => remote.dryRun(file, mapping, proxy(onProgress)),
    commitImport: (commit, onProgress) => remote.commitImport(commit, proxy(onProgress)),
    cancelImport: (runId) => remote.cancelImport(runId),
    rejectedRows: (file, mapping) => remote.rejectedRows(file, mapping),
    previewUndo: (batchId) => remote.previewUndo(batchId),
    undoImport: (batchId) => remote.undoImport(batchId),
    owners: () => remote.owners(),
    figures: (query) => remote.figures(query),
    analysis: (query) => remote.analysis(query),
    funnel: (query) => remote.funnel(query),
    personReviews: (query) => remote.personReviews(query),
    lateChanges: (query) => remote.lateChanges(query),
    pack: (query) => remote.pack(query),
    planActuals: (planId) => remote.planActuals(planId),
    rows: (drill, offset, limit) => remote.rows(drill, offset, limit),
    stageHistory: (identity) => remote.stageHistory(identity),
    home: (query) => remote.home(query),
    auditHeads: (below, limit, text) => remote.auditHeads(below, limit, text),
    quality: () => remote.quality(),
    customerNames: (language) => remote.customerNames(language),
    soundNames: (names, as) => remote.soundNames(names, as),
    canonicalHash: () => remote.canonicalHash(),
    content: () => remote.content(),
    gather: (take) => remote.gather(proxy(take)),
    replay: (changeSet, source) => remote.replay(changeSet, source),
    close: () => worker.terminate(),
  };
}
