import type { Figures } from '@shared/contracts/figures';
import { buildFigures } from '@shared/domain/figures/build-figures';
import { findScope } from '@shared/domain/figures/find-scope';
import { dataRange } from '@shared/domain/figures/months';
import { monthOfDay } from '@shared/kernel/day';
import { fiscalYearOf } from '@shared/kernel/month';
import { type Period, monthPeriod, parsePeriod } from '@shared/kernel/period';
import { type Result, err, ok } from '@shared/kernel/result';
import type { Workspace } from '@renderer/data/workspace';
import type { QueryFailure } from '../ledger-api';
import type { FactStore } from './fact-store';
import { type LedgerContext, readLedgerContext } from './ledger-context';

/** Scope: id or name of a unit or person, null = everybody. Period: its key, null = the last complete month with data. */
export interface FiguresQuestion {
  readonly period: string | null;
  readonly scope: string | null;
}

/** The one answer for every figure of a scope and period. */
export async function figuresQuery(store: FactStore, ws: Workspace, { period, scope }: FiguresQuestion): Promise<Result<Figures, QueryFailure>> {
  const context = await readLedgerContext(store, ws);
  if (!context) return err('query.noSettings');
  const asked = periodOf(context, period);
  if (!asked.ok) return asked;
  const node = findScope(context.tree, scope, asked.value);
  return node ? ok(figuresOf(context, asked.value, node.id)) : err('query.unknownScope');
}

export function figuresOf(context: LedgerContext, period: Period, scopeId: string): Figures {
  const { settings, tree, facts, orders, today } = context;
  const month = period.months[0]!;
  const plan = context.planOfYear(fiscalYearOf(month, settings.fiscalYearStartMonth));
  return buildFigures({ settings, tree, plan, facts, orders, actuals: context.actuals(context.measureOf(month)), today, period, scopeId });
}

/** Reads a period's key; null = the last complete month with data, or this month while nothing is imported. */
export function periodOf(context: LedgerContext, key: string | null): Result<Period, 'query.unknownPeriod'> {
  const thisMonth = monthOfDay(context.today);
  if (key === null) return ok(monthPeriod(dataRange(context.actuals(context.measureOf(thisMonth)), context.today).lastCompleteMonth ?? thisMonth));
  const parsed = parsePeriod(key, context.settings.fiscalYearStartMonth);
  return parsed.ok ? parsed : err('query.unknownPeriod');
}
