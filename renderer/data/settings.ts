import { type Result, err, ok } from '@shared/kernel/result';
import type { WorkspaceSettings } from '@shared/records/workspace-settings';
import { commitChangeSet } from './change-sets';
import type { Workspace } from './workspace';

export const readSettings = ({ db }: Workspace): Promise<WorkspaceSettings | undefined> => db.settings.get('settings');

/** First run: what the organisation is called and whose hand signs. The first change-set of a workspace. */
export async function setUpWorkspace(ws: Workspace, settings: Omit<WorkspaceSettings, 'id'>): Promise<void> {
  await commitChangeSet(ws, { kind: 'setup', label: { key: 'setup', params: {} } }, (writer) => writer.put('settings', { id: 'settings', ...settings }));
}

export type SettingsRefusal = 'settings.none' | 'settings.fiscalYearFixed';

/** Changes some settings. The fiscal year's first month is fixed once a plan is committed; until then plans follow it. */
export async function changeSettings(ws: Workspace, fields: Partial<Omit<WorkspaceSettings, 'id' | 'sample'>>): Promise<Result<null, SettingsRefusal>> {
  const current = await readSettings(ws);
  if (!current) return err('settings.none');
  const plans = await ws.db.plans.toArray();
  const { fiscalYearStartMonth = current.fiscalYearStartMonth } = fields;
  if (fiscalYearStartMonth !== current.fiscalYearStartMonth && plans.some((plan) => plan.committedVersion > 0)) return err('settings.fiscalYearFixed');
  await commitChangeSet(ws, { kind: 'edit', label: { key: 'settings_change', params: {} } }, async (writer) => {
    await writer.patch('settings', 'settings', fields);
    for (const plan of plans) await writer.patch('plans', plan.id, { fiscalYearStartMonth });
  });
  return ok(null);
}
