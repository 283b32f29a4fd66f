import { z } from 'zod';
import { importObjectSchema } from './import-object';
import { keySchema, nameSchema } from './parts';

const header = z.string().min(1).max(200);
const headers = z.record(header, z.string().max(50));

/** How one object looks in a system's exports. Field names are checked by `checkPreset`, which says what is wrong in words. */
export const presetObjectSchema = z.strictObject({
  /** Header → field; where two headers name one field the first in this list wins. */
  headers,
  /** Used only when no header above gave the field. */
  fallback: headers.optional(),
  /** Headers of the system that are not imported; they speak for the source all the same. */
  known: z.array(header).max(500),
  /** Each entry must be in the header, one of its `|` alternatives is enough. */
  signature: z.array(z.string().min(1).max(1_000)).min(1).max(20),
});
export type PresetObject = z.infer<typeof presetObjectSchema>;

/** How one system's exports look: data, so that a tenant's own labels are added without code and shared as a file. */
export const presetContentSchema = z.strictObject({
  /** The source's name: identities, mappings and row keys live under it. */
  name: nameSchema,
  objects: z.partialRecord(importObjectSchema, presetObjectSchema),
  wonStages: z.array(nameSchema).max(200),
  lostStages: z.array(nameSchema).max(200),
  /** Statuses that count as sales; null = all of them. */
  countedStatuses: z.array(nameSchema).max(200).nullable(),
  /** The export ends with lines that are no data (Salesforce reports): everything after the first blank line is left out. */
  footer: z.boolean().optional(),
});
export type PresetContent = z.infer<typeof presetContentSchema>;

/** A preset of this workspace's own; one with the name of a built-in preset stands in its place. `id` = its name. */
export const importPresetSchema = z.strictObject({ id: keySchema, preset: presetContentSchema });
export type ImportPresetRecord = z.infer<typeof importPresetSchema>;
