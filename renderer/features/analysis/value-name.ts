import type { FactDimension } from '@shared/contracts/fact-filters';
import type { Translate } from '@renderer/i18n/i18n';

/** A value as it is shown; the blank one says what is not known. */
export const valueName = (t: Translate, dimension: FactDimension, value: string): string => (value === '' ? t(`analysis.blank_${dimension}`) : value);
