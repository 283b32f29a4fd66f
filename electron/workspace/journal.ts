import { type FileHandle, mkdir, open, readdir, stat, truncate } from 'node:fs/promises';
import path from 'node:path';
import { type ChangeSet, changeSetSchema } from '@shared/records/change-set';
import { ok } from '@shared/kernel/result';
import { type Answer, failureOf, refuse } from '../call-failure';
import { syncFolder, writeAtomic } from '../files/write-atomic';
import { decodeRecord, encodeRecord, scanJournal } from './journal-record';

/** A file grows to this before the next one is begun. */
const FILE_BYTES = 32 * 1024 * 1024;
const READ_LIMIT = 200;

interface JournalFile {
  readonly path: string;
  readonly firstSeq: number;
  readonly offsets: number[];
  bytes: number;
}

const nameOf = (number: number) => `${String(number).padStart(6, '0')}.smwj`;

/**
 * The append-only list of change-sets on disk. What `append` has acknowledged survives a power cut (fdatasync).
 * Opening verifies every record: a torn tail (a write that was never acknowledged) is cut and kept aside as `.torn`.
 * Damage in the middle changes nothing on the disk: `damage` names file, place and reason, what lies before it can be
 * read, and nothing is appended.
 */
export async function openJournal(folder: string, fileBytes = FILE_BYTES): Promise<Journal> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const names = (await readdir(folder)).filter((name) => /^\d{6}\.smwj$/.test(name)).sort();
  const files: JournalFile[] = [];
  let nextSeq = 1;
  let damage: string | null = null;
  for (const [index, name] of names.entries()) {
    const file = path.join(folder, name);
    if (name !== nameOf(index + 1)) {
      damage = `journal: ${nameOf(index + 1)} is missing`;
      break;
    }
    const bytes = await readWhole(file);
    const scan = await scanJournal(bytes, nextSeq);
    const torn = scan.damage === null && scan.wholeBytes < bytes.length;
    if (scan.damage) damage = `journal: ${name} at byte ${scan.damage.offset}: ${scan.damage.reason}`;
    else if (torn && index < names.length - 1) damage = `journal: ${name} at byte ${scan.wholeBytes}: checksum`;
    else if (torn) await cutTornTail(file, bytes, scan.wholeBytes);
    files.push({ path: file, firstSeq: nextSeq, offsets: scan.offsets, bytes: scan.wholeBytes });
    nextSeq += scan.offsets.length;
    if (damage !== null) break;
  }
  return new Journal(folder, files, nextSeq - 1, fileBytes, damage);
}

/** In one piece: `readFile` gathers chunks and joins them, and a large file twice in memory stops the program for a collection. */
async function readWhole(file: string): Promise<Buffer> {
  const handle = await open(file, 'r');
  try {
    const bytes = Buffer.allocUnsafeSlow((await handle.stat()).size);
    let filled = 0;
    for (let read = 1; read > 0 && filled < bytes.length; filled += read) read = (await handle.read(bytes, filled, bytes.length - filled, filled)).bytesRead;
    return bytes.subarray(0, filled);
  } finally {
    await handle.close();
  }
}

async function cutTornTail(file: string, bytes: Buffer, wholeBytes: number): Promise<void> {
  await writeAtomic(`${file}.${wholeBytes}.torn`, bytes.subarray(wholeBytes));
  await truncate(file, wholeBytes);
}

export class Journal {
  private handle: FileHandle | null = null;
  private queue: Promise<unknown> = Promise.resolve();
  private broken: string;

  constructor(
    private readonly folder: string,
    private readonly files: JournalFile[],
    private last: number,
    private readonly fileBytes: number,
    /** Why only a beginning of it can be read; null for a whole journal. */
    readonly damage: string | null,
  ) {
    this.broken = damage ?? '';
  }

  get lastSeq(): number {
    return this.last;
  }

  /** Appends what is not yet known, in order, and answers when the disk has it. A gap is refused and nothing of it written. */
  append(changeSets: readonly ChangeSet[]): Promise<Answer<{ lastSeq: number }>> {
    return this.serialise(() => this.appendNow(changeSets));
  }

  /** At most 200 change-sets after a seq, oldest first; [] at the end. Throws when a record no longer reads as written. */
  read(afterSeq: number): Promise<ChangeSet[]> {
    return this.serialise(async () => {
      const found: ChangeSet[] = [];
      for (const file of this.files) {
        const first = Math.max(0, afterSeq + 1 - file.firstSeq);
        const until = Math.min(file.offsets.length, first + READ_LIMIT - found.length);
        if (until > first) found.push(...(await readRecords(file, first, until)));
      }
      return found;
    });
  }

  close(): Promise<void> {
    return this.serialise(async () => {
      await this.handle?.close();
      this.handle = null;
    });
  }

  private serialise<T>(work: () => Promise<T>): Promise<T> {
    const done = this.queue.then(work);
    this.queue = done.catch(() => undefined);
    return done;
  }

  private async appendNow(changeSets: readonly ChangeSet[]): Promise<Answer<{ lastSeq: number }>> {
    if (this.broken) return refuse('journal.write', this.broken);
    const fresh = changeSets.filter((each) => each.seq > this.last);
    const wrong = fresh.findIndex((each, index) => each.seq !== this.last + 1 + index);
    if (wrong >= 0) return refuse('journal.gap', `expected ${this.last + 1 + wrong}, got ${fresh[wrong]!.seq}`);
    if (fresh.length === 0) return ok({ lastSeq: this.last });
    const lines = fresh.map((each) => Buffer.from(encodeRecord(each.seq, JSON.stringify(each))));
    try {
      const file = await this.fileToWrite();
      await this.write(file, lines);
    } catch (error) {
      return { ok: false, error: failureOf(error, 'journal.write') };
    }
    this.last += fresh.length;
    return ok({ lastSeq: this.last });
  }

  private async fileToWrite(): Promise<JournalFile> {
    const current = this.files.at(-1);
    if (current && current.bytes < this.fileBytes) {
      this.handle ??= await open(current.path, 'r+');
      await this.requireInPlace(current);
      return current;
    }
    await this.handle?.close();
    this.handle = null;
    const file: JournalFile = { path: path.join(this.folder, nameOf(this.files.length + 1)), firstSeq: this.last + 1, offsets: [], bytes: 0 };
    this.handle = await open(file.path, 'w', 0o600);
    await syncFolder(this.folder);
    this.files.push(file);
    return file;
  }

  /** A folder moved or deleted while open goes on taking bytes that nobody would find again. Throws as if it were not there. */
  private async requireInPlace({ path: file }: JournalFile): Promise<void> {
    const [there, held] = [await stat(file), await this.handle!.stat()];
    if (there.ino !== held.ino || there.dev !== held.dev) throw Object.assign(new Error(`${file} is another file now`), { code: 'ENOENT' });
  }

  /** Leaves the file as it was when the disk refuses; if not even that works, nothing more is appended. */
  private async write(file: JournalFile, lines: readonly Buffer[]): Promise<void> {
    const handle = this.handle!;
    const block = Buffer.concat(lines);
    try {
      for (let done = 0; done < block.length; ) done += (await handle.write(block, done, block.length - done, file.bytes + done)).bytesWritten;
      await handle.datasync();
    } catch (error) {
      await handle.truncate(file.bytes).catch((reason: unknown) => {
        this.broken = `cannot be cut back: ${String(reason)}`;
      });
      throw error;
    }
    for (const line of lines) {
      file.offsets.push(file.bytes);
      file.bytes += line.length;
    }
  }
}

async function readRecords(file: JournalFile, first: number, until: number): Promise<ChangeSet[]> {
  const from = file.offsets[first]!;
  const to = file.offsets[until] ?? file.bytes;
  const block = Buffer.alloc(to - from);
  const handle = await open(file.path, 'r');
  try {
    await handle.read(block, 0, block.length, from);
  } finally {
    await handle.close();
  }
  return file.offsets.slice(first, until).map((offset) => {
    const json = decodeRecord(block, offset - from);
    if (json === null) throw new Error(`journal: ${path.basename(file.path)} at byte ${offset} changed while open`);
    return changeSetSchema.parse(JSON.parse(json));
  });
}
