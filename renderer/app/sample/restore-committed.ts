import { commitChangeSet } from '@renderer/data/change-sets';
import type { Workspace } from '@renderer/data/workspace';

/** Makes a plan's working rows those of its version in force (none before the first): what an interrupted run typed is gone. */
export async function restoreCommitted(ws: Workspace, planId: string): Promise<void> {
  await commitChangeSet(ws, { kind: 'setup', label: { key: 'setup', params: {} } }, async (writer) => {
    const plan = await writer.get('plans', planId);
    const commit = plan && plan.committedVersion > 0 ? await writer.get('planCommits', `${planId}/v${plan.committedVersion}`) : undefined;
    const kept = new Map((commit?.rows ?? []).map((row) => [row.id, row]));
    for (const row of await writer.list('targetRows')) if (row.planId === planId && !kept.has(row.id)) await writer.remove('targetRows', row.id);
    for (const row of kept.values()) await writer.put('targetRows', row);
  });
}
