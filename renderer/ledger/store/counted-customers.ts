import type { MergedNames } from '@shared/domain/customers/merged-names';

/** Which customer each number of the `customer` dictionary counts as. Facts keep the number of the name they came with. */
export interface CountedCustomers {
  /** By number; names that only merges know follow those of the dictionary. */
  readonly texts: readonly string[];
  /** The number it counts as; a number it does not hold counts as itself. */
  readonly counted: Uint32Array;
}

/** Without merges every customer counts as itself. */
export function countCustomers(texts: readonly string[], merges: MergedNames): CountedCustomers {
  if (merges.size === 0) return { texts, counted: new Uint32Array(0) };
  const all = [...texts];
  const numberOf = new Map(texts.map((text, number) => [text, number]));
  const counted = Uint32Array.from(texts, (text, number) => {
    const into = merges.get(text);
    if (into === undefined) return number;
    const known = numberOf.get(into);
    if (known !== undefined) return known;
    numberOf.set(into, all.length);
    return all.push(into) - 1;
  });
  return { texts: all, counted };
}

export const countedAs = ({ counted }: CountedCustomers, number: number): number => (number < counted.length ? counted[number]! : number);
