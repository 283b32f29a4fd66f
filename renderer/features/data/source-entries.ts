import { type SourceMapping, sourceMappingSchema } from '@shared/contracts/import-run';
import { type PresetIssue, checkPreset } from '@shared/domain/imports/check-preset';
import { PLAIN_SOURCE, importPresets } from '@shared/domain/imports/import-presets';
import type { ImportBatch } from '@shared/records/import-batch';
import type { ImportPresetRecord, PresetContent } from '@shared/records/import-preset';
import type { SourceProfile } from '@shared/records/source-profile';
import type { SourceRule } from '@shared/records/source-rule';

/** edited = an own preset in a built-in's place; unknown = only its imports name it; unusable = an own preset that cannot be used. */
export type SourceKind = 'builtIn' | 'edited' | 'own' | 'plain' | 'unknown' | 'unusable';

interface RememberedMapping {
  readonly id: string;
  readonly mapping: SourceMapping;
}

export interface SourceEntry {
  readonly name: string;
  readonly kind: SourceKind;
  /** Null for the plain table and for sources without one. */
  readonly preset: PresetContent | null;
  /** Why an own preset cannot be used. */
  readonly issues: readonly PresetIssue[];
  /** Standing batches, the latest first. */
  readonly batches: readonly ImportBatch[];
  readonly rule: SourceRule;
  readonly mappings: readonly RememberedMapping[];
}

export interface SourceFacts {
  readonly own: readonly ImportPresetRecord[];
  readonly batches: readonly ImportBatch[];
  readonly profiles: readonly SourceProfile[];
  readonly rules: readonly SourceRule[];
}

/** Every source of the workspace: the built-in ones in their order, the plain table, then its own and those that only imports name, in the order of names. */
export function sourceEntries({ own, batches, profiles, rules }: SourceFacts, order: (a: string, b: string) => number): SourceEntry[] {
  const mappings = profiles.flatMap(({ id, mapping }): RememberedMapping[] => {
    const read = sourceMappingSchema.safeParse(mapping);
    return read.success ? [{ id, mapping: read.data }] : [];
  });
  const standing = batches.filter(({ undoneAt }) => undoneAt === null).sort((a, b) => (a.importedAt < b.importedAt ? 1 : -1));
  const builtIn = importPresets.map(({ name }) => name);
  const others = [...new Set([...own.map(({ id }) => id), ...standing.map(({ source }) => source), ...mappings.map(({ mapping }) => mapping.source)])].filter((name) => name !== PLAIN_SOURCE && !builtIn.includes(name));
  return [...builtIn, PLAIN_SOURCE, ...others.sort(order)].map((name) => ({
    name,
    ...presetOf(name, own),
    batches: standing.filter(({ source }) => source === name),
    rule: rules.find(({ id }) => id === name) ?? { id: name, taxBasis: null, rates: [] },
    mappings: mappings.filter(({ mapping }) => mapping.source === name),
  }));
}

function presetOf(name: string, own: readonly ImportPresetRecord[]): Pick<SourceEntry, 'kind' | 'preset' | 'issues'> {
  const mine = own.find(({ id }) => id === name)?.preset ?? null;
  const builtIn = importPresets.find((preset) => preset.name === name) ?? null;
  const issues = mine === null ? [] : checkPreset(mine, []);
  if (issues.length > 0) return { kind: 'unusable', preset: mine, issues };
  if (mine !== null) return { kind: builtIn === null ? 'own' : 'edited', preset: mine, issues };
  if (builtIn !== null) return { kind: 'builtIn', preset: builtIn, issues };
  return { kind: name === PLAIN_SOURCE ? 'plain' : 'unknown', preset: null, issues };
}
