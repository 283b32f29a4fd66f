import {
  BarController, BarElement, CategoryScale, Chart, type ChartOptions, type ChartType, LinearScale, LineController, LineElement, PointElement, Tooltip,
} from 'chart.js';
import { type ChartLook, chartSizes } from './chart-look';
import { isForPaper } from './paper-drawing';

let registered = false;

/** Registers what our charts use, once, and sets the defaults that no token decides (look/README "Charts"). */
export function registerCharts(): void {
  if (registered) return;
  registered = true;
  Chart.register(BarController, BarElement, CategoryScale, LinearScale, LineController, LineElement, PointElement, Tooltip);
  const { defaults } = Chart;
  defaults.maintainAspectRatio = false;
  defaults.elements.line.borderWidth = 2;
  defaults.elements.line.tension = 0;
  Object.assign(defaults.elements.point, { radius: 0, hoverRadius: 4, hitRadius: 12 });
  Object.assign(defaults.elements.bar, { borderRadius: 2, borderSkipped: 'start' });
  Object.assign(defaults.datasets.bar, { maxBarThickness: 32, categoryPercentage: 0.8, barPercentage: 0.75 });
}

const stillWanted = () => typeof matchMedia === 'function' && matchMedia('(prefers-reduced-motion: reduce)').matches;

/** What every chart shares: face, motion, tooltip. Paper has neither motion nor pointer. */
export function baseOptions(look: ChartLook) {
  const { tokens } = look;
  const shared = { color: tokens.ink3, font: { family: tokens.font, size: chartSizes(look).axis } };
  if (look.medium === 'print') return { ...shared, responsive: false, animation: false as const, events: [], devicePixelRatio: 1 };
  if (isForPaper()) return { ...shared, responsive: true, animation: false as const, devicePixelRatio: 3 };
  // A chart comes as it is: frames of growing bars are work that delays the page. Only the pointer moves anything.
  return { ...shared, responsive: true, animation: false as const, transitions: { active: { animation: { duration: stillWanted() ? 0 : 150 } } } };
}

/** Paper, 1 px line, no colour boxes; the last line says what a click opens. */
export function tooltipOptions(look: ChartLook, lines: (index: number) => string[]): NonNullable<ChartOptions<'bar'>['plugins']>['tooltip'] {
  const { tokens, t } = look;
  if (look.medium === 'print') return { enabled: false };
  const font = { family: tokens.font, size: 11 };
  return {
    mode: 'index', intersect: false, displayColors: false, padding: 8, cornerRadius: 6, backgroundColor: tokens.paper, borderColor: tokens.line, borderWidth: 1,
    titleColor: tokens.ink, bodyColor: tokens.ink2, footerColor: tokens.ink3, titleFont: { ...font, weight: 600 }, bodyFont: font, footerFont: { ...font, weight: 400 },
    callbacks: { label: () => '', beforeBody: (items) => lines(items[0]?.dataIndex ?? 0), footer: () => t('charts.drill') },
    filter: (item) => item.datasetIndex === 0,
  };
}

/** A scale without grid: names under or beside the bars. */
export function nameAxis(look: ChartLook, bold: (index: number) => boolean = () => false) {
  const { tokens } = look;
  const size = chartSizes(look).axis;
  return {
    grid: { display: false, drawTicks: false },
    border: { color: look.medium === 'print' ? tokens.ink : tokens.line, width: chartSizes(look).hairline },
    ticks: { color: tokens.ink2, padding: look.medium === 'print' ? 3 : 8, autoSkip: look.medium === 'screen', maxRotation: 0, font: ({ index }: { index: number }) => ({ family: tokens.font, size, weight: bold(index) ? ('bold' as const) : ('normal' as const) }) },
  };
}

/** A scale of amounts or shares with hairline grid. */
export function valueAxis(look: ChartLook, write: (value: number) => string) {
  const { tokens } = look;
  const sizes = chartSizes(look);
  return {
    grid: { color: look.medium === 'print' ? tokens.line : tokens.line2, lineWidth: sizes.hairline, drawTicks: false },
    border: { display: false },
    ticks: { color: tokens.ink2, padding: look.medium === 'print' ? 4 : 8, maxTicksLimit: 6, font: { family: tokens.font, size: sizes.axis }, callback: (value: string | number) => write(Number(value)) },
  };
}

/** Chart types of this room; a dataset of lines needs `segment: {}` because the SVG context cannot stroke a Path2D. */
export type RoomChartType = Extract<ChartType, 'bar' | 'line'>;
