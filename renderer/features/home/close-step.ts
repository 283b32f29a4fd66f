import type { Figures } from '@shared/contracts/figures';
import type { ClosingMonth } from '@shared/contracts/home';
import type { CloseStep } from '@shared/domain/home/month-close';
import { assertNever } from '@shared/kernel/result';
import type { Translate } from '@renderer/i18n/i18n';
import type { Formats } from '@renderer/i18n/use-formats';
import type { MonthCloseView } from './home-context';
import type { Place } from './use-go';

/** What is known of a step, in few words. */
export function closeFact(step: CloseStep, closing: ClosingMonth, { quality, pack }: Pick<MonthCloseView, 'quality' | 'pack'>, t: Translate, { number, money, instant }: Pick<Formats, 'number' | 'money' | 'instant'>): string {
  const { plan, gaps, reviews, lateChanges } = closing;
  if (closing.rows === 0 && (step === 'quality' || step === 'owners' || step === 'lateChanges')) return '–';
  switch (step) {
    case 'facts':
      if (closing.rows === 0) return t('home.fact_factsNone');
      return [t('home.fact_facts', { count: closing.rows }), ...(closing.lastImportedAt === null ? [] : [instant(closing.lastImportedAt)])].join(' · ');
    case 'quality':
      if (quality === null) return t('home.checking');
      return quality.open === 0 ? t('home.fact_nothing') : t('home.fact_quality', { count: quality.open });
    case 'owners':
      if (quality === null) return t('home.checking');
      return quality.owners === 0 ? t('home.fact_nothing') : t('home.fact_owners', { count: quality.owners });
    case 'targets':
      if (plan === null) return t('home.fact_targetsNone');
      if (plan.workingChanges > 0) return t('home.fact_targetsOpen', { count: plan.workingChanges });
      return plan.committedVersion === 0 ? t('home.fact_targetsNone') : t('home.fact_targets', { version: plan.committedVersion });
    case 'gaps':
      if (plan === null) return '–';
      return gaps.count === 0 ? t('home.fact_nothing') : t('home.fact_gaps', { count: gaps.count, amount: money(gaps.sumFen) });
    case 'reviews':
      if (!reviews.begun) return t('home.fact_reviewsNone');
      return t('home.fact_reviews', { signed: number(reviews.standings.filter(({ lack }) => lack === null).length), total: number(reviews.standings.length) });
    case 'lateChanges':
      if (lateChanges.thisMonth > 0) return t('home.fact_lateNow', { count: lateChanges.thisMonth });
      return lateChanges.later > 0 ? t('home.fact_lateLater', { count: lateChanges.later }) : t('home.fact_nothing');
    case 'pack':
      if (pack === null) return t('home.fact_packNone');
      return pack.drafts > 0 ? t('home.fact_packDraft', { when: instant(pack.exportedAt) }) : t('home.fact_pack', { when: instant(pack.exportedAt) });
    default:
      return assertNever(step);
  }
}

/** Where a step is done, with the month and the scope in the address. */
export function closePlace(step: CloseStep, { month, reviews }: ClosingMonth, figures: Pick<Figures, 'scope'>): Place {
  const here = { period: month, scope: figures.scope.nodeId };
  switch (step) {
    case 'facts':
      return { to: '/data', search: here };
    case 'quality':
      return { to: '/data', search: { ...here, tab: 'quality' } };
    case 'owners':
      return { to: '/data', search: { ...here, tab: 'quality', section: 'owners' } };
    case 'targets':
    case 'gaps':
      return { to: '/targets', search: here };
    case 'reviews':
      return { to: '/reviews', search: { ...here, person: reviews.standings.find(({ lack }) => lack !== null)?.personId } };
    case 'lateChanges':
      return { to: '/incentives', search: { ...here, view: 'late' } };
    case 'pack':
      return { to: '/packs', search: here };
    default:
      return assertNever(step);
  }
}
