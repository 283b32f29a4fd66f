import type { DryRun } from '@shared/contracts/import-run';
import { useFormats } from '@renderer/i18n/use-formats';
import { useMessages } from '@renderer/i18n/use-messages';
import { exactDecimal } from './exact-decimal';
import { explainDifference, unbookedForeign } from './total-difference';

/** One sentence on why the money in the file is not the money booked: of the first money column that differs; and what of another currency is not booked. */
export function useDifferenceNote(dryRun: DryRun): string {
  const { t } = useMessages();
  const own = useOwnNote(dryRun);
  const unbooked = unbookedForeign(dryRun.totals).map(({ currency, units }) => `${currency} ${exactDecimal(units, 2)}`);
  if (unbooked.length === 0) return own;
  const foreign = t('questions.noteForeign', { amounts: unbooked.join(t('imports.separator')) });
  return own === t('imports.noteNone') ? foreign : [own, foreign].join(t('imports.separator'));
}

function useOwnNote(dryRun: DryRun): string {
  const { t } = useMessages();
  const { number } = useFormats();
  const money = dryRun.totals.filter(({ unit }) => unit === 'money');
  if (money.length === 0) return t('imports.noTotals');
  const note = money.map((total) => explainDifference(total, dryRun)).find(({ kind }) => kind !== 'none');
  if (note === undefined || note.kind === 'none') return t('imports.noteNone');
  if (note.kind === 'unlisted') return t('imports.noteUnlisted');
  const difference = exactDecimal(note.difference, 2);
  if (note.kind === 'rounding') return t('imports.noteRounding', { difference });
  if (note.kind === 'both') return t('imports.noteBoth', { difference, rejected: exactDecimal(note.rejected, 2), rounding: exactDecimal(note.rounding, 2) });
  const rows = number(note.rows);
  return note.withoutAmount === 0 ? t('imports.noteRejected', { difference, rows }) : t('imports.noteRejectedMore', { difference, rows, without: number(note.withoutAmount) });
}
