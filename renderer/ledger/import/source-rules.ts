import { type DryRun, type SourceInspection, type SourceMapping, sourceMappingSchema } from '@shared/contracts/import-run';
import { taxBasisOfHeaders } from '@shared/domain/imports/tax-words';
import { sameJson } from '@shared/kernel/same-json';
import type { ExchangeRate, SourceRule } from '@shared/records/source-rule';
import type { ChangeWriter } from '@renderer/data/change-writer';
import type { WorkbenchDatabase } from '@renderer/data/database';

/** An inspection with what its source was last said to be: the tax basis where the header does not tell, the latest rates. */
export function proposeByRule(inspection: SourceInspection, rule: SourceRule | undefined): SourceInspection {
  if (rule === undefined) return inspection;
  const { mapping } = inspection;
  const taxBasis = mapping.object === 'orders' ? (taxBasisOfHeaders(mapping.columns) ?? rule.taxBasis ?? mapping.taxBasis) : mapping.taxBasis;
  return { ...inspection, mapping: { ...mapping, taxBasis, rates: mergedRates(mapping.rates, rule.rates) } };
}

/** Remembers what a mapping says of its source, within the change-set of its import; nothing where it says nothing new. */
export async function rememberRule(writer: Pick<ChangeWriter, 'get' | 'assert'>, { object, source, taxBasis, rates }: SourceMapping): Promise<void> {
  const before = await writer.get('sourceRules', source);
  const said = object === 'orders' ? taxBasis : null;
  const after = { id: source, taxBasis: said ?? before?.taxBasis ?? null, rates: mergedRates(before?.rates ?? [], rates) };
  if (after.taxBasis === null && after.rates.length === 0) return;
  if (said !== null || rates.length > 0 || !sameJson(before, after)) await writer.assert('sourceRules', after);
}

/** By currency; a later rate stands in the place of an earlier one. */
function mergedRates(earlier: readonly ExchangeRate[], later: readonly ExchangeRate[]): ExchangeRate[] {
  const rates = new Map([...earlier, ...later].map((entry) => [entry.currency, entry]));
  return [...rates.values()].sort((a, b) => (a.currency < b.currency ? -1 : 1));
}

/** The tax basis of other sources whose order batches stand, where it is not the mapping's: by each source's latest batch that says. */
export async function otherTaxBases(db: WorkbenchDatabase, { object, source, taxBasis }: SourceMapping): Promise<DryRun['otherTaxBases']> {
  if (object !== 'orders' || taxBasis === null) return [];
  const latest = new Map<string, DryRun['otherTaxBases'][number]>();
  const batches = await db.importBatches.orderBy('id').toArray();
  for (const batch of batches) {
    if (batch.object !== 'orders' || batch.undoneAt !== null || batch.source === source) continue;
    const mapping = sourceMappingSchema.safeParse(batch.mapping);
    if (mapping.success && mapping.data.taxBasis !== null) latest.set(batch.source, { source: batch.source, taxBasis: mapping.data.taxBasis });
  }
  return [...latest.values()].filter((other) => other.taxBasis !== taxBasis);
}
