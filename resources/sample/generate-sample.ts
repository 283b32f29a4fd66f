import type { YearMonth } from '@shared/kernel/month';
import { roundHalfEven } from '@shared/kernel/rounding';
import { CAST } from './cast';
import { csvText } from './csv-text';
import { sampleCustomers } from './customers';
import { encodeGb18030 } from './encode-gb18030';
import { fxiaokeOpenDeals, fxiaokeOpportunities } from './fxiaoke-opportunities';
import { kingdeeOrders } from './kingdee-orders';
import { peopleTable, productTable, zohoAccounts } from './master-tables';
import { openAtMonthEnds } from './open-deals';
import { opportunities, WON_STAGE } from './opportunities';
import { orderLines, WEB_SHOP } from './order-lines';
import { seededRandom } from './seeded-random';
import type { SampleObject, SourceTable } from './source-table';

/** A source file of the sample workspace, ready to be imported. */
export interface SampleFile {
  readonly name: string;
  readonly object: SampleObject;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

/** What a true import of the files must find: counted from the rows before they became text, in whole numbers. */
export interface SampleFacts {
  readonly files: readonly SampleFileFacts[];
  readonly orders: {
    readonly lines: number;
    readonly documents: number;
    readonly netFen: bigint;
    readonly byMonth: readonly { readonly month: YearMonth; readonly lines: number; readonly netFen: bigint; readonly returnsFen: bigint }[];
    readonly unassigned: { readonly lines: number; readonly netFen: bigint };
  };
  /** `lost` are 输单 and 无效, as the preset counts them. */
  readonly opportunities: { readonly rows: number; readonly won: number; readonly lost: number; readonly open: number; readonly wonFen: bigint };
  readonly people: number;
  readonly customers: number;
}

export interface SampleFileFacts {
  readonly name: string;
  readonly object: SampleObject;
  readonly rows: number;
  readonly accepted: number;
  readonly rejected: Readonly<Record<string, number>>;
  /** The money column over all rows that can be read, in 1/10,000 元, and what its accepted rows book in 分. */
  readonly sourceTotal: bigint;
  readonly bookedFen: bigint;
}

const SEED = 20_261_022;
/** 1/10,000 元 in a 分. */
const UNITS_A_FEN = 100n;

function makeSample() {
  const customers = sampleCustomers(seededRandom(SEED));
  const lines = orderLines(seededRandom(SEED + 1), customers);
  const deals = opportunities(seededRandom(SEED + 2), customers);
  const monthly = openAtMonthEnds(seededRandom(SEED + 3), deals).map(({ day, open }) => fxiaokeOpenDeals(day, open));
  const tables = [peopleTable(), productTable(), zohoAccounts(customers), ...kingdeeOrders(lines), ...monthly, fxiaokeOpportunities(deals)];
  return { customers, lines, deals, tables };
}

/** The source files, in the order they are to be imported. Same bytes on every call and machine. */
export function generateSample(): SampleFile[] {
  return makeSample().tables.map((table) => ({ name: table.name, object: table.object, bytes: encoded(table) }));
}

/** Each source in its own system's manner: GB18030 from 金蝶, a byte order mark from 纷享销客, `;` and tab from plain tables. */
function encoded({ object, headers, rows }: SourceTable): Uint8Array<ArrayBuffer> {
  const table = [headers, ...rows.map(({ cells }) => cells)];
  switch (object) {
    case 'orders':
      return encodeGb18030(csvText(table, ','));
    case 'opportunities':
      return new TextEncoder().encode(`\uFEFF${csvText(table, ',')}`);
    case 'customers':
      return new TextEncoder().encode(csvText(table, ','));
    case 'products':
      return new TextEncoder().encode(csvText(table, ';'));
    case 'people':
      return new TextEncoder().encode(csvText(table, '\t'));
  }
}

/** The facts that go with `generateSample()`. */
export function sampleFacts(): SampleFacts {
  const { customers, lines, deals, tables } = makeSample();
  const counted = lines.filter(({ approved }) => approved);
  const net = (some: readonly { amountUnits: number }[]) => some.reduce((sum, { amountUnits }) => sum + bookedFen(amountUnits), 0n);
  const months = [...new Set(counted.map(({ day }) => day.slice(0, 7) as YearMonth))].sort();
  const shop = counted.filter(({ owner }) => owner === WEB_SHOP);
  const closed = deals.filter(({ closedOn }) => closedOn !== null);
  const won = closed.filter(({ stage }) => stage === WON_STAGE);
  return {
    files: tables.map(fileFacts),
    orders: {
      lines: counted.length,
      documents: new Set(counted.map(({ number }) => number)).size,
      netFen: net(counted),
      byMonth: months.map((month) => {
        const own = counted.filter(({ day }) => day.startsWith(month));
        return { month, lines: own.length, netFen: net(own), returnsFen: net(own.filter(({ amountUnits }) => amountUnits < 0)) };
      }),
      unassigned: { lines: shop.length, netFen: net(shop) },
    },
    opportunities: {
      rows: deals.length,
      won: won.length,
      lost: closed.length - won.length,
      open: deals.length - closed.length,
      wonFen: won.reduce((sum, { wonUnits }) => sum + bookedFen(wonUnits ?? 0), 0n),
    },
    people: CAST.length,
    customers: customers.length,
  };
}

function fileFacts({ name, object, rows }: SourceTable): SampleFileFacts {
  const rejected: Record<string, number> = {};
  let sourceTotal = 0n;
  let booked = 0n;
  for (const row of rows) {
    if (row.rejected !== null) rejected[row.rejected] = (rejected[row.rejected] ?? 0) + 1;
    if (row.amountUnits === null) continue;
    sourceTotal += BigInt(row.amountUnits);
    if (row.rejected === null) booked += bookedFen(row.amountUnits);
  }
  const refused = Object.values(rejected).reduce((sum, count) => sum + count, 0);
  return { name, object, rows: rows.length, accepted: rows.length - refused, rejected, sourceTotal, bookedFen: booked };
}

const bookedFen = (units: number): bigint => roundHalfEven(BigInt(units), UNITS_A_FEN);
