/**
 * Tables and indexes of the first version. Records are found by id; the few other indexes serve questions asked often.
 * `changeSets` knows which rows it touches (`${table}:${id}`), so that the history of a row is one look-up.
 */
export const version1 = {
  settings: 'id',
  orgUnits: 'id',
  people: 'id',
  memberships: 'id',
  identities: 'id',
  customers: 'id',
  products: 'id',
  sourceProfiles: 'id',
  importBatches: 'id',
  plans: 'id',
  targetRows: 'id, planId',
  planCommits: 'id, planId',
  scorecardTemplates: 'id',
  reviewCycles: 'id',
  reviews: 'id, cycleId',
  commissionPlans: 'id',
  changeSets: 'seq, &id, inverseOf, *touches',
  hotSegments: 'id, batchId',
  coldSegments: 'id, batchId',
  marks: 'id, batchId',
  dictionaries: 'id',
} as const;
