import { type Fen, fen } from '@shared/kernel/fen';
import { type Result, err, ok } from '@shared/kernel/result';

const FEN_DIGITS = 6;

/** Reads an amount typed in 万元 («150», «1,150.5», «−3») into exact 分; '' clears. At most six decimals: the last is 分. */
export function parseWan(text: string): Result<Fen | null, 'amount.malformed'> {
  const trimmed = text.trim().replaceAll(/[,，\s]/g, '').replaceAll('\u2212', '-');
  if (trimmed === '') return ok(null);
  const match = /^(-?)(\d{1,9})(?:\.(\d{0,6}))?$/.exec(trimmed);
  if (!match) return err('amount.malformed');
  const units = Number(`${match[2]}${(match[3] ?? '').padEnd(FEN_DIGITS, '0')}`);
  return ok(fen(match[1] === '-' ? -units : units));
}

/** An amount as it is typed: exact 万元 without separators or trailing zeros; null is ''. */
export function writeWan(value: Fen | null): string {
  if (value === null) return '';
  const digits = String(Math.abs(value)).padStart(FEN_DIGITS + 1, '0');
  const fraction = digits.slice(-FEN_DIGITS).replace(/0+$/, '');
  return `${value < 0 ? '-' : ''}${digits.slice(0, -FEN_DIGITS)}${fraction === '' ? '' : `.${fraction}`}`;
}
