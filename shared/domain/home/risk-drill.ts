import type { Drill } from '../../contracts/drill';
import type { Figures } from '../../contracts/figures';
import type { RiskReason } from '../../contracts/home';
import { addDays } from '../../kernel/day';
import { drillForCustomer } from '../figures/drills';
import { customerDays, dealsClosedSince } from './risk-days';

/** The rows a reason rests on: as many, and worth as much, as it says. Null for reasons that no rows stand for. */
export function riskDrill(reason: RiskReason, node: { readonly leaves: readonly string[] }, { today, period, measure }: Pick<Figures, 'today' | 'period' | 'measure'>): Drill | null {
  const deals = { fact: 'opportunities' as const, leaves: [...node.leaves], customer: null, product: null, stage: null };
  switch (reason.code) {
    case 'overdueDeals':
      return { ...deals, part: 'overdue', from: null, to: addDays(today, -1) };
    case 'stalledDeals':
      return { ...deals, part: 'stalled', from: today, to: addDays(today, -reason.days) };
    case 'winRate':
      return { ...deals, part: 'closed', ...dealsClosedSince(period, today) };
    case 'customerFell':
      return drillForCustomer(node, reason.customer, customerDays(period, today).lastYear, measure);
    case 'noOrders':
    case 'aboveBest':
    case 'newHire':
      return null;
  }
}
