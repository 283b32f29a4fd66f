import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { SourceMapping } from '@shared/contracts/import-run';
import { currencyOf, splitCurrency } from '@shared/domain/imports/currency-word';
import { exchanged, rateOf } from '@shared/domain/imports/exchange';
import { readDecimal } from '@shared/domain/imports/read-decimal';
import { foreignCurrencies } from '@shared/domain/imports/source-answers';
import { amountsOf, lookAt, readText, rejectedRows } from './read-table';

const at = (...rates: [string, string][]) => (mapping: SourceMapping): SourceMapping => ({ ...mapping, rates: rates.map(([currency, rate]) => ({ currency, rate })) });
const quoted = (cell: string) => (cell.includes(',') ? `"${cell}"` : cell);
const orders = (rows: readonly (readonly [amount: string, currency?: string])[]) =>
  `order no,date,customer,amount${rows[0]!.length > 1 ? ',currency' : ''}\n${rows.map(([amount, currency], row) => `S${row},2024-01-01,A,${quoted(amount)}${currency === undefined ? '' : `,${currency}`}\n`).join('')}`;

test('a currency is understood by code, sign and word; an unlisted code stands for itself, other words are not guessed', () => {
  const said = ['', 'CNY', 'RMB', '人民币', '元', '¥', '￥', 'USD', 'us$', '美元', '$', 'EUR', '欧元', 'HKD', '港币', 'JPY', '日元', 'USD - U.S. Dollar', '人民币(CNY)', 'SEK'];
  expect(said.map(currencyOf)).toEqual(['CNY', 'CNY', 'CNY', 'CNY', 'CNY', 'CNY', 'CNY', 'USD', 'USD', 'USD', 'USD', 'EUR', 'EUR', 'HKD', 'HKD', 'JPY', 'JPY', 'USD', 'CNY', 'SEK']);
  expect(['本位币', 'dollars?', 'USD/EUR'].map(currencyOf)).toEqual([null, null, null]);
});

test('a mark is parted from its amount wherever it stands, and the amount reads as without it', () => {
  const parted = ['$1,234', 'USD 100', '€5', '-$5', '($1,200)', '$ -5', '100美元', '12.5万美元', 'HK$7', '￥8', '9元', 'EUR 1.234,56'].map((text) => {
    const { currency, rest } = splitCurrency(text);
    return [currency, rest.replace(/\s/g, '')];
  });
  expect(parted).toEqual([['USD', '1,234'], ['USD', '100'], ['EUR', '5'], ['USD', '-5'], ['USD', '(1,200)'], ['USD', '-5'], ['USD', '100'], ['USD', '12.5万'], ['HKD', '7'], ['¥', '8'], ['CNY', '9'], ['EUR', '1.234,56']]);
  for (const text of ['$ ¥5', 'X 5', 'abc', '5 apples', 'USD']) expect(readDecimal(splitCurrency(text).rest, '.').ok).toBe(false);
});

describe('a row in another currency', () => {
  test('is rejected with its amount while there is no rate, and never read as yuan', async () => {
    const facts = await readText(orders([['100', 'CNY'], ['1234.5', 'USD'], ['7', ''], ['5', '本位币'], ['€5', 'USD'], ['¥6', 'USD'], ['¥6', 'JPY'], ['$3', '']]));
    expect(rejectedRows(facts)).toEqual(['E3 currency.noRate USD 1234.5', 'E5 currency.unknown 本位币', 'D6 currency.mixed USD / EUR', 'D7 currency.mixed USD / ¥', 'D8 currency.noRate JPY 6', 'D9 currency.noRate USD 3']);
    expect(amountsOf(facts)).toEqual([10_000, 700]);
    expect(facts.issues.every(({ amountFen }) => amountFen === null)).toBe(true);
    expect(facts.totals).toEqual([
      { field: 'amount', column: 'amount', sourceTotal: '1070000', bookedTotal: '10700', unit: 'money' },
      { field: 'amount USD', column: 'amount USD', sourceTotal: '12375000', bookedTotal: '0', unit: 'quantity' },
      { field: 'amount JPY', column: 'amount JPY', sourceTotal: '60000', bookedTotal: '0', unit: 'quantity' },
    ]);
  });

  test('is converted exactly at its rate, every money cell of it, and the totals say what came from what', async () => {
    const text = 'order no,date,customer,amount,profit,currency\nS1,2024-01-01,A,100.05,10,USD\nS2,2024-01-01,A,1,0.5,CNY\nS3,2024-02-30,A,2,0,USD\n';
    const facts = await readText(text, at(['USD', '7.1234']));
    expect(amountsOf(facts)).toEqual([71_270, 100]);
    expect([...facts.table.numbers['margin']!]).toEqual([7_123, 50]);
    expect(facts.issues).toMatchObject([{ line: 4, code: 'date.malformed', amountFen: 1_425 }]);
    expect(facts.totals).toMatchObject([
      { field: 'amount', sourceTotal: String(10_000n + exchanged(1_020_500n, rateOf([{ currency: 'USD', rate: '7.1234' }], 'USD')!, 1n)), bookedTotal: '71370' },
      { field: 'margin' },
      { field: 'amount USD', sourceTotal: '1020500', bookedTotal: '1000500' },
      { field: 'margin USD', sourceTotal: '100000', bookedTotal: '100000' },
    ]);
    const { currency } = facts.table.dimensions;
    expect([...currency!.ids].map((id) => currency!.texts[id])).toEqual(['USD', '']);
  });

  test('has its quantity × price converted once, not cell by cell', async () => {
    const facts = await readText('order no,date,customer,quantity,unit price,currency\n1,2024-01-01,A,3,1.3333,USD\n2,2024-01-01,A,2,1.5,CNY\n3,2024-01-01,A,2,1.5,EUR\n', at(['USD', '7.1']));
    // 3 × 1.3333 × 7.1 = 28.39929
    expect(amountsOf(facts)).toEqual([2_840, 300]);
    expect(rejectedRows(facts)).toEqual(['F4 currency.noRate EUR 1.5']);
  });

  test('is another row at another rate, also where only the mark in its amount says so', async () => {
    for (const text of [orders([['100', 'USD']]), orders([['$100']]), 'order no,date,customer,quantity,unit price,currency\n1,2024-01-01,A,1000000,0.0001,USD\n']) {
      const content = async (rate: string) => {
        const { table } = await readText(text, at(['USD', rate]));
        return [table.contentHi[0], table.contentLo[0]];
      };
      expect(await content('7.1')).toEqual(await content('7.1'));
      expect(await content('7.2')).not.toEqual(await content('7.1'));
    }
  });

  test('in the workspace’s own currency, said or not, is the row it was', async () => {
    const hashes = async (text: string) => {
      const { table } = await readText(text);
      return [table.contentHi, table.contentLo];
    };
    expect(await hashes(orders([['100', 'CNY'], ['5', '人民币']]))).toEqual(await hashes(orders([['100'], ['5']])));
  });

  test('of an opportunity counts the same way', async () => {
    const facts = await readText('deal id,deal name,stage,close date,amount\nA,N,Won,2024-01-01,$10\nB,N,Open,,€5\nC,N,Open,,3\n', at(['USD', '7']));
    expect([...facts.table.numbers['won']!]).toEqual([7_000, 0]);
    expect(rejectedRows(facts)).toEqual(['E3 currency.noRate EUR 5']);
  });
});

test('the foreign currencies of a file are listed from its own values, to ask for their rates', async () => {
  const inspected = await lookAt(orders([['€5', 'USD'], ['5', '港币'], ['7', 'CNY']]));
  expect(foreignCurrencies(inspected.mapping, inspected.evidence)).toEqual(['EUR', 'HKD', 'USD']);
  const plain = await lookAt(orders([['5'], ['¥7']]));
  expect(foreignCurrencies(plain.mapping, plain.evidence)).toEqual([]);
  const payments = await lookAt('payment no,payment date,payer,paid amount,currency\nP1,2024-01-01,A,5,USD\nP2,2024-01-01,A,6,CNY\n');
  expect(payments.mapping.object).toBe('payments');
  expect(foreignCurrencies(payments.mapping, payments.evidence)).toEqual(['USD']);
});

test('whatever amount and rate: the booked yuan are the exact product, rounded half to even once', async () => {
  await fc.assert(
    fc.asyncProperty(fc.bigInt({ min: -999_999_999_999n, max: 999_999_999_999n }), fc.bigInt({ min: 1n, max: 99_999_999_999n }), async (units, rate) => {
      const decimal = (value: bigint, places: number) => `${value < 0n ? '-' : ''}${String(value < 0n ? -value : value).padStart(places + 1, '0').replace(new RegExp(`(\\d{${places}})$`), '.$1')}`;
      const text = orders([[decimal(units, 4), 'USD']]);
      const facts = await readText(text, at(['USD', decimal(rate, 8)]));
      const product = units * rate; // in 1e-12 yuan
      const fen = 10_000_000_000n;
      const magnitude = product < 0n ? -product : product;
      const rest = magnitude % fen;
      const rounded = magnitude / fen + (rest * 2n > fen || (rest * 2n === fen && (magnitude / fen) % 2n === 1n) ? 1n : 0n);
      expect(amountsOf(facts)).toEqual([Number(product < 0n ? -rounded : rounded) + 0]);
    }),
    { numRuns: 40 },
  );
});
