import { findScope } from '@shared/domain/figures/find-scope';
import { monthPeriod } from '@shared/kernel/period';
import { yearMonth } from '@shared/kernel/month';
import { describe, expect, it } from 'vitest';
import { tree } from './company';

const scopeIn = (text: string | null, month: string) => findScope(tree, text, monthPeriod(yearMonth(month)))?.id ?? null;

describe('findScope', () => {
  it('takes the whole organisation, an id or a name', () => {
    expect([scopeIn(null, '2026-09'), scopeIn('bo-north', '2026-09'), scopeIn('south', '2026-09'), scopeIn(' Cai ', '2026-09')]).toEqual(['u:', 'bo-north', 'south', 'cai']);
  });

  it('finds someone who moved where they were in the period', () => {
    expect([scopeIn('Bo', '2026-03'), scopeIn('Bo', '2026-09')]).toEqual(['bo-north', 'bo-south']);
  });

  it('knows nobody by a name that is not there', () => {
    expect(scopeIn('Zed', '2026-09')).toBeNull();
  });
});
