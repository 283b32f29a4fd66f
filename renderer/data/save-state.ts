import type { CallFailure } from '@shared/contracts/workbench-calls';
import type { ChangeSet } from '@shared/records/change-set';
import type { WorkbenchDatabase } from './database';

/** What the top bar says: saved only after the journal's answer. `at` in ms; null = nothing written since the start. */
export type SaveState =
  | { readonly kind: 'saved'; readonly at: number | null }
  | { readonly kind: 'saving' }
  | { readonly kind: 'failed'; readonly failure: CallFailure };

interface Feed {
  state: SaveState;
  readonly watchers: Set<() => void>;
  readonly commits: Set<(committed: ChangeSet) => void>;
}

const feeds = new WeakMap<WorkbenchDatabase, Feed>();

function feedOf(db: WorkbenchDatabase): Feed {
  const known = feeds.get(db);
  if (known) return known;
  const feed: Feed = { state: { kind: 'saved', at: null }, watchers: new Set(), commits: new Set() };
  feeds.set(db, feed);
  return feed;
}

/** For useSyncExternalStore: calls back whenever the state changes; answers how to stop. */
export function subscribeSaveState(db: WorkbenchDatabase, watcher: () => void): () => void {
  const { watchers } = feedOf(db);
  watchers.add(watcher);
  return () => void watchers.delete(watcher);
}

/** The state now: the same object until it changes. */
export const saveStateSnapshot = (db: WorkbenchDatabase): SaveState => feedOf(db).state;

export function setSaveState(db: WorkbenchDatabase, state: SaveState): void {
  const feed = feedOf(db);
  feed.state = state;
  for (const watcher of feed.watchers) watcher();
}

/** Calls back with each change-set that this thread commits; answers how to stop. */
export function onCommit(db: WorkbenchDatabase, listener: (committed: ChangeSet) => void): () => void {
  const { commits } = feedOf(db);
  commits.add(listener);
  return () => void commits.delete(listener);
}

export function announceCommit(db: WorkbenchDatabase, committed: ChangeSet): void {
  for (const listener of feedOf(db).commits) listener(committed);
}
