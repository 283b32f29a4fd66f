import fxiaoke from '../../../resources/import-presets/fxiaoke.json';
import kingdee from '../../../resources/import-presets/kingdee.json';
import plainTable from '../../../resources/import-presets/plain-table.json';
import zoho from '../../../resources/import-presets/zoho.json';
import type { ImportObject } from '../../records/import-object';

export interface PresetObject {
  /** Header → field; where two headers name one field the first in this list wins. */
  readonly headers: Readonly<Record<string, string>>;
  /** Used only when no header above gave the field. */
  readonly fallback?: Readonly<Record<string, string>>;
  /** Headers of the system that are not imported; they speak for the source all the same. */
  readonly known: readonly string[];
  /** Each entry must be in the header, one of its `|` alternatives is enough. */
  readonly signature: readonly string[];
}

/** How one system's exports look: data, so that a tenant's own labels can be added without code. */
export interface ImportPreset {
  readonly name: string;
  readonly objects: Readonly<Partial<Record<ImportObject, PresetObject>>>;
  readonly wonStages: readonly string[];
  readonly lostStages: readonly string[];
  readonly countedStatuses: readonly string[] | null;
}

export const importPresets: readonly ImportPreset[] = [fxiaoke, zoho, kingdee];

/** Headers of a table from no known system, per object and field, in plain words of both languages. */
export const plainTableAliases: Readonly<Record<ImportObject, Readonly<Record<string, readonly string[]>>>> = plainTable;

/** The source name of tables from no known system: one name, so that a renamed or reshaped file meets its own rows again. */
export const PLAIN_SOURCE = 'table';
