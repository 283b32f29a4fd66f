import type { QualityReport } from '@shared/contracts/quality';

/** The checks of the quality tab, in the order they are best mended in. */
export const qualitySections = ['owners', 'duplicates', 'unclassed', 'gaps', 'outliers', 'repeats', 'unfiledCustomers', 'unfiledProducts'] as const;
export type QualitySection = (typeof qualitySections)[number];

/** The section asked for, else the first that found something, else the first. */
export function shownSection(report: QualityReport, asked: QualitySection | undefined): QualitySection {
  return asked ?? qualitySections.find((section) => report[section].total > 0) ?? qualitySections[0];
}
