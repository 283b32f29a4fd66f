import { Button, Modal, Select, TextInput } from '@mantine/core';
import { type Kpi, kpiMeasureSchema } from '@shared/records/scorecard-template';
import { useMessages } from '@renderer/i18n/use-messages';
import { SegmentedTabs } from '@renderer/ui/segmented-tabs';
import { CurveFields } from './curve-fields';
import { DecimalField } from './decimal-field';
import { kpiTargetUnit } from './kpi-target-unit';
import { withMeasure } from './template-draft';
import styles from './templates.module.css';

interface KpiDialogProps {
  /** Null = closed. */
  readonly kpi: Kpi | null;
  readonly onChange: (kpi: Kpi) => void;
  readonly onClose: () => void;
}

/** Everything about one KPI; changes go into the template's draft at once. */
export function KpiDialog({ kpi, onChange, onClose }: KpiDialogProps) {
  const { t } = useMessages();
  return (
    <Modal opened={kpi !== null} onClose={onClose} title={kpi ? t('templates.editKpi', { name: kpi.name }) : ''} size={640} closeButtonProps={{ 'aria-label': t('templates.close') }}>
      {kpi && (
        <div className={styles['form']}>
          <KpiFields kpi={kpi} onChange={onChange} />
          <CurveFields curve={kpi.curve} onChange={(curve) => onChange({ ...kpi, curve })} />
          <div className={styles['buttons']}><Button onClick={onClose}>{t('templates.done')}</Button></div>
        </div>
      )}
    </Modal>
  );
}

function KpiFields({ kpi, onChange }: { readonly kpi: Kpi; readonly onChange: (kpi: Kpi) => void }) {
  const { t } = useMessages();
  const unit = kpiTargetUnit(kpi.measure);
  return (
    <div className={styles['kpiFields']}>
      <TextInput data-autofocus label={t('templates.kpiName')} value={kpi.name} maxLength={200} error={kpi.name.trim() === ''} onChange={(event) => onChange({ ...kpi, name: event.currentTarget.value })} />
      <Select
        label={t('templates.measure')}
        data={kpiMeasureSchema.options.map((measure) => ({ value: measure, label: t(`templates.measure_${measure}`) }))}
        value={kpi.measure}
        onChange={(measure) => {
          const picked = kpiMeasureSchema.safeParse(measure);
          if (picked.success) onChange(withMeasure(kpi, picked.data));
        }}
      />
      <div>
        <span className={styles['label']}>{t('templates.direction')}</span>
        <SegmentedTabs label={t('templates.direction')} value={kpi.direction} options={[{ value: 'higher', label: t('templates.direction_higher') }, { value: 'lower', label: t('templates.direction_lower') }]} onChange={(direction) => onChange({ ...kpi, direction })} />
      </div>
      {unit === null
        ? <TextInput label={t('templates.target')} value={t(kpi.measure === 'manual' ? 'templates.targetTyped' : 'templates.targetFromPlan')} disabled />
        : <DecimalField key={kpi.measure} label={t('templates.targetIn', { unit: t(unit.unit) })} value={kpi.target} shift={unit.shift} decimals={unit.decimals} onValue={(target) => onChange({ ...kpi, target })} />}
    </div>
  );
}
