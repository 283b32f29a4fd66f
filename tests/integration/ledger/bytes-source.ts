import type { ByteSource } from '@renderer/ledger/csv/byte-source';

/** A file in memory, read in slices like one on disk; every slice is a copy, as a fetched one is. */
export function bytesSource(name: string, bytes: Uint8Array): ByteSource {
  return { name, bytes: bytes.length, read: (start, end) => Promise.resolve(bytes.slice(start, end)) };
}

/** The same from text, in UTF-8. */
export const textSource = (name: string, text: string): ByteSource => bytesSource(name, new TextEncoder().encode(text));
