import type { Explanation, FIGURE_GROUPS, FigureKey, FormulaLine, Quantity } from '../../contracts/explanation';
import type { Drill } from '../../contracts/drill';
import type { Figures, NodeFigures } from '../../contracts/figures';

/** A node of the figures: what a figure belongs to. */
export interface FigurePlace {
  readonly figures: Figures;
  readonly node: NodeFigures;
}

/** Figures that every node has. */
export type NodeFigureKey = Exclude<FigureKey, (typeof FIGURE_GROUPS)[3]['figures'][number] | 'customers' | 'newCustomers' | 'customer' | 'pareto' | 'stage' | 'stageValue' | 'created' | 'reached' | 'conversion' | 'cohortWon' | 'cohortRate'>;

/** How one figure of a node is explained. `part` explains another figure of the same node. */
export interface ExplainRule {
  readonly result: (at: FigurePlace) => Quantity;
  readonly lines?: (at: FigurePlace, part: (figure: NodeFigureKey) => Explanation) => FormulaLine[];
  readonly drill?: (at: FigurePlace) => Drill | null;
  /** A target takes part. */
  readonly planned?: true;
}
