import type { LoadedSegment } from '../store/column-store';
import type { SegmentMarks } from '../store/segments';
import type { FactTable } from './fact-table';
import type { KeyIndex } from './key-index';

export const ADDED = 0;
export const CHANGED = 1;
export const UNCHANGED = 2;

export interface Comparison {
  /** Per row of the table: ADDED, CHANGED or UNCHANGED. */
  readonly states: Uint8Array;
  readonly added: number;
  readonly changed: number;
  readonly unchanged: number;
  /** Without ids of the batch: what it attests and supersedes, per segment. */
  readonly marks: readonly Pick<SegmentMarks, 'segmentId' | 'attests' | 'supersedes'>[];
  /** Segments that rows of this file replace a live version in. */
  readonly touchedSegments: ReadonlySet<string>;
}

/**
 * Holds a file's rows against every stored version of the same identities (same object and source). A live version with
 * equal content is attested and the row is unchanged; every other version, also one that no longer counts, is superseded,
 * so that it stays out whatever batch is undone later.
 */
export function compareRows(table: FactTable, index: KeyIndex, segments: readonly LoadedSegment[]): Comparison {
  const states = new Uint8Array(table.count);
  const marks: Comparison['marks'][number][] = [];
  const touched = new Set<string>();
  for (const { hot, live } of segments) {
    const attests: number[] = [];
    const supersedes: number[] = [];
    for (let i = 0; i < hot.count; i++) {
      const row = index.find(table.keyHi, hot.keyHi[i]!, hot.keyLo[i]!);
      if (row < 0) continue;
      const isLive = live === null || live[i] === 1;
      if (isLive && hot.contentHi[i] === table.contentHi[row] && hot.contentLo[i] === table.contentLo[row]) {
        states[row] = UNCHANGED;
        attests.push(i);
        continue;
      }
      supersedes.push(i);
      if (!isLive) continue;
      states[row] = CHANGED;
      touched.add(hot.id);
    }
    if (attests.length + supersedes.length > 0) marks.push({ segmentId: hot.id, attests: Uint32Array.from(attests), supersedes: Uint32Array.from(supersedes) });
  }
  const tally = [0, 0, 0];
  for (const state of states) tally[state]!++;
  return { states, added: tally[ADDED]!, changed: tally[CHANGED]!, unchanged: tally[UNCHANGED]!, marks, touchedSegments: touched };
}
