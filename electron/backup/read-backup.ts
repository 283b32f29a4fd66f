import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { pipeline } from 'node:stream/promises';
import { createBrotliDecompress } from 'node:zlib';
import type { Header } from 'tar-stream';
import { type BackupManifest, type BackupPart, ledgerParts } from '@shared/contracts/backup-file';
import { decrypted, headOf, isAgeHead } from './age-cipher';
import { BackupFault, damaged } from './backup-fault';
import { checkManifest, type FoundEntry } from './check-manifest';
import { type EntryKind, kindOfEntry, MANIFEST_ENTRY } from './entry-name';
import { SealReader } from './seal';
import { readTar } from './read-tar';

/** Receives what a backup holds while it is read: `begin` a part or source, its decompressed bytes, `end`. Its throws end the reading. */
export interface BackupSink {
  begin(entry: { readonly kind: 'part'; readonly part: BackupPart } | { readonly kind: 'source'; readonly sha256: string }): Promise<void>;
  write(bytes: Uint8Array): Promise<void>;
  end(): Promise<void>;
}

/** Told how many of the file's bytes have been read. */
export type OnRead = (done: number, total: number) => void;

const MB = 1024 * 1024;
/** No entry inflates to more than this, nor to more than a thousand times its size: packed columns reach a few dozen. */
const MOST_BYTES = 8 * 1024 * MB;
const MOST_RATIO = 1_000;
const FREE_BYTES = 256 * MB;
const MANIFEST_BYTES = 16 * MB;
/** Below this an entry is not worth a megabyte of buffer. */
const SMALL_ENTRY = 64 * 1024;
const MOST_ENTRIES = 100_000;

/**
 * Reads a backup once from end to end, in little memory, and answers its manifest when everything in it is as written.
 * Throws a BackupFault: `keep.notBackup`, `keep.passphrase`, `keep.unsafe`, `keep.newer` or `keep.damaged` with the entry and
 * what is wrong; or the disk's error. Until it has answered, nothing the sink was given may be trusted.
 */
export async function readBackup(file: string, passphrase: string | null, sink: BackupSink | null, onRead?: OnRead): Promise<BackupManifest> {
  const head = await headOf(file);
  const isEncrypted = isAgeHead(head);
  // The first entry's name opens the file.
  if (!isEncrypted && !head.startsWith('parts/')) throw new BackupFault('keep.notBackup', '');
  const raw = fileChunks(file, onRead);
  const seal = new SealReader();
  const content = seal.strip(isEncrypted ? decrypted(raw, passphrase, head) : raw);
  const found = new Map<string, FoundEntry>();
  let manifest: string | null = null;
  await readTar(content, async (header, bytes) => {
    if (manifest !== null) throw damaged(JSON.stringify(header.name.slice(0, 80)), 'after the manifest');
    const kind = admitted(header, found);
    if (kind.kind === 'manifest') manifest = await readManifest(header.size, bytes);
    else found.set(header.name.toLowerCase(), await readEntry(header, kind, bytes, sink));
  });
  if (manifest === null) throw damaged(MANIFEST_ENTRY, 'missing');
  return checkManifest(manifest, [...found.values()], seal.intact);
}

async function* fileChunks(file: string, onRead: OnRead | undefined): AsyncGenerator<Uint8Array> {
  const { size } = await stat(file);
  let done = 0;
  for await (const chunk of createReadStream(file, { highWaterMark: MB }) as AsyncIterable<Buffer>) {
    yield chunk;
    done += chunk.length;
    onRead?.(done, size);
  }
}

/** What the entry is, if it may stand here. `found` by name in lower case: twins would be one file on most disks. */
function admitted(header: Header, found: ReadonlyMap<string, FoundEntry>): EntryKind {
  const kind = kindOfEntry(header.name, header.type);
  const twin = found.get(header.name.toLowerCase());
  if (twin?.name === header.name) throw damaged(header.name, 'twice');
  if (twin !== undefined) throw new BackupFault('keep.unsafe', `${JSON.stringify(header.name)}: name`);
  if (found.size >= MOST_ENTRIES) throw new BackupFault('keep.unsafe', 'too many entries');
  return kind;
}

async function readManifest(size: number, bytes: AsyncIterable<Uint8Array>): Promise<string> {
  if (size > MANIFEST_BYTES) throw new BackupFault('keep.unsafe', `${MANIFEST_ENTRY}: too large`);
  const chunks: Uint8Array[] = [];
  for await (const chunk of bytes) chunks.push(chunk);
  return Buffer.concat(chunks).toString('utf8');
}

async function readEntry(header: Header, kind: Exclude<EntryKind, { kind: 'manifest' }>, packed: AsyncIterable<Uint8Array>, sink: BackupSink | null): Promise<FoundEntry> {
  const hash = createHash('sha256');
  let bytes = 0;
  let rows = 0;
  if (kind.kind === 'unknown') {
    for await (const chunk of packed) bytes += chunk.length;
    return { name: header.name, bytes, rows: null, sha256: '' };
  }
  const hasLines = kind.kind === 'part' && !ledgerParts.some((part) => part === kind.part);
  await sink?.begin(kind);
  await inflate(header, packed, async (chunk) => {
    bytes += chunk.length;
    const written = sink?.write(chunk);
    hash.update(chunk);
    if (hasLines) rows += countLines(chunk);
    await written;
  });
  await sink?.end();
  const sha256 = hash.digest('hex');
  if (kind.kind === 'source' && sha256 !== kind.sha256) throw damaged(header.name, 'changed');
  return { name: header.name, bytes, rows: hasLines ? rows : null, sha256 };
}

async function inflate(header: Header, packed: AsyncIterable<Uint8Array>, take: (chunk: Buffer) => Promise<void>): Promise<void> {
  const limit = Math.min(MOST_BYTES, Math.max(FREE_BYTES, MOST_RATIO * header.size));
  let inflated = 0;
  try {
    await pipeline(packed, createBrotliDecompress({ chunkSize: header.size < SMALL_ENTRY ? SMALL_ENTRY : MB }), async (chunks: AsyncIterable<Buffer>) => {
      for await (const chunk of chunks) {
        inflated += chunk.length;
        if (inflated > limit) throw new BackupFault('keep.unsafe', `${header.name}: inflates beyond ${limit} bytes`);
        await take(chunk);
      }
    });
  } catch (error) {
    throw isZlibError(error) ? damaged(header.name, error.code === 'Z_BUF_ERROR' ? 'cut short' : 'changed') : error;
  }
}

/** zlib's errors carry a number and a name like the system's, but no system call. */
const isZlibError = (error: unknown): error is Error & { code: unknown } => error instanceof Error && 'errno' in error && 'code' in error && !('syscall' in error);

function countLines(chunk: Buffer): number {
  let lines = 0;
  for (let at = chunk.indexOf(10); at >= 0; at = chunk.indexOf(10, at + 1)) lines++;
  return lines;
}
