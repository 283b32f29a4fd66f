import type { Figures, NodeFigures } from '@shared/contracts/figures';
import type { RankingRow } from '@renderer/charts/ranking-chart-config';

/** People whose attainment is known, best first, ties in tree order; each with the node whose rows it opens. */
export function rankPeople(figures: Figures): { readonly row: RankingRow; readonly node: NodeFigures }[] {
  const names = new Map(figures.nodes.map((node) => [node.nodeId, node.name]));
  return figures.nodes
    .flatMap((node) => {
      const { attainment, status, actualFen, targetFen } = node.target;
      if (node.kind !== 'person' || attainment === null || status === null || actualFen === null || targetFen === null) return [];
      const detail = node.parentId === null ? '' : (names.get(node.parentId) ?? '');
      return [{ node, row: { name: node.name, detail, attainment, gapFen: actualFen - targetFen, status } }];
    })
    .toSorted((a, b) => b.row.attainment - a.row.attainment);
}
