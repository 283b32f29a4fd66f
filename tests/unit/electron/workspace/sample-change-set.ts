import { uuidV7 } from '../../../../shared/kernel/id';
import type { ChangeSet } from '../../../../shared/records/change-set';

const deviceId = uuidV7(1_700_000_000_000, new Uint8Array(10));
export const workspaceId = uuidV7(1_700_000_000_001, new Uint8Array(10).fill(7));

/** A small edit with the given seq and any text in it. */
export function sampleChangeSet(seq: number, text = `edit ${seq}`): ChangeSet {
  const at = 1_700_000_000_000 + seq;
  return {
    id: uuidV7(at, new Uint8Array(10).fill(seq % 256)),
    seq,
    workspaceId,
    deviceId,
    hlc: `${String(at).padStart(15, '0')}-000000-${deviceId}`,
    at: new Date(at).toISOString(),
    actor: 'Li Wei',
    kind: 'edit',
    label: { key: 'changes.targetTyped', params: {} },
    inverseOf: null,
    changes: [{ table: 'people', id: `p:${seq}`, before: null, after: { name: text } }],
    batch: null,
  };
}
