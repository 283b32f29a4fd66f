import type { YearMonth } from '@shared/kernel/month';
import { commitChangeSet } from '@renderer/data/change-sets';
import type { Workspace } from '@renderer/data/workspace';

/** A review of `month` that is signed, by somebody who is paid nothing for it. */
export async function signMonth(ws: Workspace, month: YearMonth): Promise<void> {
  const cycleId = `cycle-${month}`;
  await commitChangeSet(ws, { kind: 'sign', label: { key: 'review_sign', params: {} } }, async (writer) => {
    await writer.put('reviewCycles', { id: cycleId, month, templateId: 't', openedAt: `${month}-28T00:00:00.000Z` });
    const signature = { revision: 1, signedBy: 'Ann', signedAt: `${month}-28T00:00:00.000Z`, snapshot: { month, commission: null } };
    await writer.put('reviews', { id: `${cycleId}/p`, cycleId, personId: 'p', manual: {}, praise: '', gaps: '', advice: '', state: 'signed', signatures: [signature] });
  });
}
