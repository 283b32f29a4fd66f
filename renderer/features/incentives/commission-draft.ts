import { fen } from '@shared/kernel/fen';
import { isYearMonth } from '@shared/kernel/month';
import { type Result, err, ok } from '@shared/kernel/result';
import type { CommissionBand, CommissionPlan } from '@shared/records/commission-plan';

/** A plan as it is typed: amounts in 元, rates in percent. */
export interface CommissionDraft {
  readonly name: string;
  readonly fromMonth: string;
  readonly mode: CommissionPlan['mode'];
  readonly bands: readonly { readonly fromYuan: string; readonly ratePercent: string }[];
}

export function draftOf(plan: CommissionPlan): CommissionDraft {
  return {
    name: plan.name,
    fromMonth: plan.fromMonth,
    mode: plan.mode,
    bands: plan.bands.map((band) => ({ fromYuan: String(band.fromFen / 100), ratePercent: String(band.rateMillionths / 10_000) })),
  };
}

/** Reads what was typed; amounts have at most two decimals and rates at most four, so both are exact whole numbers inside. */
export function parseDraft(draft: CommissionDraft): Result<Pick<CommissionPlan, 'name' | 'fromMonth' | 'mode' | 'bands'>, 'bandsInvalid' | 'monthInvalid'> {
  if (!isYearMonth(draft.fromMonth)) return err('monthInvalid');
  const bands: CommissionBand[] = [];
  for (const { fromYuan, ratePercent } of draft.bands) {
    const from = wholeUnits(fromYuan, 2);
    const rate = wholeUnits(ratePercent, 4);
    if (from === null || rate === null || rate > 1_000_000) return err('bandsInvalid');
    bands.push({ fromFen: fen(from), rateMillionths: rate });
  }
  const ascending = bands.every((band, index) => (index === 0 ? band.fromFen === 0 : band.fromFen > (bands[index - 1]?.fromFen ?? 0)));
  if (!ascending || bands.length === 0 || draft.name.trim() === '') return err('bandsInvalid');
  return ok({ name: draft.name.trim(), fromMonth: draft.fromMonth, mode: draft.mode, bands });
}

/** `12.5` with 2 decimals → 1250, read as text so that no float is involved; null if it is not such a number. */
function wholeUnits(text: string, decimals: number): number | null {
  const match = /^(\d{1,12})(?:\.(\d+))?$/.exec(text.trim().replaceAll(',', ''));
  const fraction = match?.[2] ?? '';
  if (!match || fraction.length > decimals) return null;
  return Number(`${match[1]}${fraction.padEnd(decimals, '0')}`);
}
