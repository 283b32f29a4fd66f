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
  readonly ahead: string;
  readonly onTrack: string;
  readonly atRisk: string;
  readonly behind: string;
}

const PROPERTIES: Record<keyof ChartTokens, string> = {
  font: '--font', ink: '--ink', ink2: '--ink-2', ink3: '--ink-3', paper: '--paper', line: '--line', line2: '--line-2', primary: '--primary',
  target: '--target', actual: '--actual', lastYear: '--lastyear', cumulative: '--series-3', quiet: '--series-7', onSeries: '--on-series',
  ahead: '--ahead', onTrack: '--ontrack', atRisk: '--risk', behind: '--behind',
};

/** Reads the tokens as they stand now; read again when the colour scheme changes. */
export function readChartTokens(root: Element): ChartTokens {
  const style = getComputedStyle(root);
  const entries = Object.entries(PROPERTIES).map(([name, property]) => [name, style.getPropertyValue(property).trim()]);
  return Object.fromEntries(entries) as unknown as ChartTokens;
}
