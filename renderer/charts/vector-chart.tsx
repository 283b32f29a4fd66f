import { BasicPlatform, Chart, type ChartConfiguration } from 'chart.js';
import { createContext, useContext, useLayoutEffect, useRef } from 'react';
import { type RoomChartType, registerCharts } from './chart-defaults';
import { vectorCanvas } from './vector-canvas';

/** True while a page is only measured: charts keep their place but are not drawn. */
export const Measuring = createContext(false);

interface VectorChartProps<T extends RoomChartType, D> {
  readonly config: ChartConfiguration<T, D, string | string[]>;
  /** In pt: the size on paper; a chart is never scaled. */
  readonly width: number;
  readonly height: number;
  readonly label: string;
}

/** The same charts as on screen, drawn once as SVG: vectors and selectable text in the PDF. */
export function VectorChart<T extends RoomChartType, D>({ config, width, height, label }: VectorChartProps<T, D>) {
  const place = useRef<HTMLElement>(null);
  const measuring = useContext(Measuring);
  useLayoutEffect(() => {
    if (measuring) return;
    registerCharts();
    const { svg, canvas } = vectorCanvas(width, height);
    const chart = new Chart(canvas, { ...config, platform: BasicPlatform });
    place.current?.replaceChildren(svg);
    // Only the drawing is kept: the chart itself would redraw on events that paper does not have.
    return () => chart.destroy();
  }, [config, width, height, measuring]);
  return <figure ref={place} aria-label={label} style={{ width: `${width}pt`, height: `${height}pt` }} />;
}
