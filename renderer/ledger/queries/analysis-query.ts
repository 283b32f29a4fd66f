import type { Analysis } from '@shared/contracts/analysis';
import type { FactFilters } from '@shared/contracts/fact-filters';
import { buildAnalysis } from '@shared/domain/figures/build-analysis';
import { findScope } from '@shared/domain/figures/find-scope';
import { type Result, err, ok } from '@shared/kernel/result';
import type { Workspace } from '@renderer/data/workspace';
import type { QueryFailure } from '../ledger-api';
import { readFactMasters } from './fact-masters';
import type { FactStore } from './fact-store';
import { type FiguresQuestion, figuresOf, periodOf } from './figures-query';
import { readLedgerContext } from './ledger-context';

interface AnalysisQuestion extends FiguresQuestion {
  readonly filters: FactFilters;
}

/** The analysis of a scope and period; period and scope are named as for `figuresQuery`. */
export async function analysisQuery(store: FactStore, ws: Workspace, { period, scope, filters }: AnalysisQuestion): Promise<Result<Analysis, QueryFailure>> {
  const context = await readLedgerContext(store, ws);
  if (!context) return err('query.noSettings');
  const asked = periodOf(context, period);
  if (!asked.ok) return asked;
  const node = findScope(context.tree, scope, asked.value);
  if (!node) return err('query.unknownScope');
  const figures = figuresOf(context, asked.value, node.id);
  return ok(
    buildAnalysis({
      figures, filters,
      period: asked.value,
      facts: context.facts,
      masters: await readFactMasters(ws, context),
      covered: context.actuals(figures.measure).months,
      fiscalYearStartMonth: context.settings.fiscalYearStartMonth,
    }),
  );
}
