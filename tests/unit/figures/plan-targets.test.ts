import { countWorkingChanges } from '@shared/domain/figures/plan-targets';
import { fen } from '@shared/kernel/fen';
import { describe, expect, it } from 'vitest';
import { figuresOfCase, targetRow } from './company';

describe('targets in figures', () => {
  it('the year is measured against the annual number handed down, a month against its own cells', () => {
    const targets = [targetRow('ann', 'leaf', 100), targetRow('north', 'unit', null, { yearFen: fen(1_500) })];
    const north = (period: string) => figuresOfCase({ targets, period }).nodes.find(({ nodeId }) => nodeId === 'north')!.target;
    expect(north('2026')).toMatchObject({ targetFen: 1_500, childrenFen: 1_200, gapFen: 300 });
    expect(north('2026-09')).toMatchObject({ targetFen: 100, assignedFen: null, gapFen: null, yearTargetFen: 1_500 });
  });

  it('without a plan, or for a leaf without a number, there is no target', () => {
    expect(figuresOfCase({}).nodes[0]!.target.targetFen).toBeNull();
    expect(figuresOfCase({ targets: [targetRow('ann', 'leaf', 100)] }).nodes.find(({ nodeId }) => nodeId === 'cai')!.target).toMatchObject({ targetFen: null, attainment: null });
  });

  it('counts rows that are new, changed or gone since the last commit', () => {
    const [ann, bo, cai] = [targetRow('ann', 'leaf', 1), targetRow('bo-south', 'leaf', 2), targetRow('cai', 'leaf', 3)];
    expect(countWorkingChanges([ann, bo], [ann, bo])).toBe(0);
    expect(countWorkingChanges([ann, { ...bo, buffer: true }], [ann, bo, cai])).toBe(2);
    expect(countWorkingChanges([ann, bo], [])).toBe(2);
  });
});
