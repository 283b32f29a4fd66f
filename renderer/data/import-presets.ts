import { type PresetIssue, checkPreset } from '@shared/domain/imports/check-preset';
import { importPresets } from '@shared/domain/imports/import-presets';
import { type Result, err, ok } from '@shared/kernel/result';
import type { PresetContent } from '@shared/records/import-preset';
import { commitChangeSet } from './change-sets';
import type { Workspace } from './workspace';

/**
 * Keeps a preset of this workspace's own; one with a built-in's name stands in its place, one that is there is replaced.
 * A preset that cannot be used is refused with what is wrong, and nothing is stored.
 */
export async function savePreset(ws: Workspace, preset: PresetContent): Promise<Result<null, PresetIssue[]>> {
  let issues: PresetIssue[] = [];
  await commitChangeSet(ws, { kind: 'edit', label: { key: 'preset_save', params: { name: preset.name } } }, async (writer) => {
    const own = await writer.list('importPresets');
    issues = checkPreset(preset, [...own.map(({ id }) => id), ...importPresets.map(({ name }) => name)]);
    if (issues.length === 0) await writer.put('importPresets', { id: preset.name, preset });
  });
  return issues.length === 0 ? ok(null) : err(issues);
}

/** Takes a preset of the workspace's own away; a built-in one of that name serves again. Its batches and mappings stay. */
export async function removePreset(ws: Workspace, name: string): Promise<void> {
  await commitChangeSet(ws, { kind: 'edit', label: { key: 'preset_remove', params: { name } } }, (writer) => writer.remove('importPresets', name));
}
