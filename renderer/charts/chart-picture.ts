import { Chart, type ChartConfiguration } from 'chart.js';
import { type RoomChartType, registerCharts } from './chart-defaults';
import type { ChartLook } from './chart-look';
import { readChartTokens } from './chart-tokens';
import { inkText } from './ink';

/** A chart as a picture file shows it. */
export interface ChartPicture {
  readonly title: string;
  /** Scope, period and filters. */
  readonly note: string;
  /** The chart's own size on screen, in px. */
  readonly width: number;
  readonly height: number;
  readonly look: Omit<ChartLook, 'tokens' | 'medium'>;
  /** The chart in any look. */
  readonly draw: (look: ChartLook) => unknown;
}

const EDGE = 20;
const HEAD = 56;
/** Twice the pixels, so that it reads well on a slide. */
const DENSITY = 2;

/** The chart as it is drawn on screen, but in light colours, under its title, as the bytes of a PNG. Throws where the browser cannot draw (a bug). */
export async function drawPicture({ title, note, width, height, look, draw }: ChartPicture): Promise<Uint8Array<ArrayBuffer>> {
  registerCharts();
  const light: ChartLook = { ...look, medium: 'screen', tokens: lightTokens() };
  const config = draw(light) as ChartConfiguration<RoomChartType>;
  const sheet = canvasOf(width + 2 * EDGE, height + HEAD + EDGE);
  const body = document.createElement('canvas');
  body.width = width;
  body.height = height;
  const options = { ...config.options, responsive: false, animation: false as const, devicePixelRatio: DENSITY, events: [] };
  const chart = new Chart(body, { ...config, options } as ChartConfiguration<RoomChartType>);
  const { context } = sheet;
  const { paper, ink, ink3, font } = light.tokens;
  context.fillStyle = paper;
  context.fillRect(0, 0, width + 2 * EDGE, height + HEAD + EDGE);
  inkText(context, { text: title, x: EDGE, y: 18, size: 15, font, colour: ink, bold: true, align: 'left', baseline: 'top' });
  inkText(context, { text: note, x: EDGE, y: 38, size: 11, font, colour: ink3, align: 'left', baseline: 'top' });
  context.drawImage(body, EDGE, HEAD, width, height);
  chart.destroy();
  const blob = await new Promise<Blob | null>((resolve) => sheet.canvas.toBlob(resolve, 'image/png'));
  if (blob === null) throw new Error('The picture could not be encoded');
  return new Uint8Array(await blob.arrayBuffer());
}

function canvasOf(width: number, height: number): { canvas: HTMLCanvasElement; context: CanvasRenderingContext2D } {
  const canvas = document.createElement('canvas');
  canvas.width = width * DENSITY;
  canvas.height = height * DENSITY;
  const context = canvas.getContext('2d');
  if (context === null) throw new Error('There is nothing to draw on');
  context.scale(DENSITY, DENSITY);
  return { canvas, context };
}

function lightTokens(): ChartLook['tokens'] {
  const place = document.createElement('div');
  place.dataset['look'] = 'light';
  document.body.append(place);
  const tokens = readChartTokens(place);
  place.remove();
  return tokens;
}
