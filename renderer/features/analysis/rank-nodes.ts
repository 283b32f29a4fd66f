import type { Analysis, RankedNode } from '@shared/contracts/analysis';
import type { NodeFigures } from '@shared/contracts/figures';
import type { RankingRow } from '@renderer/charts/ranking-chart-config';
import type { AnalysisSetup } from './analysis-address';

export interface Ranked {
  readonly node: NodeFigures;
  readonly sales: RankedNode;
}

/** People, or the units below the scope, with a figure to be ranked by; best first, ties in tree order. Those without one are not ranked. */
export function rankNodes({ figures, ranking }: Analysis, { rank, of, against }: Pick<AnalysisSetup, 'rank' | 'of' | 'against'>): Ranked[] {
  const figureOf = ({ node, sales }: Ranked): number | null => {
    if (rank === 'attainment') return node.target.attainment;
    if (rank === 'growth') return sales[against].rate;
    return rank === 'actual' ? sales.actualFen : sales.marginRate;
  };
  return figures.nodes
    .map((node, at): Ranked => ({ node, sales: ranking[at]! }))
    .filter(({ node }) => node.depth > 0 && (of === 'people' ? node.kind === 'person' : node.kind === 'region' || node.kind === 'team'))
    .flatMap((one) => {
      const figure = figureOf(one);
      return figure === null ? [] : [{ one, figure }];
    })
    .toSorted((a, b) => b.figure - a.figure)
    .map(({ one }) => one);
}

/** Rows of the attainment chart; `ranked` all have an attainment. */
export function attainmentRows(ranked: readonly Ranked[], figures: Analysis['figures']): RankingRow[] {
  const names = new Map(figures.nodes.map((node) => [node.nodeId, node.name]));
  return ranked.flatMap(({ node }) => {
    const { attainment, status, actualFen, targetFen } = node.target;
    if (attainment === null || status === null || actualFen === null || targetFen === null) return [];
    return [{ name: node.name, detail: node.parentId === null ? '' : (names.get(node.parentId) ?? ''), attainment, gapFen: actualFen - targetFen, status }];
  });
}
