import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type StageVersion, stageHistory } from '@shared/domain/imports/stage-history';
import { day } from '@shared/kernel/day';

const version = (seq: number, said: Partial<StageVersion> = {}): StageVersion => ({
  seq, at: `2026-10-0${1 + (seq % 9)}T08:00:00.000Z`, fileName: `${seq}.csv`, sheet: '', line: 2, stage: '报价', outcome: 'open', amountFen: 1000, expectedOn: null, closedOn: null, ...said,
});

describe('the course of an opportunity', () => {
  test('is what each import said, left out where it said what the one before it had said', () => {
    const steps = stageHistory([version(1), version(2), version(3, { amountFen: 2000 }), version(4, { stage: '赢单', outcome: 'won', amountFen: 2000, closedOn: day('2026-10-04') }), version(5, { stage: '报价' })]);
    expect(steps.map(({ fileName, stage, amountFen }) => [fileName, stage, amountFen])).toEqual([['1.csv', '报价', 1000], ['3.csv', '报价', 2000], ['4.csv', '赢单', 2000], ['5.csv', '报价', 1000]]);
  });

  test('goes by the order of the imports, not by their clocks', () => {
    expect(stageHistory([version(9, { at: '2026-01-01T00:00:00.000Z', stage: '谈判' }), version(8, { at: '2026-12-01T00:00:00.000Z' })]).map(({ stage }) => stage)).toEqual(['报价', '谈判']);
  });

  test('of nothing is nothing', () => expect(stageHistory([])).toEqual([]));

  const said = fc.record({ stage: fc.constantFrom('a', 'b'), amountFen: fc.constantFrom(null, 1, 2), expectedOn: fc.constantFrom(null, day('2026-10-01'), day('2026-11-01')) });
  const versions = fc.array(said, { maxLength: 8 }).map((list) => list.map((one, seq) => version(seq, one)));
  const facts = ({ stage, amountFen, expectedOn }: Pick<StageVersion, 'stage' | 'amountFen' | 'expectedOn'>) => JSON.stringify([stage, amountFen, expectedOn]);

  test('begins and ends with the first and the last import, never repeats itself, and leaves out nothing else', () => {
    fc.assert(
      fc.property(versions, (list) => {
        const steps = stageHistory(list).map(facts);
        const all = list.map(facts);
        expect(steps).toEqual(all.filter((one, at) => one !== all[at - 1]));
      }),
    );
  });

  test('without one import loses exactly that import, whichever it is and in whatever order it is told', () => {
    fc.assert(
      fc.property(versions.filter((list) => list.length > 0), fc.nat(), (list, seed) => {
        const undone = seed % list.length;
        const left = list.filter(({ seq }) => seq !== undone);
        const before = stageHistory(list);
        const after = stageHistory(left.toReversed());
        const told = (steps: typeof before) => new Set(steps.map(({ fileName }) => fileName));
        expect(told(after).has(`${undone}.csv`)).toBe(false);
        // What told something new still does, but one that only did so against the undone one, or for it.
        const neighbours = new Set([`${undone - 1}.csv`, `${undone}.csv`, `${undone + 1}.csv`]);
        expect([...told(after)].filter((file) => !neighbours.has(file))).toEqual([...told(before)].filter((file) => !neighbours.has(file)));
      }),
    );
  });
});
