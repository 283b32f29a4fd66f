import type { YearMonth } from '../../kernel/month';
import type { ScorecardTemplate } from '../../records/scorecard-template';

/** Versions of one template share what stands before `/v1`, `/v2` … of their ids. */
export const templateFamily = (templateId: string): string => templateId.replace(/\/v\d+$/, '');

/**
 * The templates a month can be scored with, in the order of their families: of each family the latest active version that
 * takes effect in that month or before. None active: []. Source: performance.md «KPI set changes … take effect from a period».
 */
export function templatesInForce(templates: readonly ScorecardTemplate[], month: YearMonth): ScorecardTemplate[] {
  const latest = new Map<string, ScorecardTemplate>();
  for (const template of templates) {
    if (!template.active || (template.fromMonth ?? month) > month) continue;
    const family = templateFamily(template.id);
    if (template.version > (latest.get(family)?.version ?? 0)) latest.set(family, template);
  }
  return [...latest.values()];
}

/** Of each family the latest version, active or not: what is shown and changed. */
export function latestTemplates(templates: readonly ScorecardTemplate[]): ScorecardTemplate[] {
  const latest = new Map<string, ScorecardTemplate>();
  for (const template of templates) {
    const family = templateFamily(template.id);
    if (template.version > (latest.get(family)?.version ?? 0)) latest.set(family, template);
  }
  return [...latest.values()];
}
