import type { Explanation, FigureName, FormulaLine, Quantity } from '../../contracts/explanation';

export const quantity = (unit: Quantity['unit'], value: number | null): Quantity => ({ unit, value });

/** A line that names a number of its own. */
export const line = (op: FormulaLine['op'], key: Extract<FigureName, { key: string }>['key'], value: Quantity, part: Explanation | null = null): FormulaLine =>
  ({ op, name: { key }, value, product: null, part });

/** A line that is another figure, with its own explanation. */
export const partLine = (op: FormulaLine['op'], part: Explanation): FormulaLine => line(op, part.figure, part.result, part);

/** A line with a name of its own: a unit, a customer, a band from a threshold on. */
export const namedLine = (op: FormulaLine['op'], name: FigureName, value: Quantity, product: FormulaLine['product'] = null, part: Explanation | null = null): FormulaLine =>
  ({ op, name, value, product, part });

/** The first line of a sum starts it. */
export const sumOp = (index: number): FormulaLine['op'] => (index === 0 ? 'start' : 'plus');
