import { type TemplateIssue, checkTemplate } from '@shared/domain/performance/check-template';
import { sameJson } from '@shared/kernel/same-json';
import { type Result, err, ok } from '@shared/kernel/result';
import type { ScorecardTemplate } from '@shared/records/scorecard-template';
import { defaultCommissionPlan } from '../../resources/templates/commission-plans';
import { type TemplateLanguage, defaultScorecardTemplates } from '../../resources/templates/scorecard-templates';
import { commitChangeSet } from './change-sets';
import type { Workspace } from './workspace';

/** Puts the ready templates and the tier plan into the workspace, named in a language; those already there stay as they are. */
export async function installTemplates(ws: Workspace, language: TemplateLanguage): Promise<void> {
  await commitChangeSet(ws, { kind: 'setup', label: { key: 'template_install', params: {} } }, async (writer) => {
    for (const template of defaultScorecardTemplates(language)) {
      if (!(await writer.get('scorecardTemplates', template.id))) await writer.put('scorecardTemplates', template);
    }
    const plan = defaultCommissionPlan(language);
    if (!(await writer.get('commissionPlans', plan.id))) await writer.put('commissionPlans', plan);
  });
}

/**
 * Keeps a template. An active one must be exact (see checkTemplate); a draft may be off. A version that a cycle is scored
 * with never changes: saving it makes the next version, which takes its place for new cycles. Answers the id it stands under.
 */
export async function saveTemplate(ws: Workspace, template: ScorecardTemplate): Promise<Result<{ templateId: string }, TemplateIssue[]>> {
  const issues = template.active ? checkTemplate(template) : [];
  if (issues.length > 0) return err(issues);
  let templateId = template.id;
  await commitChangeSet(ws, { kind: 'edit', label: { key: 'template_save', params: { name: template.name } } }, async (writer) => {
    const stored = await writer.get('scorecardTemplates', template.id);
    const isUsed = (await writer.list('reviewCycles')).some((cycle) => cycle.templateId === template.id);
    if (!stored || !isUsed || sameJson(stored, template)) return writer.put('scorecardTemplates', template);
    const family = familyOf(template.id);
    const versions = (await writer.list('scorecardTemplates')).filter(({ id }) => familyOf(id) === family).map(({ version }) => version);
    const version = Math.max(...versions) + 1;
    templateId = `${family}/v${version}`;
    if (template.active) await writer.patch('scorecardTemplates', template.id, { active: false });
    await writer.put('scorecardTemplates', { ...template, id: templateId, version });
  });
  return ok({ templateId });
}

/** Versions of one template share what stands before `/v1`, `/v2` … */
const familyOf = (templateId: string): string => templateId.replace(/\/v\d+$/, '');
