import type { ImportField } from '../../contracts/import-run';
import { type Fen, plainYuan } from '../../kernel/fen';
import type { Result } from '../../kernel/result';
import type { TargetRow } from '../../records/target-row';
import { type TargetBook, rowOf, withMonth } from './target-book';
import { MONTHS, lockedCells } from './target-sheet';

/** A cell of the table: a number for a month of a fiscal year. */
export interface TargetEntry {
  readonly field: ImportField;
  readonly fiscalYear: number;
  /** 0 … 11 within the fiscal year. */
  readonly month: number;
  readonly valueFen: Fen;
}

/** One person's row of the table; a row of sums has a kind and no person. */
export interface TargetLine {
  readonly line: number;
  readonly sums: 'total' | 'subtotal' | null;
  /** Blank cells are left out: they say nothing. */
  readonly entries: readonly TargetEntry[];
  /** What the table says its months sum to; null = nothing. */
  readonly yearTotalFen: Fen | null;
}

export interface RejectedTarget {
  readonly line: number;
  readonly field: ImportField;
  readonly code: 'target.unknownPerson' | 'target.ambiguousPerson' | 'target.outsideMembership' | 'target.locked' | 'target.totalDiffers' | 'row.duplicate';
  readonly detail: string;
}

export type PersonFailure = Pick<RejectedTarget, 'field' | 'detail'> & { readonly code: 'target.unknownPerson' | 'target.ambiguousPerson' };

export interface PlacedTargets {
  /** Every row that the table speaks of, by fiscal year, with its numbers in it: also those that stay as they are. */
  readonly rows: ReadonlyMap<number, readonly TargetRow[]>;
  readonly added: number;
  readonly changed: number;
  readonly unchanged: number;
  readonly cells: { readonly added: number; readonly changed: number };
  readonly rejected: readonly RejectedTarget[];
  /** Rows of sums that agree with their rows: checked, never counted. */
  readonly agreeingSums: number;
  /** Sum of the rows' numbers, and of the accepted ones. */
  readonly sourceFen: bigint;
  readonly bookedFen: bigint;
}

/**
 * Lays a table of targets on the plans of its years, as numbers typed into leaves: a month goes to the membership that
 * holds most of its working days (of two equal ones the one whose id comes last). A row that cannot stand is rejected whole with the cell
 * that says why: nobody of that name, a month without a membership (0 is passed over), a locked cell that would change, a
 * second number for a cell, sums that differ. Rows of sums are compared with the rows they sum up.
 */
export function placeTargets(lines: readonly TargetLine[], books: ReadonlyMap<number, TargetBook>, personOf: (line: TargetLine) => Result<string, PersonFailure>): PlacedTargets {
  const locked = new Map([...books].map(([year, book]) => [year, lockedCells(book.tree, book.rows)]));
  const leavesOf = new Map([...books].map(([year, book]) => [year, leavesByPerson(book)]));
  const written = new Map<string, { readonly year: number; row: TargetRow; readonly index: number }>();
  const takenBy = new Map<string, number>();
  const rejected: RejectedTarget[] = [];
  const tally = { added: 0, changed: 0, unchanged: 0 };
  const cells = { added: 0, changed: 0 };
  const [all, group] = [new Sums(), new Sums()];
  let agreeingSums = 0;
  let bookedFen = 0n;

  const place = (line: TargetLine): RejectedTarget | null => {
    const person = personOf(line);
    if (!person.ok) return { line: line.line, ...person.error };
    const total = line.entries.reduce((sum, { valueFen }) => sum + valueFen, 0);
    if (line.yearTotalFen !== null && line.yearTotalFen !== total) return { line: line.line, field: 'yearTotal', code: 'target.totalDiffers', detail: differing(line.yearTotalFen, BigInt(total)) };
    const placed: { readonly year: number; readonly index: number; readonly month: number; readonly valueFen: Fen; readonly before: Fen | null }[] = [];
    for (const { field, fiscalYear: year, month, valueFen } of line.entries) {
      const book = books.get(year)!;
      const index = leafOf(book, leavesOf.get(year)!.get(person.value) ?? [], month);
      if (index === null) {
        if (valueFen === 0) continue;
        return { line: line.line, field, code: 'target.outsideMembership', detail: book.tree.months[month]! };
      }
      const first = takenBy.get(cellKey(year, index, month));
      if (first !== undefined) return { line: line.line, field, code: 'row.duplicate', detail: String(first) };
      const before = rowOf(book, index).months[month] ?? null;
      if (locked.get(year)![index * MONTHS + month] === 1 && before !== valueFen) return { line: line.line, field, code: 'target.locked', detail: book.tree.months[month]! };
      placed.push({ year, index, month, valueFen, before });
    }
    for (const { year, index, month, valueFen, before } of placed) {
      const book = books.get(year)!;
      const key = `${year}/${index}`;
      const entry = written.get(key) ?? { year, index, row: rowOf(book, index) };
      written.set(key, { ...entry, row: { ...entry.row, months: withMonth(entry.row.months, month, valueFen) } });
      takenBy.set(cellKey(year, index, month), line.line);
      bookedFen += BigInt(valueFen);
      if (before === null) cells.added++;
      else if (before !== valueFen) cells.changed++;
    }
    if (placed.some(({ before, valueFen }) => before !== null && before !== valueFen)) tally.changed++;
    else if (placed.some(({ before }) => before === null)) tally.added++;
    else tally.unchanged++;
    return null;
  };

  for (const line of lines) {
    if (line.sums === null) {
      for (const sums of [all, group]) sums.add(line.entries);
      const issue = place(line);
      if (issue !== null) rejected.push(issue);
      continue;
    }
    const differences = (line.sums === 'total' ? all : group).differences(line);
    rejected.push(...differences);
    if (differences.length === 0) agreeingSums++;
    group.clear();
  }
  const rows = new Map<number, TargetRow[]>();
  for (const { year, row } of written.values()) rows.set(year, [...(rows.get(year) ?? []), row]);
  return { rows, ...tally, cells, rejected, agreeingSums, sourceFen: all.total, bookedFen };
}

const cellKey = (year: number, index: number, month: number): string => `${year}/${index}/${month}`;

const differing = (said: Fen, counted: bigint): string => `${plainYuan(said)} ≠ ${plainYuan(counted)}`;

/** What the rows above a row of sums come to, per month and in all. */
class Sums {
  total = 0n;
  private readonly byMonth = new Map<string, bigint>();

  add(entries: readonly TargetEntry[]): void {
    for (const { fiscalYear, month, valueFen } of entries) {
      const key = `${fiscalYear}/${month}`;
      this.byMonth.set(key, (this.byMonth.get(key) ?? 0n) + BigInt(valueFen));
      this.total += BigInt(valueFen);
    }
  }

  clear(): void {
    this.byMonth.clear();
    this.total = 0n;
  }

  /** Every cell of a row of sums that says something else. */
  differences({ line, entries, yearTotalFen }: TargetLine): RejectedTarget[] {
    const months = entries.flatMap(({ field, fiscalYear, month, valueFen }): RejectedTarget[] => {
      const counted = this.byMonth.get(`${fiscalYear}/${month}`) ?? 0n;
      return counted === BigInt(valueFen) ? [] : [{ line, field, code: 'target.totalDiffers', detail: differing(valueFen, counted) }];
    });
    const whole = yearTotalFen === null || BigInt(yearTotalFen) === this.total ? [] : [{ line, field: 'yearTotal' as const, code: 'target.totalDiffers' as const, detail: differing(yearTotalFen, this.total) }];
    return [...months, ...whole];
  }
}

function leavesByPerson({ tree }: TargetBook): Map<string, number[]> {
  const found = new Map<string, number[]>();
  tree.nodes.forEach(({ isLeaf, personId }, index) => {
    if (isLeaf && personId !== null) found.set(personId, [...(found.get(personId) ?? []), index]);
  });
  return found;
}

/** The person's leaf that holds a month; null when none does. Leaves of a person lie in the tree by unit, so days decide. */
function leafOf({ tree }: TargetBook, leaves: readonly number[], month: number): number | null {
  let best: number | null = null;
  for (const index of leaves) {
    const days = tree.nodes[index]!.activeDays[month]!;
    if (days === 0) continue;
    const most = best === null ? 0 : tree.nodes[best]!.activeDays[month]!;
    if (days > most || (days === most && tree.nodes[index]!.id > tree.nodes[best!]!.id)) best = index;
  }
  return best;
}
