import { useEffect, useState } from 'react';
import { type ChartTokens, readChartTokens } from './chart-tokens';

/** The chart tokens of the scheme in use; a switch of the scheme redraws the chart. */
export function useChartTokens(): ChartTokens {
  const [tokens, setTokens] = useState(() => readChartTokens(document.documentElement));
  useEffect(() => {
    const read = () => setTokens(readChartTokens(document.documentElement));
    const observer = new MutationObserver(read);
    observer.observe(document.documentElement, { attributes: true, attributeFilter: ['data-mantine-color-scheme', 'data-scheme'] });
    read();
    return () => observer.disconnect();
  }, []);
  return tokens;
}
