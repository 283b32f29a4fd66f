import type { RiskReason } from '@shared/contracts/home';
import { assertNever } from '@shared/kernel/result';
import { unitFor } from '@renderer/i18n/formats';
import type { Translate } from '@renderer/i18n/i18n';
import type { Formats } from '@renderer/i18n/use-formats';

/** A reason with its numbers, in few words. */
export function reasonText(reason: RiskReason, t: Translate, { amount, money, percent, unit: unitInUse }: Pick<Formats, 'amount' | 'money' | 'percent' | 'unit'>): string {
  /** Two amounts side by side, the unit once. */
  const both = (first: number, second: number) => {
    const unit = unitInUse(unitFor(Math.max(first, second)));
    return [amount(first, unit), money(second, unit)] as const;
  };
  switch (reason.code) {
    case 'overdueDeals':
      return t('home.reason_overdueDeals', { count: reason.count, amount: money(reason.amountFen) });
    case 'stalledDeals':
      return t('home.reason_stalledDeals', { count: reason.count, amount: money(reason.amountFen), days: reason.days });
    case 'noOrders':
      return t('home.reason_noOrders', { count: reason.days });
    case 'customerFell': {
      const [before, now] = both(reason.lastYearFen, reason.nowFen);
      return t('home.reason_customerFell', { customer: reason.customer, before, now });
    }
    case 'winRate':
      return t('home.reason_winRate', { own: percent(reason.own, 0), team: percent(reason.team, 0) });
    case 'aboveBest': {
      const [needed, best] = both(reason.neededFen, reason.bestFen);
      return t('home.reason_aboveBest', { needed, best });
    }
    case 'newHire':
      return t('home.reason_newHire', { month: reason.month });
    default:
      return assertNever(reason);
  }
}
