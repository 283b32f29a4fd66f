import type { MoneyUnit } from '@renderer/i18n/formats';
import type { Translate } from '@renderer/i18n/i18n';
import type { Language } from '@shared/messages/catalogue';
import type { ChartTokens } from './chart-tokens';

/** All that a chart needs besides its figures. The same builders serve the screen (px) and paper (pt). */
export interface ChartLook {
  readonly tokens: ChartTokens;
  readonly medium: 'screen' | 'print';
  readonly t: Translate;
  readonly language: Language;
  /** The unit every amount of the chart is written in; it stands once, in the title. */
  readonly unit: MoneyUnit;
}

interface ChartSizes {
  readonly label: number;
  readonly axis: number;
  readonly hairline: number;
}

/** Type and hairlines: 11 px on screen; on paper the 7 pt of notes and the 6.5 pt of axes. */
export const chartSizes = (look: ChartLook): ChartSizes =>
  look.medium === 'print' ? { label: 7, axis: 6.5, hairline: 0.5 } : { label: 11, axis: 11, hairline: 1 };

const UNIT_FEN: Record<MoneyUnit, number> = { yuan: 100, wholeYuan: 100, wan: 1_000_000, yi: 10_000_000_000 };

/** 分 as a length on an axis in the look's unit, so that ticks fall on round amounts. For drawing only: figures are formatted from 分. */
export const axisValue = (fen: number, look: ChartLook): number => fen / UNIT_FEN[look.unit];
