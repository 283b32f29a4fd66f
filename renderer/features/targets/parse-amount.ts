import { type Fen, fen } from '@shared/kernel/fen';
import { type Result, err, ok } from '@shared/kernel/result';
import type { MoneyUnit } from '@renderer/i18n/formats';

/** Decimals of an amount in the unit: the last is 分. */
const FEN_DIGITS: Record<MoneyUnit, number> = { yuan: 2, wholeYuan: 2, wan: 6, yi: 10 };
/** Below 9 × 10¹⁵ 分, which a number still holds exactly. */
const MOST_DIGITS = 15;

/** Reads an amount typed in a unit («150», «1,150.5», «−3») into exact 分; '' clears. No decimals beyond 分. */
export function parseAmount(text: string, unit: MoneyUnit): Result<Fen | null, 'amount.malformed'> {
  const trimmed = text.trim().replaceAll(/[,，\s]/g, '').replaceAll('\u2212', '-');
  if (trimmed === '') return ok(null);
  const match = /^(-?)(\d+)(?:\.(\d*))?$/.exec(trimmed);
  const [sign, whole, fraction] = [match?.[1] ?? '', match?.[2] ?? '', match?.[3] ?? ''];
  const decimals = FEN_DIGITS[unit];
  if (!match || fraction.length > decimals || whole.length > MOST_DIGITS - decimals) return err('amount.malformed');
  const units = Number(`${whole}${fraction.padEnd(decimals, '0')}`);
  return ok(fen(sign === '-' ? -units : units));
}

/** An amount as it is typed: exact, in the unit, without separators or trailing zeros; null is ''. */
export function writeAmount(value: Fen | null, unit: MoneyUnit): string {
  if (value === null) return '';
  const decimals = FEN_DIGITS[unit];
  const digits = String(Math.abs(value)).padStart(decimals + 1, '0');
  const fraction = digits.slice(-decimals).replace(/0+$/, '');
  return `${value < 0 ? '-' : ''}${digits.slice(0, -decimals)}${fraction === '' ? '' : `.${fraction}`}`;
}
