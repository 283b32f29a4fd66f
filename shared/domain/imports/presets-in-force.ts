import type { PresetContent } from '../../records/import-preset';
import { checkPreset } from './check-preset';
import { importPresets } from './import-presets';

/**
 * The presets a workspace reads with: its own, then the built-in ones that none of its own stands in for. One of its own
 * that cannot be used (it came with a copy from another version) stands aside, and the built-in one serves.
 */
export function presetsInForce(own: readonly PresetContent[]): PresetContent[] {
  const usable = own.filter((preset) => checkPreset(preset, []).length === 0);
  return [...usable, ...importPresets.filter(({ name }) => !usable.some((preset) => preset.name === name))];
}
