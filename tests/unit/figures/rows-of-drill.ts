import type { Drill, DrillRow } from '@shared/contracts/drill';
import { type FactMasters, NO_MASTERS } from '@shared/domain/figures/fact-masters';
import type { OpportunityFact, OrderFact } from './build-facts';

/** What a drill opens, from plain facts: the meaning of `Drill` spelled out row by row. */
export function rowsOfDrill(drill: Drill, orders: readonly OrderFact[], opportunities: readonly OpportunityFact[], masters: FactMasters = NO_MASTERS): DrillRow[] {
  const within = (when: string | undefined) => drill.from === null || drill.to === null || (when !== undefined && when >= drill.from && when <= drill.to);
  const isOneOf = (values: readonly string[] | undefined, value: string) => values === undefined || values.length === 0 || values.includes(value);
  const hasValues = ({ product = '', customer = '', channel = '', region = '' }: { product?: string; customer?: string; channel?: string; region?: string }) =>
    isOneOf(drill.where?.product, product) && isOneOf(drill.where?.productLine, masters.lineOf.get(product) ?? '') && isOneOf(drill.where?.tier, masters.tierOf.get(customer) ?? '') &&
    isOneOf(drill.where?.channel, channel) && isOneOf(drill.where?.region, region);
  const isAsked = (fact: { leaf: string; customer?: string; stage?: string; product?: string; channel?: string; region?: string }) =>
    hasValues(fact) &&
    (drill.leaves === null || drill.leaves.includes(fact.leaf)) &&
    (drill.customer === null || drill.customer === (fact.customer ?? '')) &&
    (drill.stage === null || drill.stage === (fact.stage ?? ''));
  if (drill.fact === 'orders') {
    return orders.flatMap((line, i) => {
      const isOfPart = drill.part === 'sales' ? line.amountFen >= 0 : drill.part === 'returns' ? line.amountFen < 0 : drill.part !== 'margin' || line.marginFen !== undefined;
      if (!isAsked(line) || !within(line.day) || !isOfPart) return [];
      return [row(line.day, line.number ?? `N${i}`, line.customer ?? '', drill.part === 'margin' ? line.marginFen! : line.amountFen, i)];
    });
  }
  return opportunities.flatMap((fact, i) => {
    const isOfPart = drill.part === 'closed' ? fact.outcome !== 'open' : drill.part === fact.outcome;
    if (!isAsked(fact) || !isOfPart || !within(fact.closed)) return [];
    return [row(fact.closed ?? fact.created ?? '', `O${i}`, fact.customer ?? '', fact.outcome === 'won' ? (fact.wonFen ?? 0) : (fact.amountFen ?? 0), i)];
  });
}

const row = (day: string, number: string, customer: string, amountFen: number, i: number): DrillRow => ({
  day, number, customer, amountFen, product: '', person: '', detail: '', fileName: 'facts.csv', sheet: '', line: i + 2, identity: '',
});
