/** A piece as measured: what page breaking needs to know of it. Heights in px. */
export interface MeasuredPiece {
  readonly height: number;
  /** Id of its table, null for a block. */
  readonly table: string | null;
  /** Height of the table's head, drawn before the first row on each page; 0 for a block. */
  readonly headHeight: number;
  readonly breakBefore: boolean;
  readonly keepWithNext: boolean;
}

/**
 * Puts pieces on pages of `room` px, in order, and answers the indexes of each page. No piece is split; a table's head
 * stands before its rows on every page; pieces that keep together move together (unless they fill more than a page).
 * A piece taller than a page gets a page of its own: the caller reports it as overflowing. No pieces give no page.
 */
export function breakPages(pieces: readonly MeasuredPiece[], room: number): number[][] {
  const pages: number[][] = [];
  let page: number[] = [];
  let used = 0;
  const cost = (indexes: readonly number[], before: number | undefined) => {
    let total = 0;
    let last = before === undefined ? null : pieces[before]!.table;
    for (const index of indexes) {
      const piece = pieces[index]!;
      total += piece.height + (piece.table !== null && piece.table !== last ? piece.headHeight : 0);
      last = piece.table;
    }
    return total;
  };
  const turn = () => {
    if (page.length > 0) pages.push(page);
    page = [];
    used = 0;
  };
  const place = (indexes: readonly number[]) => {
    if (page.length > 0 && used + cost(indexes, page.at(-1)) > room) turn();
    used += cost(indexes, page.at(-1));
    page.push(...indexes);
  };
  for (const clump of clumps(pieces)) {
    if (pieces[clump[0]!]!.breakBefore) turn();
    if (cost(clump, undefined) <= room) place(clump);
    else for (const index of clump) place([index]);
  }
  turn();
  return pages;
}

/** Runs of pieces that keep together: each but the last keeps with its next, and none but the first breaks the page. */
function clumps(pieces: readonly MeasuredPiece[]): number[][] {
  const all: number[][] = [];
  let open = false;
  pieces.forEach((piece, index) => {
    const current = all.at(-1);
    if (open && current && !piece.breakBefore) current.push(index);
    else all.push([index]);
    open = piece.keepWithNext;
  });
  return all;
}
