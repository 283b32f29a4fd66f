import type { BackupContent, BackupPart } from '@shared/contracts/backup-file';
import type { ImportObject } from '@shared/records/import-object';
import type { Customer } from '@shared/records/customer';
import { commitChangeSet } from '@renderer/data/change-sets';
import { drainJournal } from '@renderer/data/journal';
import { reconcileWithJournal } from '@renderer/data/reconcile';
import { call } from '@renderer/platform/workbench';
import type { RepeatLedger } from '@renderer/data/replay-journal';
import { repeatedBy } from '@renderer/ledger/open-facts';
import { LedgerService } from '@renderer/ledger/ledger-service';
import { FakeRefusal, type MemoryJournal, installMemoryJournal } from '../data/memory-journal';
import { type TestWorkspace, openReadyWorkspace, openTestWorkspace } from '../data/test-workspace';
import { bytesSource, textSource } from '../ledger/bytes-source';

/** A copy as main holds it while it is made, and every job it was asked for. */
export interface MemoryKeeper {
  readonly journal: MemoryJournal;
  /** Kept source files by sha-256. */
  readonly sources: Map<string, Uint8Array<ArrayBuffer>>;
  readonly parts: Map<BackupPart, { rows: number; bytes: Uint8Array }>;
  readonly log: string[];
  finished: { content: BackupContent; sources: string[] } | null;
  /** Called before each chunk is taken: a test makes things happen meanwhile. */
  onAdd: () => Promise<void> | void;
  /** Bytes of chunks taken but not yet answered, at most. */
  mostInHand: number;
  largestChunk: number;
}

/** Answers the calls that copies, restoring and recovery make. */
export function installMemoryKeeper(): MemoryKeeper {
  let inHand = 0;
  const keeper: MemoryKeeper = {
    journal: installMemoryJournal({
      'keep.begin': ({ reason, to }: { reason: string; to: string }) => {
        keeper.parts.clear();
        keeper.log.push(`begin ${reason} ${to}`);
        return { jobId: crypto.randomUUID() };
      },
      'keep.add': async ({ part, rows, bytes }: { part: BackupPart; rows: number; bytes: Uint8Array }) => {
        inHand += bytes.length;
        keeper.mostInHand = Math.max(keeper.mostInHand, inHand);
        keeper.largestChunk = Math.max(keeper.largestChunk, bytes.length);
        await keeper.onAdd();
        inHand -= bytes.length;
        const before = keeper.parts.get(part) ?? { rows: 0, bytes: new Uint8Array(0) };
        const joined = new Uint8Array(before.bytes.length + bytes.length);
        joined.set(before.bytes);
        joined.set(bytes, before.bytes.length);
        keeper.parts.set(part, { rows: before.rows + rows, bytes: joined });
        return {};
      },
      'keep.finish': ({ content, sources }: { content: BackupContent; sources: string[] }) => {
        keeper.finished = { content, sources };
        keeper.log.push('finish');
        return { path: '/copy.smwb', bytes: 1, manifest: content };
      },
      'keep.cancel': () => {
        keeper.log.push('cancel');
        return {};
      },
      'source.open': ({ sha256 }: { sha256: string }) => {
        const bytes = keeper.sources.get(sha256);
        if (bytes === undefined) throw new FakeRefusal({ code: 'file.missing', detail: sha256 });
        return { token: sha256, name: sha256, bytes: bytes.length };
      },
    }),
    sources: new Map(),
    parts: new Map(),
    log: [],
    finished: null,
    onAdd: () => undefined,
    mostInHand: 0,
    largestChunk: 0,
  };
  return keeper;
}

/** A workspace with its ledger in this thread; imports keep their sources. */
export class BackupDesk {
  private constructor(
    readonly ws: TestWorkspace,
    readonly ledger: LedgerService,
    readonly keeper: MemoryKeeper,
  ) {}

  static async open(keeper: MemoryKeeper): Promise<BackupDesk> {
    const ws = await openReadyWorkspace();
    return new BackupDesk(ws, await LedgerService.open(ws), keeper);
  }

  /** An empty database of the same workspace, as after a loss. */
  async empty(): Promise<BackupDesk> {
    const ws = await openTestWorkspace();
    return this.around({ ...ws, workspaceId: this.ws.workspaceId });
  }

  /** The same ledger's worker over a database, started anew. */
  async around(ws: TestWorkspace): Promise<BackupDesk> {
    return new BackupDesk(ws, await LedgerService.open(ws), this.keeper);
  }

  async importText(text: string, name: string, as: ImportObject | null = null): Promise<string> {
    const bytes = new TextEncoder().encode(text);
    const sha256 = await sha256Of(bytes);
    this.keeper.sources.set(sha256, bytes);
    const inspected = await this.ledger.inspect(textSource(name, text), as);
    if (!inspected.ok) throw new Error(inspected.error.code);
    const run = await this.ledger.dryRun(textSource(name, text), inspected.value.mapping, () => undefined);
    if (!run.ok) throw new Error(run.error.code);
    const committed = await this.ledger.commitImport({ runId: run.value.runId, sha256 }, () => undefined);
    if (!committed.ok) throw new Error(committed.error);
    this.ws.clock.ms += 1_000;
    return committed.value.batchId;
  }

  async undoImport(batchId: string): Promise<void> {
    const undone = await this.ledger.undoImport(batchId);
    if (!undone.ok) throw new Error(undone.error);
  }

  async putCustomer(name: string, city = ''): Promise<void> {
    const row: Customer = { id: `c:${name}`, name, code: '', class: '', industry: '', city, ownerName: '' };
    await commitChangeSet(this.ws, { kind: 'edit', label: { key: 'settings_change', params: {} } }, (writer) => writer.put('customers', row));
  }

  async drain(): Promise<void> {
    const drained = await drainJournal(this.ws);
    if (!drained.ok) throw new Error(drained.error.code);
  }

  /** The worker's part of a replay, with the kept files from memory. */
  readonly repeat: RepeatLedger = repeatedBy({ replay: (changeSet, file) => this.ledger.replay(changeSet, file === null ? null : bytesSource(file.name, this.keeper.sources.get(file.token)!)) });

  async reconcile() {
    const known = await call('recovery.state', {});
    if (!known.ok) throw new Error(known.error.code);
    return reconcileWithJournal(this.ws, known.value.recorded, this.repeat);
  }
}

export async function sha256Of(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  return Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** Order lines as a system exports them: `lines` many, whose amounts depend on the seed. */
export function orderLines(lines: number, seed = 1, firstNumber = 100): string {
  const row = (i: number) => `S${firstNumber + i},1,2024-0${1 + (i % 3)}-1${i % 10},${i % 2 ? 'Li Na' : '王伟'},Customer ${i % 4},Pump,Direct,${i + 1},${(i * 10 + seed) % 97}.25,${i}.10`;
  return `order no,line no,date,sales rep,customer,product,channel,quantity,amount,profit\n${Array.from({ length: lines }, (_, i) => row(i)).join('\n')}\n`;
}
