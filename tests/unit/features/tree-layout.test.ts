import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { layOutTree } from '@renderer/features/targets/tree-layout';
import type { NodeFigures } from '@shared/contracts/figures';

type Stub = Pick<NodeFigures, 'nodeId' | 'parentId' | 'depth' | 'kind'>;
const asNodes = (stubs: readonly Stub[]) => stubs as readonly NodeFigures[];

/** A region of teams with the given numbers of people. */
function region(teams: readonly number[]): readonly NodeFigures[] {
  return asNodes([
    { nodeId: 'r', parentId: null, depth: 0, kind: 'region' },
    ...teams.flatMap((people, team): Stub[] => [
      { nodeId: `t${team}`, parentId: 'r', depth: 1, kind: 'team' },
      ...Array.from({ length: people }, (_, person): Stub => ({ nodeId: `t${team}p${person}`, parentId: `t${team}`, depth: 2, kind: 'person' })),
    ]),
  ]);
}

describe('the drawn target tree', () => {
  test('shows every node once and lets no two boxes overlap, for any teams', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 12 }), { maxLength: 12 }), (teams) => {
        const nodes = region(teams);
        const { nodes: placed, width, height } = layOutTree(nodes, new Set());
        expect(placed.map(({ node }) => node.nodeId).sort()).toEqual(nodes.map(({ nodeId }) => nodeId).sort());
        for (const box of placed) expect(box.left >= 0 && box.top >= 0 && box.left + box.width <= width && box.top + box.height <= height).toBe(true);
        const overlap = placed.some((a, i) => placed.slice(i + 1).some((b) => a.left < b.left + b.width && b.left < a.left + a.width && a.top < b.top + b.height && b.top < a.top + a.height));
        expect(overlap).toBe(false);
      }),
    );
  });

  test('hides what is below a folded team', () => {
    const { nodes } = layOutTree(region([2, 3]), new Set(['t1']));
    expect(nodes.map(({ node }) => node.nodeId).sort()).toEqual(['r', 't0', 't0p0', 't0p1', 't1']);
  });

  test('draws nothing for nobody', () => {
    expect(layOutTree([], new Set())).toEqual({ width: 0, height: 0, nodes: [], links: [] });
  });
});
