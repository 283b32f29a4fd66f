/** What a number in a cell means, as its number format says. */
export type CellFormat =
  | { readonly kind: 'plain' }
  /** A day; `clock` = shown with a time. */
  | { readonly kind: 'day'; readonly clock: boolean }
  | { readonly kind: 'time' }
  | { readonly kind: 'percent' }
  /** Shown with leading zeros up to this width: they belong to an id. */
  | { readonly kind: 'padded'; readonly width: number }
  /** Shown with another currency's sign: it must not be read as money of this workspace. */
  | { readonly kind: 'foreign'; readonly symbol: string };

export const PLAIN: CellFormat = { kind: 'plain' };
const TIME: CellFormat = { kind: 'time' };
const PERCENT: CellFormat = { kind: 'percent' };

const FOREIGN = /US\$|HK\$|NT\$|\$|€|£|₩|₽|฿|USD|EUR|GBP|HKD|JPY|KRW|TWD/i;

/** Formats that have a number and no code in the file. 27–36 and 50–58 are the days and times of Chinese, Japanese and Korean Excel. */
export function builtInFormat(id: number): CellFormat {
  if (id === 9 || id === 10) return PERCENT;
  if ((id >= 18 && id <= 21) || id === 32 || id === 33 || (id >= 45 && id <= 47)) return TIME;
  if (id === 22) return { kind: 'day', clock: true };
  const isDay = (id >= 14 && id <= 17) || (id >= 27 && id <= 36) || (id >= 50 && id <= 58);
  return isDay ? { kind: 'day', clock: false } : PLAIN;
}

/** Reads a format code; its first section decides. Source: ECMA-376 part 1, 18.8.31. */
export function formatOf(code: string): CellFormat {
  const literals: string[] = [];
  const keep = (literal: string) => {
    literals.push(literal);
    return ' ';
  };
  const first = code
    .replace(/"([^"]*)"?|\\(.)/g, (_whole, quoted: string | undefined, escaped: string | undefined) => keep(quoted ?? escaped ?? ''))
    .split(';')[0]!
    .replace(/[_*]./g, ' ')
    .replace(/\[\$([^\]-]*)[^\]]*\]/g, (_whole, symbol: string) => keep(symbol))
    .replace(/general/gi, ' ');
  const bare = first.replace(/\[(?!h+\]|m+\]|s+\])[^\]]*\]/gi, ' ');
  const withoutHalves = bare.replace(/am\/pm|a\/p/gi, 'h');
  const clock = /[hs]/i.test(withoutHalves);
  if (/[yd]/i.test(withoutHalves) || (/m/i.test(withoutHalves) && !clock)) return { kind: 'day', clock };
  if (clock) return TIME;
  if (bare.includes('%')) return PERCENT;
  const zeros = bare.trim();
  if (/^0{2,}$/.test(zeros) && literals.length === 0) return { kind: 'padded', width: zeros.length };
  const symbol = FOREIGN.exec(literals.join(' '))?.[0] ?? FOREIGN.exec(bare)?.[0];
  return symbol !== undefined && /[0#?]/.test(bare) ? { kind: 'foreign', symbol } : PLAIN;
}
