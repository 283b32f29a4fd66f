import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Figures, NodeFigures } from '@shared/contracts/figures';
import { firstInsight } from '@shared/domain/start/first-insight';

/** As much of a node as an insight reads. */
const node = (name: string, kind: NodeFigures['kind'], actualFen: number | null) => ({ name, kind, target: { actualFen } }) as NodeFigures;
const of = (...nodes: NodeFigures[]) => firstInsight({ nodes } as Pick<Figures, 'nodes'>);

it('nothing imported for the month has no insight', () => {
  expect(of(node('East', 'company', null))).toBeNull();
});

it('names the three people who made most of it, largest first, but no team and nobody who made nothing', () => {
  const insight = of(node('East', 'company', 900), node('Coast', 'team', 800), node('A', 'person', 100), node('B', 'person', 0), node('C', 'person', 300), node('D', 'person', null), node('E', 'person', 200), node('F', 'person', 50));
  expect(insight?.actualFen).toBe(900);
  expect(insight?.top.map((each) => [each.node.name, each.actualFen])).toEqual([['C', 300], ['E', 200], ['A', 100]]);
});

it('nobody left out made more than anybody named', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: -1_000, max: 1_000 })), (amounts) => {
      const top = of(node('East', 'company', 1), ...amounts.map((fen, at) => node(String(at), 'person', fen)))!.top;
      const named = top.map((each) => each.actualFen);
      const rest = amounts.filter((_, at) => !top.some((each) => each.node.name === String(at)) && amounts[at]! > 0);
      expect(rest.every((fen) => named.length === 3 && fen <= named.at(-1)!)).toBe(true);
      expect(named).toEqual(named.toSorted((a, b) => b - a));
    }),
  );
});
