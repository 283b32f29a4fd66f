import { type Fen, fen } from '../../kernel/fen';

/** What stands between an assigned number and Σ children: 未分解, 超额保险, 不平. */
export type GapKind = 'unallocated' | 'buffer' | 'mismatch';

export interface Gap {
  /** assigned − Σ children; never 0. */
  readonly gapFen: Fen;
  readonly kind: GapKind;
}

/** Null where nothing is assigned or both are equal. No number below counts as 0. */
export function gapOf(assignedFen: Fen | null, childrenFen: Fen | null, isBufferDeclared: boolean): Gap | null {
  if (assignedFen === null) return null;
  const gapFen = fen(assignedFen - (childrenFen ?? 0));
  if (gapFen === 0) return null;
  return { gapFen, kind: gapFen > 0 ? 'unallocated' : isBufferDeclared ? 'buffer' : 'mismatch' };
}
