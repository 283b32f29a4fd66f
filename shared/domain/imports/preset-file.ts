import { type Result, err, ok } from '../../kernel/result';
import { importObjectSchema } from '../../records/import-object';
import { type PresetContent, presetContentSchema } from '../../records/import-preset';
import { type PresetIssue, checkPreset } from './check-preset';

/** Why a file is not taken in as a preset. Each code has a message in `messages/…/sources`. */
export type PresetFileIssue =
  | PresetIssue
  | { readonly code: 'preset.notJson' }
  | { readonly code: 'preset.unknownObject'; readonly name: string }
  /** Not of a preset's form; `place` is the path to the part, as `objects.orders.known.3`, '' for the whole. */
  | { readonly code: 'preset.malformed'; readonly place: string };

/** A preset as its file holds it: the same form as the built-in ones, two spaces deep, a line break at the end. */
export const presetFileText = (preset: PresetContent): string => `${JSON.stringify(presetContentSchema.parse(preset), null, 2)}\n`;

/** Reads a preset file's text; everything that is wrong with it, each with its place, or the preset. `others` as in `checkPreset`. */
export function readPresetFile(text: string, others: readonly string[]): Result<PresetContent, PresetFileIssue[]> {
  const value = parse(text);
  if (!value.ok) return value;
  const strangers = unknownObjects(value.value);
  if (strangers.length > 0) return err(strangers.map((name) => ({ code: 'preset.unknownObject', name })));
  const preset = presetContentSchema.safeParse(value.value);
  if (!preset.success) {
    const places = preset.error.issues.map((issue) => [...issue.path, ...(issue.code === 'unrecognized_keys' ? issue.keys : [])].join('.'));
    return err([...new Set(places)].map((place) => ({ code: 'preset.malformed', place })));
  }
  const issues = checkPreset(preset.data, others);
  return issues.length > 0 ? err(issues) : ok(preset.data);
}

function parse(text: string): Result<unknown, PresetFileIssue[]> {
  try {
    return ok(JSON.parse(text) as unknown);
  } catch (cause) {
    if (cause instanceof SyntaxError) return err([{ code: 'preset.notJson' }]);
    throw cause;
  }
}

/** Objects that this version does not know: said by name, before the form is looked at. */
function unknownObjects(value: unknown): string[] {
  if (typeof value !== 'object' || value === null || !('objects' in value) || typeof value.objects !== 'object' || value.objects === null) return [];
  return Object.keys(value.objects).filter((name) => !importObjectSchema.safeParse(name).success);
}
