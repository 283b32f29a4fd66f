import { Button } from '@mantine/core';
import { IconChartBar, IconTargetArrow } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import type { Figures, NodeFigures } from '@shared/contracts/figures';
import { drillFor } from '@shared/domain/figures/drills';
import { type MoneyUnit, unitOfAll } from '@renderer/i18n/formats';
import { useFormats } from '@renderer/i18n/use-formats';
import { useMessages } from '@renderer/i18n/use-messages';
import { Figure } from '@renderer/parts/figure';
import { type Column, DataTable } from '@renderer/ui/data-table';
import { EmptyState } from '@renderer/ui/empty-state';
import { PaceBar } from '@renderer/ui/pace-bar';
import { Panel } from '@renderer/ui/panel';
import { StatusWord } from '@renderer/ui/status-word';
import { useGo } from './use-go';
import styles from './home.module.css';

/** 完成进度 against 时间进度 of the scope and what is right below it; each figure opens its rows, each name the place below. */
export function ProgressPanel({ figures }: { readonly figures: Figures }) {
  const { t } = useMessages();
  const { period, percent, unitName, unit: unitInUse } = useFormats();
  const rows = figures.nodes.filter(({ depth }) => depth <= 1);
  const unit = unitInUse(unitOfAll(rows.flatMap(({ target }) => [target.targetFen, target.actualFen])));
  const hasFacts = figures.data.firstMonth !== null || figures.counts.opportunities > 0;
  return (
    <Panel
      title={t('home.progress', { period: period(figures.period.key) })}
      note={t('home.progressNote', { measure: t(`home.${figures.measure}`), unit: unitName(unit) })}
      actions={
        <span className={styles['legend']}>
          <i aria-hidden />{t('home.done')}
          <u aria-hidden />{t('home.timeGone', { value: percent(figures.time.progress) })}
        </span>
      }
      className={styles['panel'] ?? ''}
    >
      {hasFacts || figures.plan ? <ProgressTable figures={figures} rows={rows} unit={unit} /> : <NoData />}
      {hasFacts && figures.plan === null && <NoPlan figures={figures} />}
    </Panel>
  );
}

function ProgressTable({ figures, rows, unit }: { readonly figures: Figures; readonly rows: readonly NodeFigures[]; readonly unit: MoneyUnit }) {
  const { t } = useMessages();
  const { amount, percent, period } = useFormats();
  const nameOf = (node: NodeFigures) => (node.kind === 'unassigned' ? t('home.unassigned') : node.name);
  const actual = (node: NodeFigures, text: string, what: string) => (
    <Figure name={[nameOf(node), period(figures.period.key), what].join(' · ')} drill={drillFor(node, 'actual', figures.period, figures.measure)}>{text}</Figure>
  );
  const columns: Column<NodeFigures>[] = [
    { key: 'name', head: t('home.scope'), cell: (node) => <ScopeName node={node} name={nameOf(node)} /> },
    { key: 'target', head: t('home.target'), numeric: true, width: 84, cell: ({ target }) => amount(target.targetFen, unit) },
    { key: 'actual', head: t('home.actual'), numeric: true, width: 84, cell: (node) => actual(node, amount(node.target.actualFen, unit), t('home.actual')) },
    { key: 'done', head: t('home.attainment'), numeric: true, width: 66, cell: (node) => <b>{actual(node, percent(node.target.attainment), t('home.attainment'))}</b> },
    { key: 'bar', head: t('home.doneOfTime'), cell: ({ target }) => <PaceBar done={target.attainment} time={target.attainment === null ? null : figures.time.progress} status={target.status} /> },
    { key: 'pace', head: t('home.pace'), numeric: true, width: 64, cell: ({ target }) => percent(target.pace) },
    { key: 'forecast', head: t('home.forecast'), numeric: true, width: 84, cell: (node) => actual(node, amount(node.target.forecastFen, unit), t('home.forecast')) },
    { key: 'needed', head: t('home.neededPerDay'), numeric: true, width: 78, cell: ({ target }) => amount(target.requiredPerDayFen, unit) },
    { key: 'status', head: t('home.status'), width: 102, cell: ({ target }) => <StatusWord status={target.status} /> },
  ];
  return <DataTable tall label={t('home.doneOfTime')} columns={columns} rows={rows} rowKey={({ nodeId }) => nodeId} rowKind={({ depth }) => (depth === 0 ? 'sum' : 'plain')} />;
}

/** Goes one step down the tree; the scope itself goes nowhere. */
function ScopeName({ node, name }: { readonly node: NodeFigures; readonly name: string }) {
  if (node.depth === 0 || node.kind === 'unassigned') return <>{name}</>;
  return <Link className={styles['name']} to="." search={(previous: object) => ({ ...previous, scope: node.nodeId })}>{name}</Link>;
}

function NoData() {
  const { t } = useMessages();
  const go = useGo();
  return <EmptyState icon={IconChartBar} title={t('home.noData')} action={<Button variant="filled" onClick={() => go({ to: '/data' })}>{t('home.importData')}</Button>}>{t('home.noDataNext')}</EmptyState>;
}

function NoPlan({ figures }: { readonly figures: Figures }) {
  const { t } = useMessages();
  const { period } = useFormats();
  const go = useGo();
  return (
    <p className={styles['lead']}>
      <IconTargetArrow size={16} stroke={1.75} aria-hidden />
      <span>{t('home.noPlan', { period: period(figures.period.key) })}</span>
      <Button size="compact-xs" onClick={() => go({ to: '/targets' })}>{t('home.makePlan')}</Button>
    </p>
  );
}
