import type { Quantity } from '@shared/contracts/explanation';
import type { Language } from '@shared/messages/catalogue';
import { assertNever } from '@shared/kernel/result';
import { NONE, formatNumber, formatPercent } from './formats';
import { textOf } from './i18n';

/** A number of a formula as it is written; amounts as `fenText` writes them, – for what is not known. */
export function quantityText({ unit, value }: Quantity, language: Language, fenText: (fen: number) => string, rateDecimals = 1): string {
  if (value === null) return NONE;
  switch (unit) {
    case 'fen':
      return fenText(value);
    case 'rate':
      return formatPercent(value, language, rateDecimals);
    case 'days':
      return textOf(language, 'definitions.days', { n: formatNumber(value, language) });
    case 'meanDays':
      return textOf(language, 'definitions.days', { n: formatNumber(value, language, 1) });
    case 'count':
      return formatNumber(value, language);
    case 'score':
      return formatNumber(value, language, 2);
    case 'factor':
      return formatNumber(value, language, 1);
    default:
      return assertNever(unit);
  }
}
