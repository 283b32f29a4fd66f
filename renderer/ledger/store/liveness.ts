import type { SegmentMarks } from './segments';

/**
 * Which rows of a segment count: those that a standing batch owns or attests and that no standing batch supersedes.
 * `marks` are those of standing batches only. Null = all of them, the common case, which figures can pass without a look.
 */
export function liveRows(count: number, ownerStands: boolean, marks: readonly SegmentMarks[]): Uint8Array | null {
  if (ownerStands && marks.every((mark) => mark.supersedes.length === 0)) return null;
  const live = new Uint8Array(count).fill(ownerStands ? 1 : 0);
  if (!ownerStands) for (const mark of marks) for (const row of mark.attests) live[row] = 1;
  for (const mark of marks) for (const row of mark.supersedes) live[row] = 0;
  return live;
}

export interface SegmentOwner {
  readonly id: string;
  readonly batchId: string;
}

/** Segments that nothing holds any more once only `standing` batches stand: their owner is undone and nobody attests a row of them. */
export function heldByNobody(segments: readonly SegmentOwner[], marks: readonly SegmentMarks[], standing: ReadonlySet<string>): string[] {
  const attested = new Set(marks.filter((mark) => standing.has(mark.batchId) && mark.attests.length > 0).map((mark) => mark.segmentId));
  return segments.filter((segment) => !standing.has(segment.batchId) && !attested.has(segment.id)).map((segment) => segment.id);
}
