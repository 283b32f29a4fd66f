import type { CallFailure } from '@shared/contracts/workbench-calls';
import { call } from '@renderer/platform/workbench';
import { unreadableReason } from './unreadable-reason';

/**
 * Why the database did not take a write, as the user must know it: Chromium calls a full disk anything but that, so main is
 * asked how much room there is. Null when it was not the disk (a rule of ours, a bug).
 */
export async function writeFailure(cause: unknown): Promise<CallFailure | null> {
  const detail = unreadableReason(cause) ?? quotaReason(cause);
  if (detail === null) return null;
  const state = await call('keep.state', {});
  if (!state.ok) return state.error;
  return { code: state.value.lowDisk ? 'file.diskFull' : 'call.failed', detail };
}

function quotaReason(cause: unknown): string | null {
  if (typeof cause !== 'object' || cause === null) return null;
  if (Reflect.get(cause, 'name') === 'QuotaExceededError') return `QuotaExceededError: ${String(Reflect.get(cause, 'message'))}`;
  const inner: unknown = Reflect.get(cause, 'inner');
  return inner === cause ? null : quotaReason(inner);
}
