import { type TemplateIssue, checkTemplate } from '@shared/domain/performance/check-template';
import { templateFamily } from '@shared/domain/performance/template-in-force';
import { uuidV7 } from '@shared/kernel/id';
import type { YearMonth } from '@shared/kernel/month';
import { sameJson } from '@shared/kernel/same-json';
import { type Result, err, ok } from '@shared/kernel/result';
import { type Kpi, type ScorecardTemplate, scorecardTemplateSchema } from '@shared/records/scorecard-template';
import { defaultCommissionPlan } from '../../resources/templates/commission-plans';
import { type LibraryKpi, kpiLibrary } from '../../resources/templates/kpi-library';
import { type TemplateLanguage, defaultScorecardTemplates } from '../../resources/templates/scorecard-templates';
import { commitChangeSet } from './change-sets';
import type { ChangeWriter } from './change-writer';
import type { Workspace } from './workspace';

export type TemplateRefusal =
  | TemplateIssue
  /** Something is blank or cannot be read. */
  | { readonly code: 'template.incomplete' }
  /** A version that takes the place of another says why. */
  | { readonly code: 'template.reasonMissing' }
  /** The template has scored this month already, so a change takes effect after it. */
  | { readonly code: 'template.monthScored'; readonly month: YearMonth };

/** Puts the ready templates and the tier plan into the workspace, named in a language; those already there stay as they are. */
export async function installTemplates(ws: Workspace, language: TemplateLanguage): Promise<void> {
  await commitChangeSet(ws, { kind: 'setup', label: { key: 'template_install', params: {} } }, (writer) => putReadyTemplates(writer, language));
}

/** The same as part of another change-set. */
export async function putReadyTemplates(writer: ChangeWriter, language: TemplateLanguage): Promise<void> {
  for (const template of defaultScorecardTemplates(language)) {
    if (!(await writer.get('scorecardTemplates', template.id))) await writer.put('scorecardTemplates', template);
  }
  const plan = defaultCommissionPlan(language);
  if (!(await writer.get('commissionPlans', plan.id))) await writer.put('commissionPlans', plan);
}

/** The ready KPIs in a language, without weight, to build a scorecard from. */
export function readyKpis(language: TemplateLanguage): Kpi[] {
  return Object.values<LibraryKpi>(kpiLibrary).map(({ names, ...kpi }) => ({ ...kpi, name: names[language], weight: 0 }));
}

/**
 * Keeps a template. An active one must be exact (see checkTemplate); a draft may be off. A version that a cycle is scored
 * with never changes: saving it makes the next version, which says why and takes effect after the last month scored.
 * Taking an active template out of use takes all its versions out. Answers the id it stands under.
 */
export async function saveTemplate(ws: Workspace, draft: ScorecardTemplate): Promise<Result<{ templateId: string }, TemplateRefusal[]>> {
  const parsed = scorecardTemplateSchema.safeParse(draft);
  if (!parsed.success) return err([{ code: 'template.incomplete' }]);
  const template = parsed.data;
  const issues = template.active ? checkTemplate(template) : [];
  if (issues.length > 0) return err(issues);
  let templateId = template.id;
  let refusals: TemplateRefusal[] = [];
  await commitChangeSet(ws, { kind: 'edit', label: { key: 'template_save', params: { name: template.name } } }, async (writer) => {
    const stored = await writer.get('scorecardTemplates', template.id);
    const family = (await writer.list('scorecardTemplates')).filter(({ id }) => templateFamily(id) === templateFamily(template.id));
    if (stored?.active === true && !template.active) {
      for (const { id } of family) await writer.patch('scorecardTemplates', id, { active: false });
    }
    const cycles = (await writer.list('reviewCycles')).filter((cycle) => templateFamily(cycle.templateId) === templateFamily(template.id));
    const isUsed = cycles.some((cycle) => cycle.templateId === template.id);
    // Parsed, since a row of an earlier program may lack what is new.
    if (stored && isUsed && sameJson({ ...scorecardTemplateSchema.parse(stored), active: template.active }, template)) return writer.put('scorecardTemplates', template);
    refusals = effectRefusals(template, cycles.map(({ month }) => month));
    if (refusals.length > 0) return;
    if (!isUsed) return writer.put('scorecardTemplates', template);
    const version = Math.max(...family.map((one) => one.version)) + 1;
    templateId = `${templateFamily(template.id)}/v${version}`;
    await writer.put('scorecardTemplates', { ...template, id: templateId, version });
  });
  return refusals.length === 0 ? ok({ templateId }) : err(refusals);
}

/** Why a changed draft would not be kept, given the months that the template has scored; [] = it would be. */
export function templateRefusals(draft: ScorecardTemplate, scored: readonly YearMonth[]): TemplateRefusal[] {
  if (!scorecardTemplateSchema.safeParse(draft).success) return [{ code: 'template.incomplete' }];
  return [...(draft.active ? checkTemplate(draft) : []), ...effectRefusals(draft, scored)];
}

function effectRefusals({ fromMonth, reason }: ScorecardTemplate, scored: readonly YearMonth[]): TemplateRefusal[] {
  const last = scored.toSorted().at(-1);
  if (last === undefined) return [];
  return [
    ...(fromMonth === null || fromMonth <= last ? [{ code: 'template.monthScored', month: last } as const] : []),
    ...(reason.trim() === '' ? [{ code: 'template.reasonMissing' } as const] : []),
  ];
}

/** A new template from another, as a draft that is not in use; answers its id. Throws if there is none to copy. */
export async function copyTemplate(ws: Workspace, templateId: string, name: string): Promise<string> {
  const id = `template-${uuidV7(ws.now(), ws.random(10))}/v1`;
  await commitChangeSet(ws, { kind: 'edit', label: { key: 'template_copy', params: { name } } }, async (writer) => {
    const source = await writer.get('scorecardTemplates', templateId);
    if (!source) throw new Error(`There is no template ${templateId}`);
    await writer.put('scorecardTemplates', { ...source, id, name, version: 1, fromMonth: null, reason: '', active: false });
  });
  return id;
}
