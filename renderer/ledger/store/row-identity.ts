import type { HotSegment } from './segments';

/** What all versions of one row share: its key's 16 hex digits and its source, as one text. */
export const identityOf = ({ keyHi, keyLo, source }: HotSegment, row: number): string => `${hex(keyHi[row]!)}${hex(keyLo[row]!)}:${source}`;

const hex = (word: number): string => word.toString(16).padStart(8, '0');

export function readIdentity(identity: string): { keyHi: number; keyLo: number; source: string } {
  return { keyHi: Number.parseInt(identity.slice(0, 8), 16), keyLo: Number.parseInt(identity.slice(8, 16), 16), source: identity.slice(17) };
}
