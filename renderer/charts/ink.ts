import type { ChartTokens } from './chart-tokens';

/** The marks that charts draw by hand, on a canvas or as SVG alike. */
type Ink = CanvasRenderingContext2D;

export interface InkText {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly size: number;
  readonly font: string;
  readonly colour: string;
  readonly bold?: boolean;
  readonly align?: CanvasTextAlign;
  readonly baseline?: CanvasTextBaseline;
}

export function inkText(ctx: Ink, { text, x, y, size, font, colour, bold = false, align = 'center', baseline = 'bottom' }: InkText): void {
  ctx.font = `${bold ? 'bold' : 'normal'} ${size}px ${font}`;
  ctx.fillStyle = colour;
  ctx.textAlign = align;
  ctx.textBaseline = baseline;
  ctx.fillText(text, x, y);
}

export interface InkLine {
  readonly from: readonly [number, number];
  readonly to: readonly [number, number];
  readonly colour: string;
  readonly width: number;
  readonly dash?: readonly number[];
}

export function inkLine(ctx: Ink, { from, to, colour, width, dash = [] }: InkLine): void {
  ctx.beginPath();
  ctx.setLineDash([...dash]);
  ctx.strokeStyle = colour;
  ctx.lineWidth = width;
  ctx.moveTo(...from);
  ctx.lineTo(...to);
  ctx.stroke();
  ctx.setLineDash([]);
}

export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** An outlined box, drawn inside its bounds. */
export function inkOutline(ctx: Ink, box: Box, colour: string, width: number): void {
  const inset = width / 2;
  ctx.beginPath();
  ctx.strokeStyle = colour;
  ctx.lineWidth = width;
  ctx.rect(box.x + inset, box.y + inset, Math.max(0, box.width - width), Math.max(0, box.height - width));
  ctx.stroke();
}

export type Segment = readonly [x1: number, y1: number, x2: number, y2: number];

/** The 45° lines that fill a box, cut at its edges (no clipping needed, so canvas and SVG agree). An empty box has none. */
export function hatchLines({ x, y, width, height }: Box, step: number): Segment[] {
  const lines: Segment[] = [];
  for (let c = step; c < width + height; c += step) {
    lines.push([x + Math.max(0, c - height), y + Math.min(height, c), x + Math.min(c, width), y + Math.max(0, c - width)]);
  }
  return lines;
}

/** Hatching in one path: what is planned, running or not yet whole. */
export function inkHatch(ctx: Ink, box: Box, colour: string, step: number, width: number): void {
  ctx.beginPath();
  ctx.strokeStyle = colour;
  ctx.lineWidth = width;
  for (const [x1, y1, x2, y2] of hatchLines(box, step)) {
    ctx.moveTo(x1, y1);
    ctx.lineTo(x2, y2);
  }
  ctx.stroke();
}

export type Pace = 'ahead' | 'onTrack' | 'atRisk' | 'behind';

/** Status is shape and colour (and a word beside it): ▲ ● ◇ ▼. */
export function inkStatus(ctx: Ink, status: Pace, x: number, y: number, radius: number, tokens: ChartTokens): void {
  const colour = tokens[status];
  ctx.beginPath();
  ctx.fillStyle = status === 'atRisk' ? tokens.paper : colour;
  ctx.strokeStyle = colour;
  ctx.lineWidth = radius / 2.5;
  if (status === 'onTrack') {
    ctx.arc(x, y, radius * 0.9, 0, 2 * Math.PI);
  } else {
    const corners: Record<'ahead' | 'atRisk' | 'behind', [number, number][]> = {
      ahead: [[0, -1], [1, 0.8], [-1, 0.8]],
      atRisk: [[0, -1.1], [1.1, 0], [0, 1.1], [-1.1, 0]],
      behind: [[0, 1], [-1, -0.8], [1, -0.8]],
    };
    corners[status].forEach(([dx, dy], i) => (i === 0 ? ctx.moveTo(x + dx * radius, y + dy * radius) : ctx.lineTo(x + dx * radius, y + dy * radius)));
    ctx.closePath();
  }
  ctx.fill();
  if (status === 'atRisk') ctx.stroke();
}
