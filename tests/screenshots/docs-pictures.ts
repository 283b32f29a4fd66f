/** The states that the guide and the README show, and the name of the picture of each. */
export const docsPictures: Readonly<Record<string, string>> = {
  'first, doors': 'doors',
  'import, orders': 'import',
  targets: 'targets',
  'targets, committing': 'commit',
  'targets, rows of an actual': 'rows',
  'reviews, a running one': 'reviews',
  'reviews, templates': 'templates',
  incentives: 'incentives',
  analysis: 'analysis',
  packs: 'packs',
  'data, batches': 'batches',
  'data, owners': 'owners',
  'data, quality': 'quality',
  backups: 'backups',
  'audit trail, a change': 'audit',
  workspaces: 'workspaces',
};
