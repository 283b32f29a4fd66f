import type { ReviewPack } from '@shared/contracts/review-pack';
import { findScope } from '@shared/domain/figures/find-scope';
import { buildReviewPack } from '@shared/domain/packs/build-review-pack';
import { previousPeriod } from '@shared/domain/packs/previous-period';
import { type Result, err, ok } from '@shared/kernel/result';
import type { Workspace } from '@renderer/data/workspace';
import type { QueryFailure } from '../ledger-api';
import type { FactStore } from './fact-store';
import { figuresOf, periodOf } from './figures-query';
import { readLedgerContext } from './ledger-context';
import { personReviewsOf } from './person-reviews-query';

export interface PackQuestion {
  readonly period: string | null;
  readonly scope: string | null;
  readonly language: ReviewPack['language'];
  readonly appVersion: string;
}

/**
 * The whole review pack of a scope and period. Reviews are monthly: a quarter's or year's pack carries those of its last
 * month that holds facts (its last month if none does).
 */
export async function packQuery(store: FactStore, ws: Workspace, { period, scope, language, appVersion }: PackQuestion): Promise<Result<ReviewPack, QueryFailure>> {
  const context = await readLedgerContext(store, ws);
  if (!context) return err('query.noSettings');
  const asked = periodOf(context, period);
  if (!asked.ok) return asked;
  const { months } = asked.value;
  const node = findScope(context.tree, scope, asked.value);
  if (!node) return err('query.unknownScope');
  const withFacts = context.actuals(context.measureOf(months[0]!)).months;
  const reviewed = months.findLast((month) => withFacts.includes(month)) ?? months.at(-1)!;
  return ok(
    buildReviewPack({
      language,
      appVersion,
      createdAt: new Date(ws.now()).toISOString(),
      figures: figuresOf(context, asked.value, node.id),
      previous: figuresOf(context, previousPeriod(asked.value, context.settings.fiscalYearStartMonth), node.id),
      batches: await ws.db.importBatches.toArray(),
      months,
      people: await personReviewsOf(store, ws, context, reviewed, node, null),
    }),
  );
}
