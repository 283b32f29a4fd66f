import type { SampleLedger } from '@renderer/app/sample/install-sample';
import type { Workspace } from '@renderer/data/workspace';
import type { ByteSource } from '@renderer/ledger/csv/byte-source';
import type { LedgerApi } from '@renderer/ledger/ledger-api';
import { LedgerService } from '@renderer/ledger/ledger-service';
import { figuresQuery } from '@renderer/ledger/queries/figures-query';
import { personReviewsQuery } from '@renderer/ledger/queries/person-reviews-query';
import type { FileToken } from '@shared/contracts/headless-command';
import { generateSample, type SampleFile } from '../../../resources/sample/generate-sample';
import { installMemoryJournal } from '../data/memory-journal';

/** The sample's files behind the calls that main answers, and its journal in memory. */
export function installSampleFiles(): { files: ReadonlyMap<string, SampleFile> } {
  installMemoryJournal();
  const journal = window.workbench;
  const files = new Map(generateSample().map((file) => [crypto.randomUUID() as string, file]));
  const call: typeof journal.call = async (name, input) => {
    if (name === 'import.sampleFiles') return { ok: true, value: [...files].map(([token, { name: fileName, bytes }]) => ({ token, name: fileName, bytes: bytes.length })) };
    if (name !== 'source.keep') return journal.call(name, input);
    const { bytes } = files.get((input as { token: string }).token)!;
    const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
    return { ok: true, value: { sha256: Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join(''), bytes: bytes.length } };
  };
  Reflect.set(window, 'workbench', { ...journal, call });
  return { files };
}

/** The worker's own service, in this thread, reading files from memory. */
export async function openSampleLedger(ws: Workspace, files: ReadonlyMap<string, SampleFile>): Promise<SampleLedger & Pick<LedgerApi, 'figures'>> {
  const service = await LedgerService.open(ws);
  const sourceOf = ({ token, name }: FileToken): ByteSource => {
    const { bytes } = files.get(token)!;
    return { name, bytes: bytes.length, read: (start, end) => Promise.resolve(bytes.slice(start, end)) };
  };
  return {
    inspect: (file, as) => service.inspect(sourceOf(file), as),
    dryRun: (file, mapping, onProgress) => service.dryRun(sourceOf(file), mapping, onProgress),
    commitImport: (commit, onProgress) => service.commitImport(commit, onProgress),
    planActuals: (planId) => service.planActuals(planId),
    personReviews: (query) => personReviewsQuery(service, ws, query),
    figures: (query) => figuresQuery(service, ws, query),
  };
}
