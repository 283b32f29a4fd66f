import type { CallFailure } from '@shared/contracts/workbench-calls';
import { codeKey } from '@shared/messages/message-key';
import type { Translate } from '@renderer/i18n/i18n';

/** Why something was not done with a workspace, in a sentence; `name` is what the list calls it, null where there is none. */
export function workspaceRefusal(t: Translate, failure: CallFailure, name: string | null): string {
  if (failure.code === 'workspace.newer') return name === null ? t('workspaces.newerAny', { version: failure.detail }) : t('workspaces.newer', { name, version: failure.detail });
  const reason = reasonOf(t, failure);
  return name === null ? t('workspaces.failedAny', { reason }) : t('workspaces.failed', { name, reason });
}

function reasonOf(t: Translate, { code, detail }: CallFailure): string {
  if (detail !== '' && code === 'workspace.locked') return t('workspaces.locked', { pid: detail });
  if (detail !== '' && code === 'workspace.unreadable') return t('workspaces.unreadable', { place: detail });
  return t(codeKey('calls', code));
}
