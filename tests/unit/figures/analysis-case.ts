import { type FactFilters, NO_FILTERS } from '@shared/contracts/fact-filters';
import { actualsOf, defaultMeasure } from '@shared/domain/figures/actuals';
import { buildAnalysis } from '@shared/domain/figures/build-analysis';
import type { FactMasters } from '@shared/domain/figures/fact-masters';
import { NO_MASTERS } from '@shared/domain/figures/fact-masters';
import { indexOrders } from '@shared/domain/figures/sales-figures';
import { parsePeriod } from '@shared/kernel/period';
import { type OpportunityFact, type OrderFact, factsFrom } from './build-facts';
import { figuresOfCase } from './company';

interface Case {
  readonly orders?: readonly OrderFact[];
  readonly opportunities?: readonly OpportunityFact[];
  readonly period?: string;
  readonly scope?: string;
  readonly today?: string;
  readonly filters?: Partial<FactFilters>;
  readonly masters?: FactMasters;
}

/** The analysis of the same company as `figuresOfCase`. */
export function analysisOfCase({ filters = {}, masters = NO_MASTERS, ...question }: Case) {
  const { orders = [], opportunities = [], period = '2026-09' } = question;
  const facts = factsFrom(orders, opportunities);
  const parsed = parsePeriod(period, 1);
  if (!parsed.ok) throw new Error(period);
  const measure = defaultMeasure(facts);
  return buildAnalysis({
    figures: figuresOfCase(question), period: parsed.value, facts, masters, fiscalYearStartMonth: 1,
    covered: actualsOf(measure, facts, indexOrders(facts.orders)).months,
    filters: { ...NO_FILTERS, ...filters },
  });
}
