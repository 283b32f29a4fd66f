import type { FileToken } from '@shared/contracts/headless-command';
import type { CallFailure } from '@shared/contracts/workbench-calls';
import { type PresetFileIssue, presetFileText } from '@shared/domain/imports/preset-file';
import { type Result, err } from '@shared/kernel/result';
import type { PresetContent } from '@shared/records/import-preset';
import type { Translate } from '@renderer/i18n/i18n';
import { FileVanished, tokenSource } from '@renderer/ledger/csv/byte-source';
import { call } from '@renderer/platform/workbench';
import { PRESET_FILE_BYTES, type PresetUnread, readPresetBytes } from './read-preset-bytes';
import { sourceName } from './source-name';

/** Asks where to put a preset as a file that other workspaces can take in; false when the user cancels. */
export function exportPreset(t: Translate, preset: PresetContent): Promise<Result<{ saved: boolean }, CallFailure>> {
  const suggestedName = `${t('sources.presetFile', { name: sourceName(t, preset.name).slice(0, 150) })}.json`;
  return call('file.save', { suggestedName, bytes: new TextEncoder().encode(presetFileText(preset)) });
}

/** Reads a chosen preset file, or says everything that is wrong with it. A file over the limit is not read at all. */
export async function takePresetFile(file: FileToken, names: readonly string[]): Promise<Result<PresetContent, readonly (PresetFileIssue | PresetUnread)[]>> {
  if (file.bytes > PRESET_FILE_BYTES) return err([{ code: 'preset.fileTooLarge' }]);
  try {
    return readPresetBytes(await tokenSource(file).read(0, file.bytes), names);
  } catch (cause) {
    if (cause instanceof FileVanished) return err([{ code: 'preset.vanished' }]);
    throw cause;
  }
}
