import type { ColumnEvidence } from '@shared/contracts/import-run';
import { OWN_CURRENCY, currencyOf, splitCurrency } from '@shared/domain/imports/currency-word';
import { cleanText } from '@shared/domain/imports/normalise-text';
import { dateWays, readDay } from '@shared/domain/imports/read-day';
import { writtenShare } from '@shared/domain/imports/read-share';
import { readDecimal } from '@shared/domain/imports/read-decimal';
import { ByteDictionary, resized } from '../csv/byte-dictionary';

/** Beyond this many distinct values a column is judged by those met first; its blanks go on being counted. */
const MOST_DISTINCT = 20_000;
const LONGEST_SHOWN = 80;
const LONGEST_BYTES = 4_000;
/** A point before exactly three digits, as thousands have it where commas are decimal. */
const DOT_GROUPS = /^[-(]?[1-9]\d{0,2}\.\d{3}\)?$/;
/** Four digits in a row before any mark, or a comma that groups: a point is not for thousands here. */
const LONG_RUN = /^[-(]?\d{4}|\d,\d{3}(?:\D|$)/;

export type SurveyedColumn = Omit<ColumnEvidence, 'header' | 'reason'>;

/** Gathers what one column's values look like, each distinct value judged once. */
export class ColumnSurvey {
  private readonly written = new ValueCounts();
  /** Numbers of a workbook: they read one way only, whatever mark the column's texts use. */
  private readonly numbers = new ValueCounts();
  private blanks = 0;

  take(bytes: Uint8Array, start: number, end: number, isNumber: boolean): void {
    if (start === end) this.blanks++;
    else (isNumber ? this.numbers : this.written).take(bytes, start, end);
  }

  /** Distinct texts as they are read, in the order they were met. */
  texts(decoder: TextDecoder): string[] {
    return [...new Set([...this.written.texts(decoder), ...this.numbers.texts(decoder)])].filter((text) => text !== '');
  }

  judge(decoder: TextDecoder): SurveyedColumn {
    let { blanks } = this;
    const tally = { values: 0, dates: 0, numbers: 0, onlyMdy: 0, onlyDmy: 0, ambiguousDates: 0, ambiguousNumbers: 0, commaOnly: 0, onlyPoint: 0, dotGroups: 0, longRuns: 0 };
    const openings = new Openings();
    let sample = '';
    const days = new Range<string>((a, b) => a < b);
    const numbers = new Range<bigint>((a, b) => a < b);
    const words = new Range<string>((a, b) => a < b);
    // A column of numbers is shown by a number, whatever text strayed into it.
    const groups = this.numbers.taken > this.written.taken ? [this.numbers, this.written] : [this.written, this.numbers];
    const values = groups.flatMap((group) => group.texts(decoder).map((text, id) => ({ text, count: group.counts[id]!, isNumber: group === this.numbers })));
    for (const { text, count, isNumber } of values) {
      if (text === '') {
        blanks += count;
        continue;
      }
      if (sample === '') sample = text;
      tally.values += count;
      words.add(text, text);
      this.judgeDate(text, count, tally, days);
      openings.take(text, count);
      if (isNumber) {
        const read = readDecimal(text, '.');
        if (read.ok) numbers.add(read.value, text);
        tally.numbers += count;
      } else this.judgeNumber(text, count, tally, numbers);
    }
    const share = (part: number) => (tally.values === 0 ? 0 : part / tally.values);
    const best: { readonly lowText: string; readonly highText: string } = tally.values > 0 && tally.dates === tally.values ? days : tally.values > 0 && tally.numbers === tally.values ? numbers : words;
    return {
      sample: sample.slice(0, LONGEST_SHOWN),
      blanks,
      distinct: this.written.size + this.numbers.size,
      asDate: share(tally.dates),
      asNumber: share(tally.numbers),
      min: best.lowText.slice(0, LONGEST_SHOWN),
      max: best.highText.slice(0, LONGEST_SHOWN),
      onlyMdy: tally.onlyMdy,
      onlyDmy: tally.onlyDmy,
      ambiguousDates: tally.ambiguousDates,
      // 1.234 and 5.678 alone could be thousands written with points; a value that is plainly written otherwise settles it.
      ambiguousNumbers: tally.commaOnly > 0 || (tally.dotGroups > 0 && tally.onlyPoint + tally.longRuns === 0) ? tally.ambiguousNumbers : 0,
      onlyPoint: tally.onlyPoint,
      asShare: share(openings.shares),
      ...openings.found(),
    };
  }

  private judgeDate(text: string, count: number, tally: { dates: number; onlyMdy: number; onlyDmy: number; ambiguousDates: number }, days: Range<string>): void {
    const ways = dateWays(text);
    if (ways === 'none') return;
    tally.dates += count;
    if (ways === 'mdy') tally.onlyMdy += count;
    if (ways === 'dmy') tally.onlyDmy += count;
    if (ways === 'both') tally.ambiguousDates += count;
    const day = readDay(text, ways === 'dmy' ? 'dmy' : 'mdy');
    if (day.ok) days.add(day.value, text);
  }

  private judgeNumber(written: string, count: number, tally: { numbers: number; ambiguousNumbers: number; commaOnly: number; onlyPoint: number; dotGroups: number; longRuns: number }, numbers: Range<bigint>): void {
    const text = splitCurrency(written).rest;
    const point = readDecimal(text, '.');
    const comma = readDecimal(text, ',');
    const read = point.ok ? point : comma;
    if (!read.ok) return;
    tally.numbers += count;
    if (!comma.ok) {
      if (text.includes('.')) tally.onlyPoint += count;
    } else if (!point.ok) {
      tally.commaOnly += count;
      tally.ambiguousNumbers += count;
    } else if (point.value !== comma.value) tally.ambiguousNumbers += count;
    if (DOT_GROUPS.test(text)) tally.dotGroups += count;
    else if (LONG_RUN.test(text)) tally.longRuns += count;
    numbers.add(read.value, written);
  }
}

/** Most values are neither: one look keeps them from the careful rules. Full-width digits are digits here. */
const NUMERIC = /^[-+−﹣]?[\d.０-９．]+(?:[eE][-+]?\d+)?\s*[%％﹪]?$/;
const PLAIN = /^[\s\d.,:/+%-]*$/;
const DIGIT = /[\d０-９]/;
const DAY_NUMBER = /^[\d０-９]{5,7}(?:[.．][\d０-９]+)?$/;

/** First and last day that day numbers of a business's own time can mean, whichever year they count from. */
const LIKELY = { first: '1990-01-01', last: '2069-12-31' } as const;

/** What a column's values leave open beside dates and decimal marks: day numbers, bare shares, currencies. */
class Openings {
  private dayNumbers = 0;
  private dayNumberSample = '';
  private dayNumbersLikely = true;
  shares = 0;
  private markedShares = 0;
  private sharesAboveOne = 0;
  private sharesUpToOne = 0;
  private shareSample = '';
  private readonly currencies = new Set<string>();

  take(text: string, count: number): void {
    if (NUMERIC.test(text)) {
      this.takeDayNumber(text, count);
      this.takeShare(text, count);
    }
    if (PLAIN.test(text)) return;
    const marked = splitCurrency(text);
    const code = marked.currency === '' ? (text.length <= 20 && !DIGIT.test(text) ? currencyOf(text) : null) : marked.currency;
    if (code !== null && code.length === 3 && code !== OWN_CURRENCY) this.currencies.add(code);
  }

  found(): Pick<SurveyedColumn, 'dayNumbers' | 'dayNumberSample' | 'dayNumbersLikely' | 'markedShares' | 'sharesAboveOne' | 'sharesUpToOne' | 'shareSample' | 'currencies'> {
    const { dayNumbers, dayNumberSample, dayNumbersLikely, markedShares, sharesAboveOne, sharesUpToOne, shareSample } = this;
    return { dayNumbers, dayNumberSample, dayNumbersLikely: dayNumbers > 0 && dayNumbersLikely, markedShares, sharesAboveOne, sharesUpToOne, shareSample, currencies: [...this.currencies].sort() };
  }

  private takeDayNumber(text: string, count: number): void {
    if (!DAY_NUMBER.test(text)) return;
    const from1900 = readDay(text, 'serial1900');
    if (!from1900.ok || readDay(text, null).ok || dateWays(text) !== 'none') return;
    this.dayNumbers += count;
    if (this.dayNumberSample === '') this.dayNumberSample = text;
    const from1904 = readDay(text, 'serial1904');
    if (from1900.value < LIKELY.first || !from1904.ok || from1904.value > LIKELY.last) this.dayNumbersLikely = false;
  }

  private takeShare(text: string, count: number): void {
    const written = writtenShare(text);
    if (written === null) return;
    this.shares += count;
    if (written.units <= 0n) return;
    if (written.hasSign) this.markedShares += count;
    else if (written.units > 10_000n) this.sharesAboveOne += count;
    else {
      this.sharesUpToOne += count;
      if (this.shareSample === '') this.shareSample = text;
    }
  }
}

/** How often each distinct value occurs. */
class ValueCounts {
  counts = new Int32Array(1024);
  taken = 0;
  private readonly dictionary = new ByteDictionary();

  get size(): number {
    return this.dictionary.size;
  }

  take(bytes: Uint8Array, start: number, end: number): void {
    if (this.dictionary.size >= MOST_DISTINCT || end - start > LONGEST_BYTES) return;
    const id = this.dictionary.idOf(bytes, start, end);
    if (id >= this.counts.length) this.counts = resized(this.counts, this.counts.length * 2);
    this.counts[id]!++;
    this.taken++;
  }

  texts(decoder: TextDecoder): string[] {
    return Array.from({ length: this.dictionary.size }, (_, id) => cleanText(decoder.decode(this.dictionary.bytesOf(id))));
  }
}

/** Smallest and largest by value, shown as in the file. */
class Range<T> {
  lowText = '';
  highText = '';
  private low: T | undefined;
  private high: T | undefined;
  constructor(private readonly isLess: (a: T, b: T) => boolean) {}

  add(value: T, text: string): void {
    if (this.low === undefined || this.isLess(value, this.low)) {
      this.low = value;
      this.lowText = text;
    }
    if (this.high === undefined || this.isLess(this.high, value)) {
      this.high = value;
      this.highText = text;
    }
  }
}
