import type { RiskReason } from '@shared/contracts/home';
import { assertNever } from '@shared/kernel/result';
import type { Translate } from '@renderer/i18n/i18n';
import type { Formats } from '@renderer/i18n/use-formats';

/** A reason with its numbers, in few words. */
export function reasonText(reason: RiskReason, t: Translate, { money, percent }: Pick<Formats, 'money' | 'percent'>): string {
  switch (reason.code) {
    case 'overdueDeals':
      return t('home.reason_overdueDeals', { count: reason.count, amount: money(reason.amountFen), days: reason.days });
    case 'stalledDeals':
      return t('home.reason_stalledDeals', { count: reason.count, amount: money(reason.amountFen), days: reason.days });
    case 'noOrders':
      return t('home.reason_noOrders', { count: reason.days });
    case 'customerFell':
      return t('home.reason_customerFell', { customer: reason.customer, before: money(reason.lastYearFen), now: money(reason.nowFen) });
    case 'winRate':
      return t('home.reason_winRate', { own: percent(reason.own, 0), team: percent(reason.team, 0) });
    case 'aboveBest':
      return t('home.reason_aboveBest', { needed: money(reason.neededFen), best: money(reason.bestFen) });
    case 'newHire':
      return t('home.reason_newHire', { month: reason.month });
    default:
      return assertNever(reason);
  }
}
