import { commitChangeSet } from '@renderer/data/change-sets';
import { drainJournal } from '@renderer/data/journal';
import { readSettings, setUpWorkspace } from '@renderer/data/settings';
import type { Workspace } from '@renderer/data/workspace';
import type { LedgerApi } from '@renderer/ledger/ledger-api';
import { day } from '@shared/kernel/day';
import { type Result, ok } from '@shared/kernel/result';
import { REGION } from '../../../resources/sample/cast';
import { ACTOR, FIXED_TODAY } from '../../../resources/sample/plan-story';
import { installActions } from './install-actions';
import { installFiles } from './install-files';
import { installPlans } from './install-plans';
import { installReviews } from './install-reviews';
import type { SampleFailure } from './sample-failure';

/** What the filling of the sample workspace is at: `detail` is the file or month, `done` of `total` runs over all of it. */
export interface SampleProgress {
  readonly step: 'files' | 'plans' | 'reviews';
  readonly detail: string;
  readonly done: number;
  readonly total: number;
}

/** About how long each step takes, in parts of the whole. */
const steps = { files: { from: 0, weight: 40 }, plans: { from: 40, weight: 10 }, reviews: { from: 50, weight: 50 } } as const;

export type SampleLedger = Pick<LedgerApi, 'inspect' | 'dryRun' | 'commitImport' | 'planActuals' | 'personReviews'>;

/** True once the sample is whole: the last thing the filling writes is `sample` in the settings. */
export async function isSampleInstalled(ws: Workspace): Promise<boolean> {
  return (await readSettings(ws))?.sample === true;
}

/**
 * Fills the sample workspace through the same import, commands and queries as the screens: settings, source files, plans
 * of three years, actions, templates, 22 signed months and one half reviewed. Every step knows what already stands, so after an
 * interruption the next call goes on; once whole, it does nothing. What it types bears the story's dates.
 */
export async function installSample(ws: Workspace, ledger: SampleLedger, onProgress: (progress: SampleProgress) => void): Promise<Result<null, SampleFailure>> {
  if (await isSampleInstalled(ws)) return ok(null);
  if (!(await readSettings(ws))) {
    await setUpWorkspace(ws, { organisation: REGION, actor: ACTOR, currency: 'CNY', fiscalYearStartMonth: 1, fixedToday: day(FIXED_TODAY), sample: false });
  }
  const reporter = (step: SampleProgress['step']) => (done: number, total: number, detail: string) =>
    onProgress({ step, detail, done: steps[step].from + (steps[step].weight * done) / total, total: 100 });
  const files = await installFiles(ws, ledger, reporter('files'));
  if (!files.ok) return files;
  await installPlans(ws, (planId) => ledger.planActuals(planId), reporter('plans'));
  await installActions(ws);
  const reviews = await installReviews(ws, ledger, reporter('reviews'));
  if (!reviews.ok) return reviews;
  await commitChangeSet(ws, { kind: 'setup', label: { key: 'setup', params: {} } }, (writer) => writer.patch('settings', 'settings', { sample: true }));
  const drained = await drainJournal(ws);
  return drained.ok ? ok(null) : drained;
}
