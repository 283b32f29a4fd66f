import { firstDayOf, lastDayOf, toEpochDay } from '@shared/kernel/day';
import type { YearMonth } from '@shared/kernel/month';
import type { Attribution } from '@shared/domain/org/attribution';

/** In a month's table: the owner changed leaf within the month, so each row's day decides. */
export const SPLIT = -1;

/** Answers which leaf an owner's fact belongs to; month tables are made once per attribution. */
export class LeafLookup {
  private readonly months = new Map<YearMonth, Int32Array>();

  constructor(private readonly attribution: Attribution) {}

  get leaves(): readonly string[] {
    return this.attribution.leaves;
  }

  /** Leaf of a fact on a day; Infinity = where the owner is now. An owner the attribution does not know is nobody (leaf 0). */
  leafOn(owner: number, day: number): number {
    const spans = this.attribution.spans[owner];
    if (spans === undefined) return 0;
    for (const span of spans) if (day >= span.fromDay && day <= span.toDay) return span.leaf;
    return 0;
  }

  /** Per owner the leaf that holds for the whole month, or SPLIT. */
  ofMonth(month: YearMonth): Int32Array {
    let table = this.months.get(month);
    if (table === undefined) {
      const first = toEpochDay(firstDayOf(month));
      const last = toEpochDay(lastDayOf(month));
      table = Int32Array.from(this.attribution.spans, (_, owner) => {
        const leaf = this.leafOn(owner, first);
        return this.leafOn(owner, last) === leaf && this.isUnsplit(owner, first, last) ? leaf : SPLIT;
      });
      this.months.set(month, table);
    }
    return table;
  }

  private isUnsplit(owner: number, first: number, last: number): boolean {
    return this.attribution.spans[owner]!.every((span) => span.toDay < first || span.fromDay > last || (span.fromDay <= first && span.toDay >= last));
  }
}
