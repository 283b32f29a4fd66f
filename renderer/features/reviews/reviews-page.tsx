import { Button } from '@mantine/core';
import { IconCalendarMonth, IconClipboardCheck, IconUsers } from '@tabler/icons-react';
import type { Figures } from '@shared/contracts/figures';
import { type YearMonth, yearMonth } from '@shared/kernel/month';
import { openCycle } from '@renderer/data/review-cycles';
import { installTemplates } from '@renderer/data/scorecard-templates';
import { useFormats } from '@renderer/i18n/use-formats';
import { useMessages } from '@renderer/i18n/use-messages';
import { GoToDataButton } from '@renderer/parts/go-to-data-button';
import { useFigures } from '@renderer/parts/use-figures';
import { usePersonReviews } from '@renderer/parts/use-person-reviews';
import { usePlace } from '@renderer/parts/use-place';
import { useWorkspace } from '@renderer/parts/workspace-context';
import { EmptyState } from '@renderer/ui/empty-state';
import { PageBar } from '@renderer/ui/page-bar';
import { ReviewDesk } from './review-desk';
import { type ReviewSetup, useReviewSetup } from './use-review-setup';

/** The month's reviews: a scorecard per person, comments, and the signature that freezes them. */
export function ReviewsPage() {
  const { t } = useMessages();
  const { figures } = useFigures();
  if (figures === null) return <PageBar lined title={t('reviews.title')} />;
  if (figures.period.kind !== 'month') return <PickMonth figures={figures} />;
  return <MonthReviews figures={figures} month={yearMonth(figures.period.key)} />;
}

function PickMonth({ figures }: { readonly figures: Figures }) {
  const { t } = useMessages();
  const { month: writeMonth } = useFormats();
  const { setPeriod } = usePlace();
  const last = yearMonth(figures.period.to.slice(0, 7));
  return (
    <>
      <PageBar lined title={t('reviews.title')} />
      <EmptyState icon={IconCalendarMonth} title={t('reviews.monthOnly')} action={<Button variant="filled" onClick={() => setPeriod(last)}>{t('reviews.pickMonth', { month: writeMonth(last) })}</Button>}>
        {t('reviews.monthOnlyNext')}
      </EmptyState>
    </>
  );
}

function MonthReviews({ figures, month }: { readonly figures: Figures; readonly month: YearMonth }) {
  const { t } = useMessages();
  const setup = useReviewSetup(month);
  const { reviews } = usePersonReviews(month, figures.scope.nodeId);
  const started = setup?.cycle && setup.template && reviews !== null && reviews.length > 0;
  return (
    <>
      <PageBar lined title={t('reviews.title')}>
        {setup?.template && <span style={{ color: 'var(--ink-3)', fontSize: 'var(--size-xs)' }}>{t('reviews.template')} {t('reviews.templateName', { name: setup.template.name, version: setup.template.version })}</span>}
      </PageBar>
      {started && setup.template && <ReviewDesk figures={figures} month={month} reviews={reviews} template={setup.template} />}
      {!started && setup !== undefined && reviews !== null && <NotStarted month={month} setup={setup} people={figures.counts.people} />}
    </>
  );
}

function NotStarted({ month, setup, people }: { readonly month: YearMonth; readonly setup: ReviewSetup; readonly people: number }) {
  const { t, language } = useMessages();
  const { month: writeMonth } = useFormats();
  const workspace = useWorkspace();
  const { template } = setup;
  if (template === null) {
    return (
      <EmptyState icon={IconClipboardCheck} title={t('reviews.noTemplate')} action={<Button variant="filled" onClick={() => void installTemplates(workspace, language)}>{t('reviews.installTemplate')}</Button>}>
        {t('reviews.noTemplateNext')}
      </EmptyState>
    );
  }
  if (people === 0 || setup.cycle !== null) {
    return (
      <EmptyState icon={IconUsers} title={t('reviews.noPeople')} action={people === 0 && <GoToDataButton>{t('reviews.importPeople')}</GoToDataButton>}>
        {t('reviews.noPeopleNext')}
      </EmptyState>
    );
  }
  return (
    <EmptyState
      icon={IconClipboardCheck}
      title={t('reviews.noCycle', { month: writeMonth(month) })}
      action={<Button variant="filled" onClick={() => void openCycle(workspace, month, template.id)}>{t('reviews.openCycle', { month: writeMonth(month) })}</Button>}
    >
      {t('reviews.noCycleNext')}
    </EmptyState>
  );
}
