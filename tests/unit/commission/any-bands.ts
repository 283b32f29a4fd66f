import { fen } from '@shared/kernel/fen';
import type { CommissionBand } from '@shared/records/commission-plan';
import fc from 'fast-check';

/** One to five half-open bands from 0 up, with any rates. */
export const anyBands: fc.Arbitrary<CommissionBand[]> = fc
  .uniqueArray(fc.record({ fromFen: fc.integer({ min: 1, max: 500_000_000 }), rateMillionths: fc.integer({ min: 0, max: 1_000_000 }) }), { maxLength: 4, selector: ({ fromFen }) => fromFen })
  .chain((upper) => fc.integer({ min: 0, max: 1_000_000 }).map((first) => [{ fromFen: 0, rateMillionths: first }, ...upper.sort((a, b) => a.fromFen - b.fromFen)]))
  .map((bands) => bands.map(({ fromFen, rateMillionths }) => ({ fromFen: fen(fromFen), rateMillionths })));
