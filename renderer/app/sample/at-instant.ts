import type { Workspace } from '@renderer/data/workspace';

/** The workspace as it would have been at an instant of the sample's story: what is written bears that time. */
export function atInstant(ws: Workspace, instant: string): Workspace {
  const ms = Date.parse(instant);
  return { ...ws, now: () => ms };
}
