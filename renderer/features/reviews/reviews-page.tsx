import { Button } from '@mantine/core';
import { IconCalendarMonth } from '@tabler/icons-react';
import type { Figures } from '@shared/contracts/figures';
import { type YearMonth, yearMonth } from '@shared/kernel/month';
import type { ScorecardTemplate } from '@shared/records/scorecard-template';
import { useFormats } from '@renderer/i18n/use-formats';
import { useMessages } from '@renderer/i18n/use-messages';
import { useFigures } from '@renderer/parts/use-figures';
import { usePersonReviews } from '@renderer/parts/use-person-reviews';
import { usePlace } from '@renderer/parts/use-place';
import { EmptyState } from '@renderer/ui/empty-state';
import { PageBar } from '@renderer/ui/page-bar';
import { SegmentedTabs } from '@renderer/ui/segmented-tabs';
import { NotStarted } from './not-started';
import { ReviewDesk } from './review-desk';
import { TemplatesView } from './templates-view';
import { usePickedTemplate } from './use-picked-template';
import { useReviewSetup } from './use-review-setup';

/** The month's reviews: a scorecard per person, comments, and the signature that freezes them; beside them the templates they use. */
export function ReviewsPage() {
  const { figures } = useFigures();
  const { family, pick } = usePickedTemplate();
  if (family !== null) {
    return (
      <>
        <ReviewsBar />
        <TemplatesView family={family} onPick={pick} />
      </>
    );
  }
  if (figures === null) return <ReviewsBar />;
  if (figures.period.kind !== 'month') return <PickMonth figures={figures} />;
  return <MonthReviews figures={figures} month={yearMonth(figures.period.key)} />;
}

function ReviewsBar({ template = null }: { readonly template?: ScorecardTemplate | null }) {
  const { t } = useMessages();
  const { unit, unitName } = useFormats();
  const { family, pick } = usePickedTemplate();
  const note = { color: 'var(--ink-3)', fontSize: 'var(--size-xs)' };
  return (
    <PageBar lined title={t('reviews.title')}>
      <SegmentedTabs
        label={t('templates.tabs')}
        value={family === null ? 'reviews' : 'templates'}
        options={[{ value: 'reviews', label: t('templates.tabReviews') }, { value: 'templates', label: t('templates.tabTemplates') }]}
        onChange={(tab) => pick(tab === 'templates' ? 'first' : null)}
      />
      {template && <span style={note}>{t('reviews.template')} {t('reviews.templateName', { name: template.name, version: template.version })} · {t('windows.amountsIn', { unit: unitName(unit()) })}</span>}
    </PageBar>
  );
}

function PickMonth({ figures }: { readonly figures: Figures }) {
  const { t } = useMessages();
  const { month: writeMonth } = useFormats();
  const { setPeriod } = usePlace();
  const last = yearMonth(figures.period.to.slice(0, 7));
  return (
    <>
      <ReviewsBar />
      <EmptyState icon={IconCalendarMonth} title={t('reviews.monthOnly')} action={<Button variant="filled" onClick={() => setPeriod(last)}>{t('reviews.pickMonth', { month: writeMonth(last) })}</Button>}>
        {t('reviews.monthOnlyNext')}
      </EmptyState>
    </>
  );
}

function MonthReviews({ figures, month }: { readonly figures: Figures; readonly month: YearMonth }) {
  const setup = useReviewSetup(month);
  const { reviews, revision } = usePersonReviews(month, figures.scope.nodeId);
  const started = setup?.cycle && setup.template && reviews !== null && reviews.length > 0;
  return (
    <>
      <ReviewsBar template={setup?.template ?? null} />
      {started && setup.template && <ReviewDesk figures={figures} month={month} reviews={reviews} revision={revision} template={setup.template} />}
      {!started && setup !== undefined && reviews !== null && <NotStarted month={month} setup={setup} people={figures.counts.people} />}
    </>
  );
}
