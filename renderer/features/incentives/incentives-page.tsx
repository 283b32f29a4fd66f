import { Button } from '@mantine/core';
import { IconCalendarMonth, IconCoins, IconUsers } from '@tabler/icons-react';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useLiveQuery } from 'dexie-react-hooks';
import { useState } from 'react';
import { z } from 'zod';
import type { Figures } from '@shared/contracts/figures';
import type { PersonReview } from '@shared/contracts/review-pack';
import { drillFor } from '@shared/domain/figures/drills';
import { commissionPlanFor } from '@shared/domain/commission/check-commission-plan';
import { type YearMonth, yearMonth } from '@shared/kernel/month';
import type { CommissionPlan } from '@shared/records/commission-plan';
import { installTemplates } from '@renderer/data/scorecard-templates';
import { useFormats } from '@renderer/i18n/use-formats';
import { useMessages } from '@renderer/i18n/use-messages';
import { GoToDataButton } from '@renderer/parts/go-to-data-button';
import { useFigures } from '@renderer/parts/use-figures';
import { usePersonLeaves } from '@renderer/parts/use-person-leaves';
import { usePickedPerson } from '@renderer/parts/use-picked-person';
import { usePersonReviews } from '@renderer/parts/use-person-reviews';
import { usePlace } from '@renderer/parts/use-place';
import { useWorkspace } from '@renderer/parts/workspace-context';
import { EmptyState } from '@renderer/ui/empty-state';
import { PageBar } from '@renderer/ui/page-bar';
import { Pane, Panes } from '@renderer/ui/panes';
import { SegmentedTabs } from '@renderer/ui/segmented-tabs';
import { CommissionPlanDialog } from './commission-plan-dialog';
import { CommissionTable } from './commission-table';
import { LateChanges } from './late-changes';
import { Statement } from './statement';

const viewSchema = z.enum(['pay', 'late']);
type View = z.infer<typeof viewSchema>;
const placeOfView = z.object({ view: viewSchema.catch('pay').default('pay') });

/** Commission of the month: marginal and whole amount side by side, a statement per person whose lines sum to the pay-out, and what closed months have become since. */
export function IncentivesPage() {
  const { t } = useMessages();
  const navigate = useNavigate();
  const { view } = placeOfView.parse(useSearch({ strict: false }));
  const show = (next: View) => void navigate({ to: '.', search: (previous: object) => ({ ...previous, view: next === 'pay' ? undefined : next }) });
  const { figures } = useFigures();
  const [editing, setEditing] = useState(false);
  const { db } = useWorkspace();
  const plans = useLiveQuery(() => db.commissionPlans.orderBy('id').toArray(), [db]);
  const month = figures?.period.kind === 'month' ? yearMonth(figures.period.key) : null;
  const plan = plans && month !== null ? commissionPlanFor(plans, month) : null;
  return (
    <>
      <PageBar lined title={t('incentives.title')} actions={plan && <Button onClick={() => setEditing(true)}>{t('incentives.editPlan')}</Button>}>
        <SegmentedTabs<View> label={t('incentives.tabsLabel')} value={view} options={[{ value: 'pay', label: t('incentives.tabPay') }, { value: 'late', label: t('incentives.tabLate') }]} onChange={show} />
        {plan && view === 'pay' && <PlanLine plan={plan} />}
      </PageBar>
      {view === 'late' && figures !== null && <LateChanges scope={figures.scope.nodeId} />}
      {view === 'pay' && figures !== null && plans !== undefined && <Body figures={figures} month={month} hasPlan={plan !== null} />}
      {plan && <CommissionPlanDialog opened={editing} plan={plan} onClose={() => setEditing(false)} />}
    </>
  );
}

function PlanLine({ plan }: { readonly plan: CommissionPlan }) {
  const { t } = useMessages();
  const { month } = useFormats();
  const style = { color: 'var(--ink-3)', fontSize: 'var(--size-xs)', whiteSpace: 'nowrap' } as const;
  return <span style={style}>{[plan.name, t('incentives.planFrom', { month: month(plan.fromMonth) }), t(`incentives.base_${plan.base}`), t(`incentives.${plan.mode}`)].join(' · ')}</span>;
}

function Body({ figures, month, hasPlan }: { readonly figures: Figures; readonly month: YearMonth | null; readonly hasPlan: boolean }) {
  const { t, language } = useMessages();
  const { month: writeMonth } = useFormats();
  const { setPeriod } = usePlace();
  const workspace = useWorkspace();
  const { reviews } = usePersonReviews(month, figures.scope.nodeId);
  if (month === null) {
    const last = yearMonth(figures.period.to.slice(0, 7));
    return (
      <EmptyState icon={IconCalendarMonth} title={t('incentives.monthOnly')} action={<Button variant="filled" onClick={() => setPeriod(last)}>{t('incentives.pickMonth', { month: writeMonth(last) })}</Button>}>
        {t('incentives.monthOnlyNext')}
      </EmptyState>
    );
  }
  if (!hasPlan) {
    return (
      <EmptyState icon={IconCoins} title={t('incentives.noPlan')} action={<Button variant="filled" onClick={() => void installTemplates(workspace, language)}>{t('incentives.installPlan')}</Button>}>
        {t('incentives.noPlanNext')}
      </EmptyState>
    );
  }
  if (reviews === null) return null;
  const paid = reviews.filter((review) => review.commission !== null);
  if (paid.length === 0) {
    return (
      <EmptyState icon={IconUsers} title={t('incentives.noPeople')} action={figures.counts.people === 0 && <GoToDataButton>{t('incentives.importPeople')}</GoToDataButton>}>
        {t('incentives.noPeopleNext')}
      </EmptyState>
    );
  }
  return <Commissions reviews={paid} month={month} figures={figures} />;
}

function Commissions({ reviews, month, figures }: { readonly reviews: readonly PersonReview[]; readonly month: YearMonth; readonly figures: Figures }) {
  const { t } = useMessages();
  const { month: writeMonth } = useFormats();
  const { personId, pick } = usePickedPerson();
  const picked = reviews.find((review) => review.personId === personId) ?? reviews[0];
  const mode = picked?.commission?.plan.mode ?? 'marginal';
  const leavesOf = usePersonLeaves();
  const rowsOf = ({ personId: id, commission }: PersonReview) => {
    const base = commission?.plan.base ?? 'planMeasure';
    return drillFor({ leaves: leavesOf(id) }, 'actual', figures.period, base === 'planMeasure' ? figures.measure : base);
  };
  return (
    <Panes>
      <Pane title={t('incentives.listTitle', { month: writeMonth(month) })} note={t('incentives.listNote', { mode: t(`incentives.${mode}`) })}>
        <CommissionTable reviews={reviews} scopeName={figures.scope.name} rowsOf={rowsOf} pickedId={picked?.personId ?? null} onPick={pick} />
      </Pane>
      {picked?.commission && <Statement review={picked} statement={picked.commission} rows={rowsOf(picked)} />}
    </Panes>
  );
}
