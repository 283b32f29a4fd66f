import type { ActiveElement, Chart as ChartInstance, ChartConfiguration, DefaultDataPoint } from 'chart.js';
import { type ReactNode, useMemo, useRef } from 'react';
import { Chart } from 'react-chartjs-2';
import { type RoomChartType, registerCharts } from './chart-defaults';
import { ChartTable } from './chart-table';
import styles from './chart-room.module.css';
import { useInSight } from './use-in-sight';

registerCharts();

export interface ChartTableData {
  readonly head: readonly string[];
  /** One row per mark, in the marks' order; the first cell names it. */
  readonly rows: readonly (readonly string[])[];
  /** How many cells after the name are parts of the mark. */
  readonly parts?: number;
}

interface ChartFrameProps<T extends RoomChartType, D> {
  readonly config: ChartConfiguration<T, D, string | string[]>;
  /** What the picture says, in one sentence. */
  readonly label: string;
  readonly table: ChartTableData;
  /** Height in px. */
  readonly height: number;
  /** Opens the rows of mark `index`: by click, or by the keyboard through the hidden table. */
  readonly onSelect?: ((index: number) => void) | undefined;
  /** A mark is made of parts that open by themselves: the table's cells `1…` stand for the datasets `0…`. */
  readonly onSelectPart?: ((index: number, part: number) => void) | undefined;
  readonly openLabel: (name: string) => string;
  readonly empty: ReactNode;
}

/**
 * A chart on screen: a picture with a name, and the same figures as a table for those who do not see it.
 * The table's buttons light up their mark, so that the keyboard's place can be seen in the picture.
 */
export function ChartFrame<T extends RoomChartType, D = DefaultDataPoint<T>>({ config, label, table, height, onSelect, onSelectPart, openLabel, empty }: ChartFrameProps<T, D>) {
  const chart = useRef<ChartInstance<T, D, string | string[]>>(null);
  const { place, drawn } = useInSight<HTMLElement>();
  const options = useMemo(() => Object.assign({}, config.options, { onClick: onSelectPart ? partClickOf(onSelectPart) : clickOf(onSelect) }), [config, onSelect, onSelectPart]);
  if (table.rows.length === 0) return <p className={styles['empty']}>{empty}</p>;

  const point = (index: number | null, part = 0) => {
    const drawn = chart.current;
    if (!drawn) return;
    const marks: ActiveElement[] = index === null ? [] : drawn.getDatasetMeta(part).data.slice(index, index + 1).map((element) => ({ element, datasetIndex: part, index }));
    drawn.setActiveElements(marks);
    drawn.tooltip?.setActiveElements(marks, { x: 0, y: 0 });
    drawn.update('none');
  };
  return (
    <figure ref={place} className={styles['frame']}>
      <div className={styles['canvas']} style={{ height }} data-opens={onSelect ? true : undefined}>
        {drawn && <Chart ref={chart} aria-label={label} redraw type={config.type} data={config.data} options={options} plugins={config.plugins ?? []} />}
      </div>
      <ChartTable caption={label} table={table} onSelect={onSelect} onSelectPart={onSelectPart} onPoint={point} openLabel={openLabel} />
    </figure>
  );
}

/** Only a click on the part itself opens it. */
function partClickOf(onSelectPart: (index: number, part: number) => void) {
  return (event: { native: Event | null }, _active: ActiveElement[], chart: ChartInstance) => {
    if (event.native === null) return;
    const [hit] = chart.getElementsAtEventForMode(event.native, 'nearest', { intersect: true }, true);
    if (hit) onSelectPart(hit.index, hit.datasetIndex);
  };
}

/** A click anywhere in a mark's column (or row) opens that mark. */
function clickOf(onSelect: ((index: number) => void) | undefined) {
  return (event: { native: Event | null }, _active: ActiveElement[], chart: ChartInstance) => {
    if (!onSelect || event.native === null) return;
    const axis = chart.options.indexAxis ?? 'x';
    const [hit] = chart.getElementsAtEventForMode(event.native, 'index', { intersect: false, axis }, true);
    if (hit) onSelect(hit.index);
  };
}
