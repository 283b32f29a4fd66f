import { type PresetFileIssue, readPresetFile } from '@shared/domain/imports/preset-file';
import { type Result, err } from '@shared/kernel/result';
import type { PresetContent } from '@shared/records/import-preset';

/** The largest built-in preset is a tenth of this. */
export const PRESET_FILE_BYTES = 256 * 1024;

/** What keeps a chosen file from being looked into at all. Each code has a message in `messages/…/sources`. */
export interface PresetUnread {
  readonly code: 'preset.fileTooLarge' | 'preset.notText' | 'preset.vanished';
}

/** The preset in a file's bytes, or everything that is wrong with them. `names` = those of the presets there are. */
export function readPresetBytes(bytes: Uint8Array, names: readonly string[]): Result<PresetContent, readonly (PresetFileIssue | PresetUnread)[]> {
  if (bytes.length > PRESET_FILE_BYTES) return err([{ code: 'preset.fileTooLarge' }]);
  const text = textOf(bytes);
  return text === null ? err([{ code: 'preset.notText' }]) : readPresetFile(text, names);
}

/** Null for bytes that are no UTF-8. A byte order mark is left out. */
function textOf(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch (cause) {
    if (cause instanceof TypeError) return null;
    throw cause;
  }
}
