import { type Result, err, ok } from '../../kernel/result';
import type { ImportObject } from '../../records/import-object';
import type { PresetContent, PresetObject } from '../../records/import-preset';
import type { PresetIssue } from './check-preset';
import { normaliseHeader } from './normalise-text';

/** One header of an object: what it fills, or null when it is only known; a fallback serves when no other header gave the field. */
export interface PresetLine {
  readonly header: string;
  readonly field: string | null;
  readonly fallback: boolean;
}

/** An object's headers in their order: those that fill a field, the fallbacks, those that are only known. */
export function presetLines({ headers, fallback, known }: PresetObject): PresetLine[] {
  return [
    ...Object.entries(headers).map(([header, field]) => ({ header, field, fallback: false })),
    ...Object.entries(fallback ?? {}).map(([header, field]) => ({ header, field, fallback: true })),
    ...known.map((header) => ({ header, field: null, fallback: false })),
  ];
}

const withLines = (shape: PresetObject, lines: readonly PresetLine[]): PresetObject => {
  const entries = (asFallback: boolean) => Object.fromEntries(lines.flatMap(({ header, field, fallback }) => (field !== null && fallback === asFallback ? [[header, field]] : [])));
  const fallback = entries(true);
  return {
    headers: entries(false),
    ...(Object.keys(fallback).length > 0 ? { fallback } : {}),
    known: lines.flatMap(({ header, field }) => (field === null ? [header] : [])),
    signature: shape.signature,
  };
};

const changed = (preset: PresetContent, object: ImportObject, change: (shape: PresetObject) => PresetObject): PresetContent => {
  const shape = preset.objects[object] ?? { headers: {}, known: [], signature: [] };
  return { ...preset, objects: { ...preset.objects, [object]: change(shape) } };
};

/** The signature with a header's alternatives renamed, or taken out (null); an entry that loses all of them goes. */
function resigned(signature: readonly string[], header: string, name: string | null): string[] {
  const plain = normaliseHeader(header);
  return signature.flatMap((choices) => {
    const left = choices.split('|').flatMap((choice) => (normaliseHeader(choice) !== plain ? [choice] : name === null ? [] : [name]));
    return left.length === 0 ? [] : [left.join('|')];
  });
}

type Edit = Result<PresetContent, PresetIssue[]>;

/** Adds a header at the end of those like it; refused when it is there already. Nothing else is checked: see `checkPreset`. */
export function addLine(preset: PresetContent, object: ImportObject, line: PresetLine): Edit {
  if (isThere(preset, object, line.header, null)) return err([{ code: 'preset.duplicateHeader', object, header: line.header }]);
  return ok(changed(preset, object, (shape) => withLines(shape, [...presetLines(shape), line])));
}

/** Replaces a header's line in its place, its new name in the signature as well; refused when another line has that name. */
export function changeLine(preset: PresetContent, object: ImportObject, header: string, line: PresetLine): Edit {
  if (isThere(preset, object, line.header, header)) return err([{ code: 'preset.duplicateHeader', object, header: line.header }]);
  return ok(
    changed(preset, object, (shape) => {
      const next = withLines(shape, presetLines(shape).map((each) => (each.header === header ? line : each)));
      return line.header === header ? next : { ...next, signature: resigned(shape.signature, header, line.header) };
    }),
  );
}

/** Checked before the edit: two lines of one name would fall into one. */
function isThere(preset: PresetContent, object: ImportObject, header: string, except: string | null): boolean {
  const shape = preset.objects[object];
  return shape !== undefined && presetLines(shape).some((line) => line.header !== except && normaliseHeader(line.header) === normaliseHeader(header));
}

/** Takes a header away, from the signature too. */
export const removeLine = (preset: PresetContent, object: ImportObject, header: string): PresetContent =>
  changed(preset, object, (shape) => ({ ...withLines(shape, presetLines(shape).filter((each) => each.header !== header)), signature: resigned(shape.signature, header, null) }));

export const setSignature = (preset: PresetContent, object: ImportObject, signature: readonly string[]): PresetContent =>
  changed(preset, object, (shape) => ({ ...shape, signature: [...signature] }));
