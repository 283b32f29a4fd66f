import { expose, transfer } from 'comlink';
import { readAuditHeads } from '@renderer/data/audit-heads';
import { openWorkspace } from '@renderer/data/workspace';
import { tokenSource } from './csv/byte-source';
import type { LedgerApi } from './ledger-api';
import { LedgerService } from './ledger-service';
import { analysisQuery } from './queries/analysis-query';
import { figuresQuery } from './queries/figures-query';
import { lateChangesQuery } from './queries/late-changes-query';
import { packQuery } from './queries/pack-query';
import { personReviewsQuery } from './queries/person-reviews-query';
import { soundNames } from './queries/sound-names';

/** Set by `open`, which is the first call. */
let opened: Promise<LedgerService> | null = null;

function service(): Promise<LedgerService> {
  if (opened === null) throw new Error('The ledger is asked before it was opened');
  return opened;
}

const ledger: LedgerApi = {
  async open(workspace) {
    opened = openWorkspace(workspace).then((found) => LedgerService.open(found));
    await opened;
  },
  inspect: async (file, as, place) => (await service()).inspect(tokenSource(file), as, place),
  dryRun: async (file, mapping, onProgress) => (await service()).dryRun(tokenSource(file), mapping, onProgress),
  commitImport: async (commit, onProgress) => (await service()).commitImport(commit, onProgress),
  cancelImport: async (runId) => (await service()).cancelImport(runId),
  rejectedRows: async (file, mapping) => (await service()).rejectedRows(tokenSource(file), mapping),
  previewUndo: async (batchId) => (await service()).previewUndo(batchId),
  undoImport: async (batchId) => (await service()).undoImport(batchId),
  owners: async () => (await service()).ownerRows(),
  figures: async (query) => {
    const store = await service();
    return figuresQuery(store, store.workspace, query);
  },
  analysis: async (query) => {
    const store = await service();
    return analysisQuery(store, store.workspace, query);
  },
  funnel: async (query) => (await service()).funnel(query),
  personReviews: async (query) => {
    const store = await service();
    return personReviewsQuery(store, store.workspace, query);
  },
  lateChanges: async (query) => {
    const store = await service();
    return lateChangesQuery(store, store.workspace, query);
  },
  pack: async (query) => {
    const store = await service();
    return packQuery(store, store.workspace, query);
  },
  planActuals: async (planId) => (await service()).planActuals(planId),
  rows: async (drill, offset, limit) => (await service()).drill(drill, offset, limit),
  stageHistory: async (identity) => (await service()).stageHistory(identity),
  home: async (query) => (await service()).home(query),
  auditHeads: async (below, limit, text) => readAuditHeads((await service()).workspace.db, below, limit, text),
  quality: async () => (await service()).quality(),
  customerNames: async (language) => soundNames(await (await service()).customerNames(language), 'names'),
  soundNames,
  canonicalHash: async () => (await service()).canonicalHash(),
  content: async () => (await service()).content(),
  gather: async (take) => (await service()).gather((chunk) => take(transfer(chunk, [chunk.bytes.buffer]))),
  replay: async (changeSet, source) => (await service()).replay(changeSet, source === null ? null : tokenSource(source)),
};

expose(ledger);
