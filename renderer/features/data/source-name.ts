import type { Translate } from '@renderer/i18n/i18n';

const known = ['fxiaoke', 'zoho', 'salesforce', 'hubspot', 'kingdee', 'yonyou', 'table'] as const;

/** The source system as people call it; one that a shared preset brought along goes by its own name. */
export function sourceName(t: Translate, source: string): string {
  const found = known.find((name) => name === source);
  return found === undefined ? source : t(`imports.source_${found}`);
}
