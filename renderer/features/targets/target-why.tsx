import { ActionIcon } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import type { Figures, NodeFigures } from '@shared/contracts/figures';
import { explain } from '@shared/domain/figures/explain';
import type { PlanView } from '@renderer/data/plan-view';
import { quantityText } from '@renderer/i18n/quantity-text';
import { useFormats } from '@renderer/i18n/use-formats';
import { useMessages } from '@renderer/i18n/use-messages';
import { useDrill } from '@renderer/parts/drill-down';
import { Figure } from '@renderer/parts/figure';
import { FormulaTape, useTapeTitle } from '@renderer/parts/formula-tape';
import { LevelAbove } from '@renderer/parts/level-above';
import { PlanVersion } from '@renderer/parts/plan-version';
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

type NodeFigure = Parameters<typeof explain>[2];

/** Why this number: a node's target with its formula, the level above and the plan version, and what has become of it, each figure opening its own. */
export function TargetWhy({ figures, node, plan, onClose }: TargetWhyProps) {
  const { t, language } = useMessages();
  const { amount, money, period, number, unit, unitName } = useFormats();
  const openDrill = useDrill();
  const { target } = node;
  const nodeName = node.kind === 'unassigned' ? t('targets.unassigned') : node.name;
  const name = (what: string) => `${nodeName} · ${period(figures.period.key)} · ${what}`;
  const why = explain(figures, node, 'target');
  const tapeTitle = useTapeTitle(why);
  const line = (figure: NodeFigure, after?: ReactNode) => {
    const explanation = explain(figures, node, figure);
    const what = t(`definitions.${figure}`);
    return <Line label={what}><Figure name={name(what)} explain={explanation}>{quantityText(explanation.result, language, amount)}</Figure>{after}</Line>;
  };
  return (
    <Pane title={t('targets.why')} name="targets.why" handle="start" width={288} actions={<ActionIcon size={24} aria-label={t('targets.close')} onClick={onClose}><IconX size={14} stroke={1.75} aria-hidden /></ActionIcon>}>
      <div className={styles['why']}>
        <p className={styles['quiet']}>{t('targets.whyTarget', { name: nodeName, period: period(figures.period.key), measure: t(`targets.${figures.measure}`) })}</p>
        <p className={styles['big']}><Figure name={name(t('definitions.target'))} explain={why}>{amount(target.targetFen)}</Figure> <small>{unitName(unit())}</small></p>
        <p className={styles['exact']}>{money(target.targetFen, 'yuan')}</p>
        {why.lines.length > 0 && <Block title={tapeTitle}><FormulaTape explanation={why} onOpen={(part, title) => openDrill(part.drill, name(title), part)} /></Block>}
        {target.gapFen !== null && target.gapFen !== 0 && <Block title={t(target.gapFen > 0 ? 'targets.unallocated' : target.buffer ? 'targets.buffer' : 'targets.mismatch')}>{line('split')}</Block>}
        {why.above && <Block title={t('drill.level')}><LevelAbove above={why.above} /></Block>}
        <Block title={t('targets.actualOf', { period: period(figures.period.key) })}>
          {line('actual')}
          {line('attainment')}
          <PaceBar done={target.attainment} time={figures.time.progress} status={target.status} />
          {line('time', <small> {t('targets.elapsed', { elapsed: number(figures.time.elapsed), total: number(figures.time.workingDays) })}</small>)}
          {figures.time.estimated && <p className={styles['quiet']}>{t('targets.daysEstimated')}</p>}
          {line('pace', <> <StatusWord status={target.status} /></>)}
          {line('gap')}
          {figures.partial && line('forecast')}
          {figures.partial && line('perDay')}
          {line('lastYear')}
          {line('growth')}
          {line('yearProgress')}
        </Block>
        {why.plan && (
          <Block title={t('drill.planVersion')}>
            <PlanVersion plan={why.plan} />
            {plan?.committed && <p className={styles['quiet']}>{t(plan.changedCells.some((cell) => cell.nodeId === node.nodeId) ? 'targets.planWorkingChanged' : 'targets.planWorkingSame')}</p>}
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
