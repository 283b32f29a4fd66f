import { type Entry, Reader, ZipReader, configure } from '@zip.js/zip.js/lib/zip-core-native.js';
import { type ByteSource, FileVanished } from '../csv/byte-source';
import { WorkbookFault } from './workbook-fault';

/** One part, inflated: a sheet of a million rows and a dozen columns has half of it. */
const MOST_BYTES = 1024 * 1024 * 1024;
/** All parts that are inflated one after the other. */
const MOST_IN_ALL = 4;
/** Text deflates by 10 to 60; beyond this a large part is a bomb. */
const MOST_RATIO = 300;
const SMALL_BYTES = 64 * 1024 * 1024;
const MOST_ENTRIES = 10_000;

// The worker is our thread already: zip.js need not start others. Every piece it reads is a request to main.
configure({ useWebWorkers: false, chunkSize: 1024 * 1024 });

/** The parts of a zip, inflated on demand and checked against their checksums. */
export interface Archive {
  readonly has: (name: string) => boolean;
  readonly names: readonly string[];
  /** A part's bytes, null when there is none. Throws `WorkbookFault`. */
  read(name: string): Promise<Uint8Array | null>;
}

class SourceReader extends Reader<ByteSource> {
  vanished: FileVanished | null = null;

  constructor(private readonly source: ByteSource) {
    super(source);
    this.size = source.bytes;
  }

  override async readUint8Array(index: number, length: number): Promise<Uint8Array> {
    try {
      return await this.source.read(index, Math.min(index + length, this.source.bytes));
    } catch (cause) {
      if (cause instanceof FileVanished) this.vanished = cause;
      throw cause;
    }
  }
}

export interface ArchiveLimits {
  readonly mostBytes: number;
  readonly mostRatio: number;
}

export async function openArchive(source: ByteSource, limits: ArchiveLimits = { mostBytes: MOST_BYTES, mostRatio: MOST_RATIO }): Promise<Archive> {
  const reader = new SourceReader(source);
  /** What zip.js finds wrong is a damaged file; a file that is gone, or a fault of ours, goes on as it is. */
  const orDamaged = async <T>(part: string, work: () => Promise<T>): Promise<T> => {
    try {
      return await work();
    } catch (cause) {
      if (reader.vanished !== null) throw reader.vanished;
      throw cause instanceof WorkbookFault ? cause : new WorkbookFault('file.damaged', part);
    }
  };
  const entries = await orDamaged(source.name, () => new ZipReader(reader).getEntries());
  if (entries.length > MOST_ENTRIES) throw new WorkbookFault('file.damaged', source.name);
  const parts = new Map<string, Entry>();
  for (const entry of entries) {
    if (entry.directory) continue;
    // Two parts of one name: which one counts would be a guess.
    if (parts.has(entry.filename)) throw new WorkbookFault('file.damaged', entry.filename);
    parts.set(entry.filename, entry);
  }
  let inflated = 0;
  return {
    names: [...parts.keys()],
    has: (name) => parts.has(name),
    read: (name) =>
      orDamaged(name, async () => {
        const entry = parts.get(name);
        if (entry === undefined || entry.directory) return null;
        if (entry.encrypted) throw new WorkbookFault('file.encrypted');
        const size = entry.uncompressedSize;
        const tooMuch = () => size > limits.mostBytes || inflated > limits.mostBytes * MOST_IN_ALL || (size > SMALL_BYTES && size > entry.compressedSize * limits.mostRatio);
        inflated += size;
        if (tooMuch()) throw new WorkbookFault('file.inflatesTooMuch', name);
        const bytes = new Uint8Array(size);
        let at = 0;
        const into = new WritableStream<Uint8Array>({
          write(piece) {
            if (at + piece.length > size) throw new WorkbookFault('file.damaged', name);
            bytes.set(piece, at);
            at += piece.length;
          },
        });
        await entry.getData(into, { checkSignature: true });
        if (at !== size) throw new WorkbookFault('file.damaged', name);
        return bytes;
      }),
  };
}
