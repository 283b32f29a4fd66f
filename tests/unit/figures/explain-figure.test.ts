import { type ExplainedFigure, explainFigure } from '@shared/domain/figures/explain-figure';
import { describe, expect, it } from 'vitest';
import { explain } from '@shared/messages/zh-CN/explain';
import { figuresOfCase, targetRow } from './company';

const figures = figuresOfCase({
  period: '2026-10',
  orders: [{ leaf: 'ann', day: '2026-10-09', amountFen: 6_800 }, { leaf: 'ann', day: '2026-10-10', amountFen: -400 }],
  targets: [targetRow('ann', 'leaf', 10_000), targetRow('north', 'unit', 11_000)],
  opportunities: [{ leaf: 'ann', outcome: 'won', created: '2026-09-10', closed: '2026-10-10', wonFen: 50 }, { leaf: 'ann', outcome: 'lost', closed: '2026-10-11' }],
});
const north = figures.nodes.find(({ nodeId }) => nodeId === 'north')!;
const why = (figure: ExplainedFigure) => {
  const { result, parts } = explainFigure(figures, north, figure);
  return [result, Object.fromEntries(parts.map(({ label, value }) => [label, value]))];
};

describe('explainFigure', () => {
  it('gives the numbers that the formula took', () => {
    expect(why('attainment')).toEqual([6_400 / 11_000, { actual: 6_400, target: 11_000 }]);
    expect(why('split')).toEqual([1_000, { assigned: 11_000, children: 10_000 }]);
    expect(why('forecast')).toEqual([9_600, { actual: 6_400, timeProgress: 12 / 18 }]);
    expect(why('perDay')).toEqual([767, { target: 11_000, actual: 6_400, daysLeft: 6 }]);
    expect(why('net')).toEqual([6_400, { sales: 6_800, returns: -400 }]);
    expect(why('winRate')).toEqual([0.5, { won: 1, lost: 1 }]);
    expect(why('cycle')).toEqual([30, { won: 1, medianDays: 30 }]);
  });

  it('names every number in the messages and opens the rows of imported ones', () => {
    const all: ExplainedFigure[] = ['attainment', 'split', 'pace', 'forecast', 'perDay', 'yearProgress', 'net', 'returnRate', 'winRate', 'wonValue', 'cycle'];
    const parts = all.flatMap((figure) => explainFigure(figures, north, figure).parts);
    for (const { label } of parts) expect(explain).toHaveProperty(label);
    expect(new Set(parts.filter(({ drill }) => drill !== null).map(({ label }) => label))).toEqual(new Set(['actual', 'yearActual', 'sales', 'returns', 'won', 'lost']));
  });
});
