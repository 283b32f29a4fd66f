import { ActionIcon, Button, Select } from '@mantine/core';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import { curveLine } from '@shared/domain/performance/curve-line';
import type { Curve } from '@shared/records/scorecard-template';
import { CurvePlot } from '@renderer/charts/curve-plot';
import { useFormats } from '@renderer/i18n/use-formats';
import { useMessages } from '@renderer/i18n/use-messages';
import { DecimalField } from './decimal-field';
import { hasReadableCurve } from './has-readable-curve';
import { startOf } from './template-draft';
import styles from './templates.module.css';

type Points = Extract<Curve, { kind: 'interpolate' }>['points'];

const KINDS = ['linearCapped', 'thresholdTargetStretch', 'interpolate', 'banded'] as const;
const RANGE = [0, 1.5] as const;

/** The one editor of curves: kind, numbers, and the picture they make. */
export function CurveFields({ curve, onChange }: { readonly curve: Curve; readonly onChange: (curve: Curve) => void }) {
  const { t } = useMessages();
  const { percent, number } = useFormats();
  if (curve.kind === 'manual') return <p className={styles['quiet']}>{t('templates.curveManualNote')}</p>;
  const line = hasReadableCurve(curve) ? curveLine(curve, ...RANGE) : [];
  const points = line.map(([attainment, score]) => t('templates.plotPoint', { attainment: percent(attainment, 0), score: number(score) }));
  return (
    <div className={styles['curveEditor']}>
      <div className={styles['form']}>
        <Select
          label={t('templates.curveKind')}
          data={KINDS.map((kind) => ({ value: kind, label: t(`templates.curve_${kind}`) }))}
          value={curve.kind}
          onChange={(kind) => {
            const picked = KINDS.find((one) => one === kind);
            if (picked && picked !== curve.kind) onChange(startOf(picked));
          }}
        />
        {curve.kind === 'linearCapped' && (
          <div className={styles['pair']}>
            <DecimalField label={t('templates.floor')} value={curve.floor} onValue={(floor) => onChange({ ...curve, floor: floor ?? Number.NaN })} />
            <DecimalField label={t('templates.cap')} value={curve.cap} onValue={(cap) => onChange({ ...curve, cap: cap ?? Number.NaN })} />
          </div>
        )}
        {(curve.kind === 'interpolate' || curve.kind === 'thresholdTargetStretch') && (
          <PointFields points={curve.points} least={curve.kind === 'interpolate' ? 2 : null} onChange={(next) => onChange({ ...curve, points: next })} />
        )}
        {curve.kind === 'banded' && <PointFields points={curve.bands} least={1} onChange={(bands) => onChange({ ...curve, bands })} />}
      </div>
      <CurvePlot line={line} width={264} height={176} label={t('templates.plot', { points: points.join(' · ') })} />
    </div>
  );
}

interface PointFieldsProps {
  readonly points: Points;
  /** How many points must stay; null = neither more nor fewer. */
  readonly least: number | null;
  readonly onChange: (points: Points) => void;
}

function PointFields({ points, least, onChange }: PointFieldsProps) {
  const { t } = useMessages();
  const set = (at: number, point: Points[number]) => onChange(points.map((one, index) => (index === at ? point : one)));
  return (
    <div className={styles['points']}>
      <div className={styles['pointHead']} aria-hidden><span>{t('templates.pointAttainment')}</span><span>{t('templates.pointScore')}</span></div>
      {points.map(([attainment, score], at) => (
        <div key={at} className={styles['point']}>
          <DecimalField labelHidden label={t('templates.pointAttainmentOf', { n: at + 1 })} value={attainment} shift={-2} onValue={(x) => set(at, [x ?? Number.NaN, score])} />
          <DecimalField labelHidden label={t('templates.pointScoreOf', { n: at + 1 })} value={score} onValue={(y) => set(at, [attainment, y ?? Number.NaN])} />
          {least === null
            ? <span />
            : <ActionIcon size={24} disabled={points.length <= least} aria-label={t('templates.removePoint', { n: at + 1 })} onClick={() => onChange(points.filter((_, index) => index !== at))}><IconTrash size={16} stroke={1.75} aria-hidden /></ActionIcon>}
        </div>
      ))}
      {least !== null && <Button size="compact-xs" variant="subtle" leftSection={<IconPlus size={14} stroke={1.75} aria-hidden />} onClick={() => onChange([...points, [Number.NaN, Number.NaN]])}>{t('templates.addPoint')}</Button>}
    </div>
  );
}
