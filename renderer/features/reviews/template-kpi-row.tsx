import { ActionIcon } from '@mantine/core';
import { IconPencil, IconTrash } from '@tabler/icons-react';
import { memo } from 'react';
import { curveLine } from '@shared/domain/performance/curve-line';
import type { Kpi } from '@shared/records/scorecard-template';
import { CurveSpark } from '@renderer/charts/curve-spark';
import { useMessages } from '@renderer/i18n/use-messages';
import { writeDecimalText } from './decimal-text';
import { DecimalField } from './decimal-field';
import { hasReadableCurve } from './has-readable-curve';
import { kpiTargetUnit } from './kpi-target-unit';
import styles from './templates.module.css';

interface TemplateKpiRowProps {
  readonly kpi: Kpi;
  /** The last KPI of a section stays. */
  readonly isOnly: boolean;
  readonly at: number;
  readonly onWeight: (at: number, weight: number) => void;
  readonly onOpen: (at: number) => void;
  readonly onRemove: (at: number) => void;
}

/** A KPI at a glance; its weight is typed here, everything else in its dialog. */
export const TemplateKpiRow = memo(function TemplateKpiRow({ kpi, at, isOnly, onWeight, onOpen, onRemove }: TemplateKpiRowProps) {
  const { t } = useMessages();
  return (
    <tr>
      <td className={styles['kpi']}>{kpi.name}</td>
      <td className={styles['quiet']}>{t(`templates.measure_${kpi.measure}`)}</td>
      <td className={styles['quiet']}>{t(`templates.direction_${kpi.direction}`)}</td>
      <td data-numeric><Target kpi={kpi} /></td>
      <td className={styles['curve']} title={t(`templates.curve_${kpi.curve.kind}`)}>
        {hasReadableCurve(kpi.curve) && <CurveSpark line={curveLine(kpi.curve)} attainment={null} score={null} width={56} height={18} unit="px" />}
      </td>
      <td data-numeric><DecimalField labelHidden label={t('templates.kpiWeight', { name: kpi.name })} value={kpi.weight} shift={2} onValue={(weight) => onWeight(at, weight ?? Number.NaN)} /></td>
      <td data-numeric>
        <ActionIcon size={24} aria-label={t('templates.editKpi', { name: kpi.name })} onClick={() => onOpen(at)}><IconPencil size={16} stroke={1.75} aria-hidden /></ActionIcon>
        <ActionIcon size={24} disabled={isOnly} aria-label={t('templates.removeKpi', { name: kpi.name })} onClick={() => onRemove(at)}><IconTrash size={16} stroke={1.75} aria-hidden /></ActionIcon>
      </td>
    </tr>
  );
});

function Target({ kpi }: { readonly kpi: Kpi }) {
  const { t } = useMessages();
  const unit = kpiTargetUnit(kpi.measure);
  if (unit === null) return <span className={styles['quiet']}>{t(kpi.measure === 'manual' ? 'templates.targetTyped' : 'templates.targetFromPlan')}</span>;
  const text = writeDecimalText(kpi.target, unit.shift);
  return text === '' ? '–' : `${text} ${t(unit.unit)}`;
}
