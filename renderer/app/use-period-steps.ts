import { monthOfDay } from '@shared/kernel/day';
import type { YearMonth } from '@shared/kernel/month';
import { useFigures } from '@renderer/parts/use-figures';
import { usePlace } from '@renderer/parts/use-place';
import { useSettings } from '@renderer/parts/use-settings';
import { overlaps, stepPeriod } from './period-steps';

export interface PeriodSteps {
  readonly key: string;
  readonly fiscalStart: number;
  /** Months that hold data, and the running one. */
  readonly first: YearMonth;
  readonly last: YearMonth;
  readonly running: YearMonth;
  /** The period before and after; null where no data is. */
  readonly previous: string | null;
  readonly next: string | null;
  readonly lastComplete: YearMonth | null;
}

/** The period on screen and where one can go from it; null until the figures say. */
export function usePeriodSteps(): PeriodSteps | null {
  const { period } = usePlace();
  const { figures } = useFigures();
  const settings = useSettings();
  const key = period ?? figures?.period.key ?? null;
  if (key === null || !figures || !settings) return null;
  const { fiscalYearStartMonth: fiscalStart } = settings;
  const running = monthOfDay(figures.today);
  const first = figures.data.firstMonth ?? running;
  const last = figures.data.lastMonth !== null && figures.data.lastMonth > running ? figures.data.lastMonth : running;
  const step = (by: -1 | 1) => {
    const there = stepPeriod(key, by, fiscalStart);
    return overlaps(there, fiscalStart, first, last) ? there : null;
  };
  return { key, fiscalStart, first, last, running, previous: step(-1), next: step(1), lastComplete: figures.data.lastCompleteMonth };
}
