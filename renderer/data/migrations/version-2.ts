/** Imports in full: people at customers, customers' names merged, a workspace's own presets, what is counted of each source. */
export const version2 = {
  contacts: 'id',
  customerMerges: 'id',
  importPresets: 'id',
  sourceRules: 'id',
} as const;
