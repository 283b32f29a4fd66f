import { type Result, err, ok } from '@shared/kernel/result';
import type { WorkspaceSettings } from '@shared/records/workspace-settings';
import type { TemplateLanguage } from '../../resources/templates/scorecard-templates';
import { commitChangeSet } from './change-sets';
import { putReadyTemplates } from './scorecard-templates';
import type { Workspace } from './workspace';

export const readSettings = ({ db }: Workspace): Promise<WorkspaceSettings | undefined> => db.settings.get('settings');

/**
 * First run: what the organisation is called and whose hand signs. The first change-set of a workspace. With a language it
 * also holds the ready templates and the tier plan, named in it, so that reviews and packs can begin.
 */
export async function setUpWorkspace(ws: Workspace, settings: Omit<WorkspaceSettings, 'id'>, templates: TemplateLanguage | null = null): Promise<void> {
  await commitChangeSet(ws, { kind: 'setup', label: { key: 'setup', params: {} } }, async (writer) => {
    await writer.put('settings', { id: 'settings', ...settings });
    if (templates !== null) await putReadyTemplates(writer, templates);
  });
}

export type SettingsRefusal = 'settings.none' | 'settings.fiscalYearFixed';

/** Changes some settings. The fiscal year's first month is fixed once a plan is committed; until then plans follow it. */
export async function changeSettings(ws: Workspace, fields: Partial<Omit<WorkspaceSettings, 'id' | 'sample'>>): Promise<Result<null, SettingsRefusal>> {
  let refusal = null as SettingsRefusal | null;
  await commitChangeSet(ws, { kind: 'edit', label: { key: 'settings_change', params: {} } }, async (writer) => {
    const current = await writer.get('settings', 'settings');
    const plans = await writer.list('plans');
    const { fiscalYearStartMonth = current?.fiscalYearStartMonth ?? 1 } = fields;
    if (!current) refusal = 'settings.none';
    else if (fiscalYearStartMonth !== current.fiscalYearStartMonth && plans.some((plan) => plan.committedVersion > 0)) refusal = 'settings.fiscalYearFixed';
    if (refusal !== null) return;
    await writer.patch('settings', 'settings', fields);
    for (const plan of plans) await writer.patch('plans', plan.id, { fiscalYearStartMonth });
  });
  return refusal === null ? ok(null) : err(refusal);
}
