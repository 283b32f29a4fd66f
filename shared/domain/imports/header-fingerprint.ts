import type { ImportObject } from '../../records/import-object';
import { normaliseHeader } from './normalise-text';

/** Id of the remembered mapping of files with this header, column by column: `${object}:${16 hex digits}` (FNV-1a, 64 bit). */
export function profileIdOf(object: ImportObject, headers: readonly string[]): string {
  let hash = 0xcbf29ce484222325n;
  for (const char of headers.map(normaliseHeader).join('\u001f')) {
    hash ^= BigInt(char.codePointAt(0)!);
    hash = BigInt.asUintN(64, hash * 0x100000001b3n);
  }
  return `${object}:${hash.toString(16).padStart(16, '0')}`;
}
