import { type CallFailure, type CallFailureCode, callFailureCodes } from '@shared/contracts/workbench-calls';
import { codeKey } from '@shared/messages/message-key';
import type { Translate } from '@renderer/i18n/i18n';

const known: ReadonlySet<string> = new Set(callFailureCodes);

/** Why something was not done with a backup, in words; a newer one names the version to install. */
export function copyFailure(t: Translate, { code, detail }: CallFailure): string {
  return code === 'keep.newer' && detail !== '' ? t('copies.newer', { version: detail }) : t(codeKey('calls', code));
}

/** The same for a fault as main remembers it: `<code>: <detail>`, or a code alone. */
export function rememberedFailure(t: Translate, fault: string): string {
  const [code = '', ...detail] = fault.split(': ');
  return known.has(code) ? copyFailure(t, { code: code as CallFailureCode, detail: detail.join(': ') }) : fault;
}
