import type { Preferences } from '@shared/contracts/preferences';
import { useCallback } from 'react';
import { useWorkspaceInfo } from '@renderer/parts/workspace-context';
import { usePreferences } from './preferences';

type Guide = Preferences['guides'][string];

/**
 * Whether the strip over the pages (first steps; in the sample what it is) stands in this workspace, and how to change that.
 * A workspace that was not set up here has none until it is asked for; the sample has one until it is hidden.
 */
export function useGuide(): { readonly guide: Guide; readonly setGuide: (guide: Guide) => void } {
  const { id, sample } = useWorkspaceInfo();
  const { preferences, change } = usePreferences();
  const { guides } = preferences;
  const setGuide = useCallback((guide: Guide) => change({ guides: { ...guides, [id]: guide } }), [change, guides, id]);
  return { guide: guides[id] ?? (sample ? 'shown' : 'hidden'), setGuide };
}
