/** The colours and the face of tokens.css that charts draw with, as values a canvas understands. */
export interface ChartTokens {
  readonly font: string;
  readonly ink: string;
  readonly ink2: string;
  readonly ink3: string;
  readonly paper: string;
  readonly line: string;
  readonly line2: string;
  readonly primary: string;
  readonly target: string;
  readonly actual: string;
  readonly lastYear: string;
  readonly cumulative: string;
  readonly quiet: string;
  readonly onSeries: string;
  /** Figures on the third of the series, which is light. */
  readonly onSeries3: string;
  readonly series1: string;
  readonly series2: string;
  readonly series3: string;
  readonly series4: string;
  readonly series5: string;
  readonly series6: string;
  readonly ahead: string;
  readonly onTrack: string;
  readonly atRisk: string;
  readonly behind: string;
}

const PROPERTIES: Record<keyof ChartTokens, string> = {
  font: '--font', ink: '--ink', ink2: '--ink-2', ink3: '--ink-3', paper: '--paper', line: '--line', line2: '--line-2', primary: '--primary',
  target: '--target', actual: '--actual', lastYear: '--lastyear', cumulative: '--series-3', quiet: '--series-7', onSeries: '--on-series', onSeries3: '--on-series-3',
  series1: '--series-1', series2: '--series-2', series3: '--series-3', series4: '--series-4', series5: '--series-5', series6: '--series-6',
  ahead: '--ahead', onTrack: '--ontrack', atRisk: '--risk', behind: '--behind',
};

/** Reads the tokens as they stand now; read again when the colour scheme changes. */
export function readChartTokens(root: Element): ChartTokens {
  const style = getComputedStyle(root);
  const entries = Object.entries(PROPERTIES).map(([name, property]) => [name, style.getPropertyValue(property).trim()]);
  return Object.fromEntries(entries) as unknown as ChartTokens;
}
