import type { ExchangeRate, SourceRule, TaxBasis } from '@shared/records/source-rule';
import { commitChangeSet } from './change-sets';
import type { Workspace } from './workspace';

/** Says whether a source's amounts hold tax (null = not said): proposed for its next file. What was imported stays as it was read. */
export const setTaxBasis = (ws: Workspace, source: string, taxBasis: TaxBasis | null): Promise<void> => changeRule(ws, source, { key: 'source_tax', params: { name: source } }, { taxBasis });

/** Keeps what one unit of each foreign currency comes to, proposed for the source's next file. Throws InvalidRecord for a rate that is none. */
export const setRates = (ws: Workspace, source: string, rates: readonly ExchangeRate[]): Promise<void> => changeRule(ws, source, { key: 'source_rates', params: { name: source } }, { rates: [...rates] });

/** Forgets the mapping remembered for one header: its next file is recognised anew. Nothing that was imported changes. */
export async function forgetMapping(ws: Workspace, profileId: string, source: string): Promise<void> {
  await commitChangeSet(ws, { kind: 'edit', label: { key: 'source_forget', params: { name: source } } }, (writer) => writer.remove('sourceProfiles', profileId));
}

async function changeRule(ws: Workspace, source: string, label: { key: string; params: { name: string } }, change: Partial<SourceRule>): Promise<void> {
  await commitChangeSet(ws, { kind: 'edit', label }, async (writer) => {
    const standing = await writer.get('sourceRules', source);
    await writer.put('sourceRules', { taxBasis: null, rates: [], ...standing, ...change, id: source });
  });
}
