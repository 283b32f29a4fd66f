import { Button } from '@mantine/core';
import { IconArrowsSplit2, IconUsers } from '@tabler/icons-react';
import { startTransition, useEffect, useState } from 'react';
import type { Figures } from '@shared/contracts/figures';
import { fiscalYearOf, yearMonth } from '@shared/kernel/month';
import type { PlanView } from '@renderer/data/plan-view';
import { useMessages } from '@renderer/i18n/use-messages';
import { GoToDataButton } from '@renderer/parts/go-to-data-button';
import { useAsked } from '@renderer/parts/use-asked';
import { useFigures } from '@renderer/parts/use-figures';
import { EmptyState } from '@renderer/ui/empty-state';
import { PageBar } from '@renderer/ui/page-bar';
import { Panes } from '@renderer/ui/panes';
import { SegmentedTabs } from '@renderer/ui/segmented-tabs';
import { AllocateDialog } from './allocate-dialog';
import { CommitDialog } from './commit-dialog';
import type { GridView } from './grid-rows';
import { PlanGrid } from './plan-grid';
import { StartPlan } from './start-plan';
import { TargetTree } from './target-tree';
import { TargetWhy } from './target-why';
import { useAskedNode } from './use-asked-node';
import { type PlanActuals, usePlan, usePlanActuals } from './use-plan';
import styles from './targets.module.css';

const VIEWS: readonly GridView[] = ['target', 'actual', 'attainment'];

/** The plan of the fiscal year: drawn tree with attainment, editable grid, and why each number is what it is. */
export function TargetsPage() {
  const { figures } = useFigures();
  return figures === null ? null : <TargetsOf figures={figures} />;
}

function TargetsOf({ figures }: { readonly figures: Figures }) {
  const { t } = useMessages();
  const first = figures.months[0];
  const startMonth = Number(first?.month.slice(5) ?? 1);
  const fiscalYear = fiscalYearOf(yearMonth(figures.period.to.slice(0, 7)), startMonth);
  const plan = usePlan(fiscalYear);
  const actuals = usePlanActuals(plan?.plan.id ?? null);
  const root = figures.nodes[0];
  if (!root) return null;
  // A target among the figures says that there is a plan: its tree need not wait for the plan's own rows.
  if (plan === undefined && root.target.targetFen === null) return null;
  if (figures.counts.people === 0) {
    return (
      <>
        <PageBar lined title={t('targets.title')} />
        <EmptyState icon={IconUsers} title={t('targets.noPeople')} action={<GoToDataButton>{t('targets.importPeople')}</GoToDataButton>}>
          {t('targets.noPeopleNext')}
        </EmptyState>
      </>
    );
  }
  if (plan === null) {
    return (
      <>
        <PageBar lined title={t('targets.title')} />
        <StartPlan fiscalYear={fiscalYear} measure={figures.measure} root={root} />
      </>
    );
  }
  return <PlanScreen figures={figures} plan={plan} actuals={actuals} />;
}

function PlanScreen({ figures, plan, actuals }: { readonly figures: Figures; readonly plan: PlanView | undefined; readonly actuals: PlanActuals | null }) {
  const { t } = useMessages();
  const [view, setView] = useState<GridView>('target');
  const [pickedId, setPickedId] = useState<string | null>(null);
  useAskedNode(setPickedId);
  const [allocating, setAllocating] = useState<string | null>(null);
  const [committing, setCommitting] = useState(false);
  // The tree is on the screen before the grid's thousand cells are drawn.
  const [treeShown, setTreeShown] = useState(false);
  useEffect(() => startTransition(() => setTreeShown(true)), []);
  const picked = figures.nodes.find((node) => node.nodeId === pickedId);
  const allocateAt = plan?.nodes.some((node) => node.id === pickedId && node.kind !== 'person') ? pickedId : figures.scope.nodeId;
  const canCommit = plan !== undefined && (plan.committed === null || plan.changedCells.length > 0);
  useAsked('allocate', actuals === null ? null : () => setAllocating(allocateAt));
  useAsked('commit', canCommit ? () => setCommitting(true) : null);
  return (
    <>
      <PageBar
        lined
        title={t('targets.title')}
        actions={
          <>
            <Button leftSection={<IconArrowsSplit2 size={14} stroke={1.75} aria-hidden />} disabled={actuals === null} onClick={() => setAllocating(allocateAt)}>{t('targets.allocate')}</Button>
            <Button variant="filled" disabled={!canCommit} onClick={() => setCommitting(true)}>{t('targets.commit')}</Button>
          </>
        }
      >
        <SegmentedTabs label={t('targets.view')} value={view} options={VIEWS.map((value) => ({ value, label: t(VIEW_LABEL[value]) }))} onChange={setView} />
        {plan && <span className={styles['versionChip']}>{plan.plan.fiscalYear} {t('targets.fiscalYear')} · {t(`targets.${plan.plan.measure}`)} · <VersionText plan={plan} /></span>}
      </PageBar>
      <Panes>
        <TargetTree figures={figures} pickedId={pickedId} onPick={setPickedId} />
        {plan && treeShown ? <PlanGrid figures={figures} plan={plan} actuals={view === 'target' ? null : actuals} view={view} onPick={setPickedId} /> : <div className={styles['gridColumn']} aria-busy="true" />}
        {plan && picked && <div className={styles['over']}><TargetWhy figures={figures} node={picked} plan={plan} onClose={() => setPickedId(null)} /></div>}
      </Panes>
      {plan && actuals && <AllocateDialog plan={plan} actuals={actuals} nodeId={allocating} onClose={() => setAllocating(null)} />}
      {plan && <CommitDialog plan={plan} opened={committing} onClose={() => setCommitting(false)} />}
    </>
  );
}

const VIEW_LABEL = { target: 'targets.viewTarget', actual: 'targets.viewActual', attainment: 'targets.viewAttainment' } as const;

function VersionText({ plan }: { readonly plan: PlanView }) {
  const { t } = useMessages();
  const version = plan.plan.committedVersion;
  const state =
    version === 0 ? t('targets.versionFirst') : plan.changedCells.length === 0 ? t('targets.versionUnchanged', { version }) : t('targets.versionChanged', { version, count: plan.changedCells.length });
  return <>{t('targets.versionWorking', { next: version + 1 })} · {state}</>;
}
