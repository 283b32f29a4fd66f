import { Switch, TextInput } from '@mantine/core';
import { useCallback, useState } from 'react';
import { checkTemplate } from '@shared/domain/performance/check-template';
import { addMonths } from '@shared/kernel/month';
import type { ReviewCycle } from '@shared/records/review-cycle';
import type { Grade, ScorecardTemplate } from '@shared/records/scorecard-template';
import { type TemplateRefusal, saveTemplate, templateRefusals } from '@renderer/data/scorecard-templates';
import { useMessages } from '@renderer/i18n/use-messages';
import { useWorkspace } from '@renderer/parts/workspace-context';
import { Pane } from '@renderer/ui/panes';
import { useSteady } from '@renderer/ui/use-steady';
import { DecimalField } from './decimal-field';
import { KpiDialog } from './kpi-dialog';
import { withKpi } from './template-draft';
import { TemplateEffect } from './template-effect';
import { TemplateFoot } from './template-foot';
import { TemplateGrades } from './template-grades';
import { TemplateSections } from './template-sections';
import { TemplateVersions } from './template-versions';
import styles from './templates.module.css';

interface TemplateEditorProps {
  /** The latest version, as it is kept. */
  readonly stored: ScorecardTemplate;
  /** What is being changed; null = nothing. */
  readonly draft: ScorecardTemplate | null;
  readonly versions: readonly ScorecardTemplate[];
  /** The months that any version has scored. */
  readonly cycles: readonly ReviewCycle[];
  readonly onDraft: (draft: ScorecardTemplate | null) => void;
}

/** One template: name, sections, KPIs, grades and versions. Nothing is kept before it is saved. */
export function TemplateEditor({ stored, draft, versions, cycles, onDraft }: TemplateEditorProps) {
  const { t } = useMessages();
  const workspace = useWorkspace();
  const [openKpi, setOpenKpi] = useState<{ sectionAt: number; kpiAt: number } | null>(null);
  const [refused, setRefused] = useState<readonly TemplateRefusal[]>([]);
  const template = draft ?? stored;
  const isUsed = cycles.some((cycle) => cycle.templateId === stored.id);
  const scored = cycles.map(({ month }) => month).sort();
  const lastScored = scored.at(-1) ?? null;

  const change = useSteady((update: (now: ScorecardTemplate) => ScorecardTemplate) => {
    const next = update(template);
    setRefused([]);
    // The first change to a version that has scored begins the next one, which needs a month and a reason of its own.
    const begins = draft === null && isUsed && lastScored !== null;
    onDraft(begins ? { ...next, fromMonth: addMonths(lastScored, 1), reason: '' } : next);
  });
  const changeGrades = useCallback((grades: Grade[]) => change((now) => ({ ...now, grades })), [change]);
  const openKpiAt = useCallback((sectionAt: number, kpiAt: number) => setOpenKpi({ sectionAt, kpiAt }), []);
  const keep = async (next: ScorecardTemplate) => {
    const answer = await saveTemplate(workspace, next);
    setRefused(answer.ok ? [] : answer.error);
    if (answer.ok) onDraft(null);
  };
  const live = draft === null ? refused : templateRefusals(draft, scored);
  const kpi = openKpi && template.sections[openKpi.sectionAt]?.kpis[openKpi.kpiAt];
  const nextVersion = Math.max(...versions.map(({ version }) => version)) + 1;
  const foot = (
    <TemplateFoot
      clean={draft === null}
      refusals={live}
      lacking={template.active || live.length > 0 ? [] : checkTemplate(template)}
      saveLabel={isUsed ? t('templates.saveAs', { version: nextVersion }) : t('templates.save')}
      onSave={() => void keep(template)}
      onDiscard={() => onDraft(null)}
    />
  );
  return (
    <Pane label={stored.name} foot={foot}>
      <div className={styles['editor']}>
        <div className={styles['head']}>
          <TextInput label={t('templates.name')} value={template.name} maxLength={200} error={template.name.trim() === ''} onChange={({ currentTarget: { value: name } }) => change((now) => ({ ...now, name }))} />
          <DecimalField label={t('templates.threshold')} description={t('templates.thresholdHint')} value={template.threshold} onValue={(threshold) => change((now) => ({ ...now, threshold: threshold ?? Number.NaN }))} />
          {/* Taking a template into use or out of it changes no score, so it makes no version. */}
          <Switch label={t('templates.active')} checked={template.active} onChange={({ currentTarget: { checked: active } }) => (draft === null ? void keep({ ...stored, active }) : change((now) => ({ ...now, active })))} />
        </div>
        {draft !== null && lastScored !== null && <TemplateEffect draft={draft} isUsed={isUsed} lastScored={lastScored} onChange={(fields) => change((now) => ({ ...now, ...fields }))} />}
        <TemplateSections label={stored.name} sections={template.sections} onChange={change} onOpenKpi={openKpiAt} />
        <div className={styles['blocks']}>
          <TemplateGrades grades={template.grades} onChange={changeGrades} />
          <TemplateVersions versions={versions} cycles={cycles} />
        </div>
      </div>
      <KpiDialog kpi={kpi ?? null} onClose={() => setOpenKpi(null)} onChange={(next) => openKpi && change((now) => withKpi(now, openKpi.sectionAt, openKpi.kpiAt, next))} />
    </Pane>
  );
}
