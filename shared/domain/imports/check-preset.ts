import type { ImportObject } from '../../records/import-object';
import type { PresetContent, PresetObject } from '../../records/import-preset';
import { importFields, missingFields } from './import-fields';
import { PLAIN_SOURCE } from './import-presets';
import { normaliseHeader } from './normalise-text';

/** What is wrong with a preset. Each code has a message in `messages/…/sources`. */
export type PresetIssue =
  | { readonly code: 'preset.nameTaken'; readonly name: string }
  | { readonly code: 'preset.noObject' }
  | { readonly code: 'preset.blankHeader' | 'preset.signatureEmpty'; readonly object: ImportObject }
  | { readonly code: 'preset.duplicateHeader'; readonly object: ImportObject; readonly header: string }
  | { readonly code: 'preset.unknownField'; readonly object: ImportObject; readonly header: string; readonly field: string }
  /** No header gives a required field; `field` names it, or its alternatives joined by ` | `. */
  | { readonly code: 'preset.unreachable'; readonly object: ImportObject; readonly field: string };

/**
 * Everything that keeps a preset from being used, in the order of its parts; [] when it can be. `others` = the names of
 * the other presets: a name that differs from one of them, or from the plain table's, by width, case or spacing alone is taken.
 */
export function checkPreset(preset: PresetContent, others: readonly string[]): PresetIssue[] {
  const objects = Object.entries(preset.objects) as [ImportObject, PresetObject][];
  const plain = normaliseHeader(preset.name);
  const taken = plain === '' || plain === normaliseHeader(PLAIN_SOURCE) || others.some((name) => name !== preset.name && normaliseHeader(name) === plain);
  return [
    ...(taken ? [{ code: 'preset.nameTaken', name: preset.name } as const] : []),
    ...(objects.length === 0 ? [{ code: 'preset.noObject' } as const] : []),
    ...objects.flatMap(([object, shape]) => objectIssues(object, shape)),
  ];
}

function objectIssues(object: ImportObject, shape: PresetObject): PresetIssue[] {
  const mapped = [...Object.entries(shape.headers), ...Object.entries(shape.fallback ?? {})];
  const headers = [...mapped.map(([header]) => header), ...shape.known];
  const plain = headers.map(normaliseHeader);
  const fields = new Set<string>(importFields[object].map(({ field }) => field));
  const twice = headers.filter((_, at) => plain[at] !== '' && plain.indexOf(plain[at]!) !== at);
  return [
    ...(plain.includes('') ? [{ code: 'preset.blankHeader', object } as const] : []),
    ...twice.map((header) => ({ code: 'preset.duplicateHeader', object, header }) as const),
    ...mapped.filter(([, field]) => !fields.has(field)).map(([header, field]) => ({ code: 'preset.unknownField', object, header, field }) as const),
    ...missingFields(object, new Set(mapped.map(([, field]) => field))).map((field) => ({ code: 'preset.unreachable', object, field }) as const),
    ...(shape.signature.length === 0 || shape.signature.some((choices) => choices.split('|').every((header) => normaliseHeader(header) === '')) ? [{ code: 'preset.signatureEmpty', object } as const] : []),
  ];
}
