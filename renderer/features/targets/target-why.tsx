import { ActionIcon } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import type { Figures, NodeFigures } from '@shared/contracts/figures';
import { drillFor } from '@shared/domain/figures/drills';
import { ratioOf } from '@shared/kernel/rate';
import { day } from '@shared/kernel/day';
import type { PlanView } from '@renderer/data/plan-view';
import { useFormats } from '@renderer/i18n/use-formats';
import { useMessages } from '@renderer/i18n/use-messages';
import { Figure } from '@renderer/parts/figure';
import { Pane } from '@renderer/ui/panes';
import { PaceBar } from '@renderer/ui/pace-bar';
import { StatusWord } from '@renderer/ui/status-word';
import styles from './targets.module.css';

interface TargetWhyProps {
  readonly figures: Figures;
  readonly node: NodeFigures;
  readonly plan: PlanView | null;
  readonly onClose: () => void;
}

/** Why this number: target and actual of a node with the formula, the level above, the plan version and the rows behind. */
export function TargetWhy({ figures, node, plan, onClose }: TargetWhyProps) {
  const { t } = useMessages();
  const { amount, percent, money, period, fullDay, number, unit, unitName } = useFormats();
  const { target } = node;
  const parent = figures.nodes.find((one) => one.nodeId === node.parentId);
  const nodeName = node.kind === 'unassigned' ? t('targets.unassigned') : node.name;
  const name = (what: string) => `${nodeName} · ${period(figures.period.key)} · ${what}`;
  const growth = target.actualFen === null || target.lastYearFen === null || target.lastYearFen <= 0 ? null : ratioOf(target.actualFen - target.lastYearFen, target.lastYearFen);
  return (
    <Pane title={t('targets.why')} name="targets.why" handle="start" width={288} actions={<ActionIcon size={24} aria-label={t('targets.close')} onClick={onClose}><IconX size={14} stroke={1.75} aria-hidden /></ActionIcon>}>
      <div className={styles['why']}>
        <p className={styles['quiet']}>{t('targets.whyTarget', { name: nodeName, period: period(figures.period.key), measure: t(`targets.${figures.measure}`) })}</p>
        <p className={styles['big']}>{amount(target.targetFen)} <small>{unitName(unit())}</small></p>
        <p className={styles['exact']}>{money(target.targetFen, 'yuan')}</p>
        <Block title={t('targets.formula')}>
          {node.kind === 'person' || target.assignedFen === null ? (
            <Line label={node.kind === 'person' ? t('targets.target') : t('targets.derived')}>{amount(target.childrenFen ?? target.targetFen)}</Line>
          ) : (
            <>
              <Line label={t('targets.assignedHere')}>{amount(target.assignedFen)}</Line>
              <Line label={t('targets.childrenSum')}>{amount(target.childrenFen)}</Line>
              {target.gapFen !== null && target.gapFen !== 0 && <Line label={t(target.gapFen > 0 ? 'targets.unallocated' : target.buffer ? 'targets.buffer' : 'targets.mismatch')}>{amount(target.gapFen)}</Line>}
            </>
          )}
        </Block>
        {parent && (
          <Block title={t('targets.level')}>
            <Line label={parent.name}>{amount(parent.target.targetFen)}</Line>
            <Line label={nodeName}>{percent(parent.target.targetFen === null || target.targetFen === null ? null : ratioOf(target.targetFen, parent.target.targetFen), 2)}</Line>
          </Block>
        )}
        <Block title={t('targets.actualOf', { period: period(figures.period.key) })}>
          <Line label={t('targets.actual')}><Figure name={name(t('targets.actual'))} drill={drillFor(node, 'actual', figures.period, figures.measure)}>{amount(target.actualFen)}</Figure></Line>
          <Line label={t('targets.attainment')}>{percent(target.attainment)}</Line>
          <PaceBar done={target.attainment} time={figures.time.progress} status={target.status} />
          <Line label={t('targets.timeProgress', { progress: percent(figures.time.progress) })}>{t('targets.elapsed', { elapsed: number(figures.time.elapsed), total: number(figures.time.workingDays) })}</Line>
          {figures.time.estimated && <p className={styles['quiet']}>{t('targets.daysEstimated')}</p>}
          <Line label={t('targets.pace', { pace: percent(target.pace) })}><StatusWord status={target.status} /></Line>
          <Line label={t('targets.gapToTarget')}>{amount(target.actualFen === null || target.targetFen === null ? null : target.actualFen - target.targetFen)}</Line>
          {figures.partial && <Line label={t('targets.forecast')}>{amount(target.forecastFen)}</Line>}
          {figures.partial && <Line label={t('targets.requiredPerDay')}>{amount(target.requiredPerDayFen)}</Line>}
          <Line label={t('targets.lastYear')}>{amount(target.lastYearFen)}</Line>
          <Line label={t('targets.growth')}>{percent(growth)}</Line>
        </Block>
        {plan?.committed && (
          <Block title={t('targets.planVersion')}>
            <p className={styles['version']}>
              <b>{t('targets.planVersionLine', { version: plan.committed.version, date: fullDay(day(plan.committed.committedAt.slice(0, 10))), author: plan.committed.author })}</b>
              <span>{plan.committed.reason}</span>
              <span className={styles['quiet']}>{t(plan.changedCells.some((cell) => cell.nodeId === node.nodeId) ? 'targets.planWorkingChanged' : 'targets.planWorkingSame')}</span>
            </p>
          </Block>
        )}
      </div>
    </Pane>
  );
}

function Block({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <section className={styles['block']}>
      <h3>{title}</h3>
      {children}
    </section>
  );
}

function Line({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  return <div className={styles['line']}><span>{label}</span><span>{children}</span></div>;
}
