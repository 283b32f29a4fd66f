import type { Translation } from '../translation';
import type { changes as zh } from '../zh-CN/changes';

export const changes: Translation<typeof zh> = {
  setup: 'setting up the workspace',
  settings_change: 'changing the settings',
  plan_create: 'creating the {{year}} plan',
  plan_commit: 'committing version {{version}} of the {{year}} plan',
  target_set: 'changing the target of {{name}}',
  target_allocate: 'allocating the annual target of {{name}}',
  target_lock: 'locking targets of {{name}}',
  target_unlock: 'unlocking targets of {{name}}',
  target_buffer: 'declaring the buffer of {{name}}',
  target_unbuffer: 'withdrawing the buffer of {{name}}',
  owner_decide: 'deciding who {{name}} is',
  owner_clear: 'withdrawing the decision on {{name}}',
  cycle_open: 'opening the reviews of {{month}}',
  review_fill: 'fill in the {{month}} reviews',
  review_score: 'scoring the {{month}} review of {{name}}',
  review_comment: 'changing the comments on {{name}} for {{month}}',
  review_sign: 'signing the {{month}} review of {{name}}',
  review_reopen: 'reopening the {{month}} review of {{name}}',
  template_install: 'installing the default templates',
  template_copy: 'creating template {{name}}',
  template_save: 'changing template {{name}}',
  commission_save: 'changing commission plan {{name}}',
  import_commit: 'importing {{file}}',
  import_undo: 'undoing the import of {{file}}',
};
