/** The desk: actions with their day, packs that were written, pages as they were set up. */
export const version3 = {
  actions: 'id',
  packExports: 'id',
  savedViews: 'id',
} as const;
