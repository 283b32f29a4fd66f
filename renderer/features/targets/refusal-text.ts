import { codeKey } from '@shared/messages/message-key';
import type { PlanRefusal } from '@renderer/data/targets';
import type { useFormats } from '@renderer/i18n/use-formats';
import type { useMessages } from '@renderer/i18n/use-messages';

/** Why a command on the plan was refused, in words; amounts in 元 to 分. */
export function refusalText(refusal: PlanRefusal, t: ReturnType<typeof useMessages>['t'], formats: ReturnType<typeof useFormats>): string {
  if ('byFen' in refusal) return t(codeKey('refusals', refusal.code), { amount: formats.money(refusal.byFen, 'yuan') });
  return t(codeKey('refusals', refusal.code));
}
