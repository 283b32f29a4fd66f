import { ActionIcon, Button, TextInput } from '@mantine/core';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import type { ScorecardTemplate, Section } from '@shared/records/scorecard-template';
import { useMessages } from '@renderer/i18n/use-messages';
import { AddKpiMenu } from './add-kpi-menu';
import { DecimalField } from './decimal-field';
import { addKpi, addSection, removeKpi, removeSection, withKpi, withSection } from './template-draft';
import { TemplateKpiRow } from './template-kpi-row';
import { WeightSum } from './weight-sum';
import styles from './templates.module.css';

interface TemplateSectionsProps {
  readonly template: ScorecardTemplate;
  readonly onChange: (template: ScorecardTemplate) => void;
  readonly onOpenKpi: (sectionAt: number, kpiAt: number) => void;
}

/** Sections and their KPIs; weights are typed in place, their sums stand beside them. */
export function TemplateSections({ template, onChange, onOpenKpi }: TemplateSectionsProps) {
  const { t } = useMessages();
  return (
    <table className={styles['card']} aria-label={template.name}>
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
      {template.sections.map((section, at) => (
        <tbody key={section.id}>
          <SectionRow section={section} isOnly={template.sections.length === 1} onChange={(fields) => onChange(withSection(template, at, fields))} onRemove={() => onChange(removeSection(template, at))} />
          {section.kpis.map((kpi, kpiAt) => (
            <TemplateKpiRow
              key={kpi.id} kpi={kpi} isOnly={section.kpis.length === 1}
              onWeight={(weight) => onChange(withKpi(template, at, kpiAt, { weight }))}
              onOpen={() => onOpenKpi(at, kpiAt)}
              onRemove={() => onChange(removeKpi(template, at, kpiAt))}
            />
          ))}
          <tr className={styles['sum']}>
            <td><AddKpiMenu onAdd={(kpi) => onChange(addKpi(template, at, kpi))} /></td>
            <td colSpan={6}><span>{t('templates.kpisSum', { name: section.name })}</span><WeightSum parts={section.kpis} /></td>
          </tr>
        </tbody>
      ))}
      <tfoot>
        <tr className={styles['sum']}>
          <td><Button size="compact-xs" variant="subtle" leftSection={<IconPlus size={14} stroke={1.75} aria-hidden />} onClick={() => onChange(addSection(template, t('templates.newSection'), t('templates.newKpi')))}>{t('templates.addSection')}</Button></td>
          <td colSpan={6}><span>{t('templates.sectionsSum')}</span><WeightSum parts={template.sections} /></td>
        </tr>
      </tfoot>
    </table>
  );
}

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
