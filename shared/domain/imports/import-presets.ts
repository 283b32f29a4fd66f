import fxiaoke from '../../../resources/import-presets/fxiaoke.json';
import hubspot from '../../../resources/import-presets/hubspot.json';
import kingdee from '../../../resources/import-presets/kingdee.json';
import plainTable from '../../../resources/import-presets/plain-table.json';
import salesforce from '../../../resources/import-presets/salesforce.json';
import yonyou from '../../../resources/import-presets/yonyou.json';
import zoho from '../../../resources/import-presets/zoho.json';
import type { ImportObject } from '../../records/import-object';
import type { PresetContent } from '../../records/import-preset';

export const importPresets: readonly PresetContent[] = [fxiaoke, zoho, salesforce, hubspot, kingdee, yonyou];

/** Headers of a table from no known system, per object and field, in plain words of both languages. */
export const plainTableAliases: Readonly<Record<ImportObject, Readonly<Record<string, readonly string[]>>>> = plainTable;

/** The source name of tables from no known system: one name, so that a renamed or reshaped file meets its own rows again. */
export const PLAIN_SOURCE = 'table';
