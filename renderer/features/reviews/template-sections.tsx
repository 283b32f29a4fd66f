import { ActionIcon, Button, TextInput } from '@mantine/core';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import { memo, useCallback } from 'react';
import type { Kpi, ScorecardTemplate, Section } from '@shared/records/scorecard-template';
import { useMessages } from '@renderer/i18n/use-messages';
import { AddKpiMenu } from './add-kpi-menu';
import { DecimalField } from './decimal-field';
import { addKpi, addSection, removeKpi, removeSection, withKpi, withSection } from './template-draft';
import { TemplateKpiRow } from './template-kpi-row';
import { WeightSum } from './weight-sum';
import styles from './templates.module.css';

/** Changes the template in hand, whatever it is by then. */
type Change = (update: (now: ScorecardTemplate) => ScorecardTemplate) => void;

interface TemplateSectionsProps {
  readonly label: string;
  readonly sections: readonly Section[];
  readonly onChange: Change;
  readonly onOpenKpi: (sectionAt: number, kpiAt: number) => void;
}

/** Sections and their KPIs; weights are typed in place, their sums stand beside them. A key draws only the row it is typed in. */
export const TemplateSections = memo(function TemplateSections({ label, sections, onChange, onOpenKpi }: TemplateSectionsProps) {
  const { t } = useMessages();
  return (
    <table className={styles['card']} aria-label={label}>
      <colgroup>
        <col /><col className={styles['measure']} /><col className={styles['direction']} /><col className={styles['target']} /><col className={styles['curve']} /><col className={styles['weight']} /><col className={styles['actions']} />
      </colgroup>
      <thead>
        <tr>
          <th scope="col">{t('templates.kpi')}</th>
          <th scope="col">{t('templates.measure')}</th>
          <th scope="col">{t('templates.direction')}</th>
          <th scope="col" data-numeric>{t('templates.target')}</th>
          <th scope="col" className={styles['curve']}>{t('templates.curve')}</th>
          <th scope="col" data-numeric>{t('templates.weight')} %</th>
          <td />
        </tr>
      </thead>
      {sections.map((section, at) => <SectionBody key={section.id} section={section} at={at} isOnly={sections.length === 1} onChange={onChange} onOpenKpi={onOpenKpi} />)}
      <tfoot>
        <tr className={styles['sum']}>
          <td><Button size="compact-xs" variant="subtle" leftSection={<IconPlus size={14} stroke={1.75} aria-hidden />} onClick={() => onChange((now) => addSection(now, t('templates.newSection'), t('templates.newKpi')))}>{t('templates.addSection')}</Button></td>
          <td colSpan={6}><span>{t('templates.sectionsSum')}</span><WeightSum parts={sections} /></td>
        </tr>
      </tfoot>
    </table>
  );
});

interface SectionBodyProps {
  readonly section: Section;
  readonly at: number;
  readonly isOnly: boolean;
  readonly onChange: Change;
  readonly onOpenKpi: (sectionAt: number, kpiAt: number) => void;
}

const SectionBody = memo(function SectionBody({ section, at, isOnly, onChange, onOpenKpi }: SectionBodyProps) {
  const { t } = useMessages();
  const changeKpi = useCallback((kpiAt: number, weight: number) => onChange((now) => withKpi(now, at, kpiAt, { weight })), [onChange, at]);
  const openKpi = useCallback((kpiAt: number) => onOpenKpi(at, kpiAt), [onOpenKpi, at]);
  const dropKpi = useCallback((kpiAt: number) => onChange((now) => removeKpi(now, at, kpiAt)), [onChange, at]);
  const add = useCallback((kpi: Kpi) => onChange((now) => addKpi(now, at, kpi)), [onChange, at]);
  return (
    <tbody>
      <SectionRow section={section} isOnly={isOnly} onChange={(fields) => onChange((now) => withSection(now, at, fields))} onRemove={() => onChange((now) => removeSection(now, at))} />
      {section.kpis.map((kpi, kpiAt) => (
        <TemplateKpiRow key={kpi.id} kpi={kpi} at={kpiAt} isOnly={section.kpis.length === 1} onWeight={changeKpi} onOpen={openKpi} onRemove={dropKpi} />
      ))}
      <tr className={styles['sum']}>
        <td><AddKpiMenu onAdd={add} /></td>
        <td colSpan={6}><span>{t('templates.kpisSum', { name: section.name })}</span><WeightSum parts={section.kpis} /></td>
      </tr>
    </tbody>
  );
});

interface SectionRowProps {
  readonly section: Section;
  readonly isOnly: boolean;
  readonly onChange: (fields: Partial<Section>) => void;
  readonly onRemove: () => void;
}

function SectionRow({ section, isOnly, onChange, onRemove }: SectionRowProps) {
  const { t } = useMessages();
  return (
    <tr className={styles['section']}>
      <th scope="rowgroup" colSpan={5}>
        <TextInput className={styles['sectionName'] ?? ''} aria-label={t('templates.sectionName')} value={section.name} maxLength={200} error={section.name.trim() === ''} onChange={(event) => onChange({ name: event.currentTarget.value })} />
      </th>
      <td data-numeric><DecimalField labelHidden label={t('templates.sectionWeight', { name: section.name })} value={section.weight} shift={2} onValue={(weight) => onChange({ weight: weight ?? Number.NaN })} /></td>
      <td data-numeric>
        <ActionIcon size={24} disabled={isOnly} aria-label={t('templates.removeSection', { name: section.name })} onClick={onRemove}><IconTrash size={16} stroke={1.75} aria-hidden /></ActionIcon>
      </td>
    </tr>
  );
}
