import type { ChangeSet } from '@shared/records/change-set';

/** Rows from which on a change is much at once. */
const MUCH = 8;

/** Edits that weigh more than the rows they write. */
const WEIGHTY: ReadonlySet<string> = new Set(['customer_merge', 'customer_mergeMany', 'customer_keepApart', 'target_allocate']);

/** Whether an edit takes something away, changes much at once, or weighs much: then it is named with a way to take it back. */
export const isNotable = ({ kind, label, changes }: Pick<ChangeSet, 'kind' | 'label' | 'changes'>): boolean =>
  kind === 'edit' && (WEIGHTY.has(label.key) || changes.length >= MUCH || changes.some(({ after }) => after === null));
