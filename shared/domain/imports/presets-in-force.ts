import type { PresetContent } from '../../records/import-preset';
import { checkPreset } from './check-preset';
import { importPresets } from './import-presets';

/**
 * The presets a workspace reads with: the built-in ones, each with the workspace's own of that name in its place, then the
 * other own ones. In this order a copy under a new name takes files from the one it was copied from only where it explains
 * more of them. One of its own that cannot be used (it came with a copy from another version) stands aside.
 */
export function presetsInForce(own: readonly PresetContent[]): PresetContent[] {
  const usable = own.filter((preset) => checkPreset(preset, []).length === 0);
  return [
    ...importPresets.map((builtIn) => usable.find(({ name }) => name === builtIn.name) ?? builtIn),
    ...usable.filter((preset) => !importPresets.some(({ name }) => name === preset.name)),
  ];
}
