import { formatPercent } from '@renderer/i18n/formats';
import type { PackText } from './pack-text';

/** A rate in millionths as a percentage with the decimals it has, at least one: 15,000 → 1.5%, 12,500 → 1.25%. */
export function rateText(rateMillionths: number, { language }: PackText): string {
  const decimals = rateMillionths % 1000 === 0 ? 1 : rateMillionths % 100 === 0 ? 2 : 4;
  return formatPercent(rateMillionths / 1_000_000, language, decimals);
}
