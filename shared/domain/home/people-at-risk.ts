import type { Figures, NodeFigures } from '../../contracts/figures';
import type { Fen } from '../../kernel/fen';
import { progressDifference, RISK_PACE } from './progress-difference';

export interface BehindPerson {
  readonly node: NodeFigures & { readonly personId: string };
  readonly differenceFen: Fen;
}

/** People whose pace is below 95 %, the most behind (in money) first, ties in tree order; those without a pace are none. */
export function peopleAtRisk({ nodes, time }: Pick<Figures, 'nodes' | 'time'>): BehindPerson[] {
  return nodes
    .flatMap((node): BehindPerson[] => {
      const { pace } = node.target;
      const differenceFen = progressDifference(node.target, time);
      if (node.kind !== 'person' || node.personId === null || pace === null || pace >= RISK_PACE || differenceFen === null) return [];
      return [{ node: { ...node, personId: node.personId }, differenceFen }];
    })
    .sort((a, b) => a.differenceFen - b.differenceFen);
}
