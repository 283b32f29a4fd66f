import type { ReactNode } from 'react';

/** A table whose rows flow over pages; its head is drawn again on each. Columns are widths in mm, '' = the rest. */
export interface PackTable {
  readonly id: string;
  readonly className: string;
  readonly columns: readonly string[];
  readonly head: ReactNode;
  /** All rows are one line high: only the first is measured, which halves the work of a long table. */
  readonly uniform?: boolean;
}

interface PieceBase {
  /** Unique in the pack. */
  readonly key: string;
  /** Starts a new page. */
  readonly breakBefore?: boolean;
  /** Never stands last on a page: headings, and the row before a total. */
  readonly keepWithNext?: boolean;
  /** An extract of what stands elsewhere in the pack: left out where it would need a page of its own. */
  readonly optional?: boolean;
}

/** A block that is never split. */
export interface BlockPiece extends PieceBase {
  readonly kind: 'block';
  readonly content: ReactNode;
}

/** A table row, never split; `content` are its cells. */
export interface RowPiece extends PieceBase {
  readonly kind: 'row';
  readonly table: PackTable;
  readonly className?: string;
  readonly content: ReactNode;
}

export type Piece = BlockPiece | RowPiece;

/** A bookmark: 1 = chapter, 2 = person. */
export interface OutlineEntry {
  readonly title: string;
  readonly level: 1 | 2;
}

/** A part of the pack that starts on a new page and has its own running header. */
export interface Chapter {
  readonly id: string;
  /** Middle of the running header. */
  readonly running: string;
  /** Right of the running header says 草稿. */
  readonly draft: boolean;
  readonly outline: readonly OutlineEntry[];
  readonly pieces: readonly Piece[];
}

/** Longest group of rows that moves to the next page whole rather than being cut. */
const HOLD_ROWS = 12;

/** Keeps a short table in one piece; a longer one stays free to flow. */
export const hold = (rows: readonly RowPiece[]): RowPiece[] =>
  rows.length > HOLD_ROWS ? [...rows] : rows.map((piece, index) => ({ ...piece, keepWithNext: index < rows.length - 1 || (piece.keepWithNext ?? false) }));

export const block = (key: string, content: ReactNode, flags: Pick<PieceBase, 'breakBefore' | 'keepWithNext' | 'optional'> = {}): BlockPiece => ({ kind: 'block', key, content, ...flags });

export const row = (table: PackTable, key: string, content: ReactNode, flags: Pick<RowPiece, 'breakBefore' | 'keepWithNext' | 'optional' | 'className'> = {}): RowPiece => ({ kind: 'row', table, key, content, ...flags });
