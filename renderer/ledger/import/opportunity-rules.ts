import type { SourceMapping } from '@shared/contracts/import-run';
import { LOST, NO_DAY, OPEN, WON } from '@shared/domain/figures/fact-source';
import { listsWord } from '@shared/domain/imports/stage-outcome';
import type { ColumnTotal } from '@shared/records/import-batch';
import { resized } from '../csv/byte-dictionary';
import type { DayReader, NumberReader } from './cell-readers';
import { columnTotal } from './column-totals';
import { type FactReaders, type FactRules, ownerDimension } from './fact-rules';
import type { Dimension, FactTable } from './fact-table';
import type { RowHasher } from './row-hasher';

/**
 * Opportunities. The mapping's lists say which stages are won and lost; all others are open and may lack amount and close
 * date. A won one needs both: its value is the won amount, else the amount. An open one's close date is an expectation.
 */
export class OpportunityRules implements FactRules {
  private outcome: Float64Array;
  private amount: Float64Array;
  private won: Float64Array;
  private closeDay: Int32Array;
  private expectedDay: Int32Array;
  private readonly outcomes = new Map<number, number>();

  constructor(
    private readonly mapping: SourceMapping,
    private readonly readers: FactReaders,
    expectedRows: number,
  ) {
    this.outcome = new Float64Array(expectedRows);
    this.amount = new Float64Array(expectedRows);
    this.won = new Float64Array(expectedRows);
    this.closeDay = new Int32Array(expectedRows);
    this.expectedDay = new Int32Array(expectedRows);
    this.stage = readers.dimension('stage');
    this.id = readers.text('opportunityId');
    this.name = readers.text('opportunityName');
    this.closedOn = readers.day('closedOn');
    this.expectedOn = readers.day('expectedCloseOn');
    this.expected = readers.number('amount');
    this.wonAmount = readers.number('wonAmount');
  }

  private readonly stage;
  private readonly id;
  private readonly name;
  private readonly closedOn;
  private readonly expectedOn;
  private readonly expected;
  private readonly wonAmount;

  complete(row: number): ReturnType<FactRules['complete']> {
    if (row >= this.outcome.length) this.grow();
    if (this.stage === null || this.stage.isBlank(row)) return { field: 'stage', code: 'required', detail: '' };
    const hasId = this.id !== null && !this.id.isBlank(row);
    if (!hasId && (this.name === null || this.name.isBlank(row))) return { field: this.id === null ? 'opportunityName' : 'opportunityId', code: 'required', detail: '' };
    const outcome = this.outcomeOf(this.stage.ids[row]!);
    const closed = dayAt(this.closedOn, row);
    const expected = numberAt(this.expected, row);
    const won = numberAt(this.wonAmount, row);
    const value = Number.isNaN(won) ? expected : won;
    if (outcome === WON && closed === NO_DAY) return { field: 'closedOn', code: 'won.withoutDate', detail: this.stage.textAt(row) };
    if (outcome === WON && Number.isNaN(value)) return { field: this.wonAmount === null ? 'amount' : 'wonAmount', code: 'won.withoutAmount', detail: this.stage.textAt(row) };
    this.outcome[row] = outcome;
    this.won[row] = outcome === WON ? value : 0;
    this.amount[row] = Number.isNaN(expected) ? won : expected;
    this.closeDay[row] = outcome === OPEN ? NO_DAY : closed;
    const planned = dayAt(this.expectedOn, row);
    this.expectedDay[row] = planned === NO_DAY && outcome === OPEN ? closed : planned;
    return null;
  }

  amountOf(row: number): number | null {
    const won = numberAt(this.wonAmount, row);
    const value = Number.isNaN(won) ? numberAt(this.expected, row) : won;
    return Number.isNaN(value) ? null : value;
  }

  amountOfSpoilt(row: number): number | null {
    return this.amountOf(row);
  }

  identify(hasher: RowHasher, row: number): boolean {
    const once = this.id !== null && !this.id.isBlank(row);
    hasher.start(once ? 6 : 7);
    if (once) this.id.addTo(hasher, row);
    else {
      this.name!.addTo(hasher, row);
      this.readers.dimension('customer')?.addTo(hasher, row);
    }
    hasher.finish();
    return once;
  }

  columns(rows: number): Pick<FactTable, 'dimensions' | 'days' | 'numbers' | 'texts'> {
    const dimensions: Record<string, Dimension> = {};
    const owner = ownerDimension(this.readers, this.mapping.source, rows);
    if (owner !== null) dimensions['owner'] = owner;
    for (const field of ['customer', 'product', 'stage', 'lostReason', 'leadSource', 'competitor'] as const) {
      const reader = this.readers.dimension(field);
      if (reader !== null) dimensions[field] = { ids: reader.ids.subarray(0, rows), texts: reader.texts };
    }
    const created = this.readers.day('createdOn');
    const probability = this.readers.share('probability');
    return {
      dimensions,
      days: {
        closeDay: this.closeDay.subarray(0, rows),
        expectedDay: this.expectedDay.subarray(0, rows),
        ...(created === null ? {} : { createdDay: created.days.subarray(0, rows) }),
      },
      numbers: { outcome: this.outcome.subarray(0, rows), amount: this.amount.subarray(0, rows), won: this.won.subarray(0, rows), ...(probability === null ? {} : { probability: probability.values.subarray(0, rows) }) },
      texts: {
        ...(this.id === null ? {} : { number: this.id.packer.finish(rows) }),
        ...(this.name === null ? {} : { name: this.name.packer.finish(rows) }),
      },
    };
  }

  totals(rows: number): ColumnTotal[] {
    return [...columnTotal(this.mapping, 'wonAmount', this.wonAmount, rows, 'money'), ...columnTotal(this.mapping, 'amount', this.expected, rows, 'money')];
  }

  private outcomeOf(stage: number): number {
    let outcome = this.outcomes.get(stage);
    if (outcome === undefined) {
      const text = this.stage!.texts[stage]!;
      outcome = listsWord(this.mapping.wonStages, text) ? WON : listsWord(this.mapping.lostStages, text) ? LOST : OPEN;
      this.outcomes.set(stage, outcome);
    }
    return outcome;
  }

  private grow(): void {
    const length = this.outcome.length * 2;
    this.outcome = resized(this.outcome, length);
    this.amount = resized(this.amount, length);
    this.won = resized(this.won, length);
    this.closeDay = resized(this.closeDay, length);
    this.expectedDay = resized(this.expectedDay, length);
  }
}

const dayAt = (reader: DayReader | null, row: number): number => (reader === null ? NO_DAY : reader.days[row]!);
const numberAt = (reader: NumberReader | null, row: number): number => (reader === null ? Number.NaN : reader.values[row]!);
