import type { Attribution, Owner } from '@shared/domain/org/attribution';
import { day, toEpochDay } from '@shared/kernel/day';
import type { FactStore } from '@renderer/ledger/queries/fact-store';
import { type OpportunityFact, type OrderFact, factsFrom } from '../../unit/figures/build-facts';
import { rowsOfDrill } from '../../unit/figures/rows-of-drill';

export type OwnedOrder = Omit<OrderFact, 'leaf'> & { readonly owner: string };
export type OwnedOpportunity = Omit<OpportunityFact, 'leaf'> & { readonly owner: string };

/** Facts in memory, named by owner: the smallest thing the queries can ask. */
export class MemoryFactStore implements FactStore {
  constructor(
    public orders: OwnedOrder[],
    public opportunities: OwnedOpportunity[] = [],
  ) {}

  private names(): string[] {
    return [...new Set([...this.orders, ...this.opportunities].map(({ owner }) => owner))];
  }

  owners(): Promise<Owner[]> {
    return Promise.resolve(this.names().map((name) => ({ source: 'test', ownerKey: name, ownerName: name })));
  }

  private attributed(attribution: Attribution): { orders: OrderFact[]; opportunities: OpportunityFact[] } {
    const names = this.names();
    const leafOf = (owner: string, on: string) => {
      const at = toEpochDay(day(on));
      const span = attribution.spans[names.indexOf(owner)]!.find(({ fromDay, toDay }) => fromDay <= at && at <= toDay);
      return attribution.leaves[span!.leaf]!;
    };
    return {
      orders: this.orders.map(({ owner, ...line }) => ({ ...line, leaf: leafOf(owner, line.day) })),
      opportunities: this.opportunities.map(({ owner, ...one }) => ({ ...one, leaf: leafOf(owner, one.closed ?? one.created ?? '2026-09-30') })),
    };
  }

  facts(attribution: Attribution) {
    const { orders, opportunities } = this.attributed(attribution);
    return Promise.resolve(factsFrom(orders, opportunities));
  }

  rows(drill: Parameters<FactStore['rows']>[0], attribution: Attribution, _merges: Parameters<FactStore['rows']>[2], offset: number, limit: number) {
    const { orders, opportunities } = this.attributed(attribution);
    const rows = rowsOfDrill(drill, orders, opportunities);
    const sumFen = rows.reduce((sum, { amountFen }) => sum + amountFen, 0);
    return Promise.resolve({ total: rows.length, sumFen, rows: rows.slice(offset, offset + limit) });
  }
}
