import type { Figures, NodeFigures } from '../../contracts/figures';

const TOP = 3;

export interface FirstInsight {
  readonly scope: NodeFigures;
  /** What the plan's measure counts in the period, in 分. */
  readonly actualFen: number;
  /** The people who made the most of it, largest first: at most three, none with nothing. */
  readonly top: readonly { readonly node: NodeFigures; readonly actualFen: number }[];
}

/** What a new workspace has to say first: the period's actual and who made it. Null where nothing is imported for the period. */
export function firstInsight({ nodes: [scope, ...below] }: Pick<Figures, 'nodes'>): FirstInsight | null {
  const actualFen = scope?.target.actualFen ?? null;
  if (scope === undefined || actualFen === null) return null;
  const people = below.flatMap((node) => (node.kind === 'person' && (node.target.actualFen ?? 0) > 0 ? [{ node, actualFen: node.target.actualFen! }] : []));
  return { scope, actualFen, top: people.sort((a, b) => b.actualFen - a.actualFen).slice(0, TOP) };
}
