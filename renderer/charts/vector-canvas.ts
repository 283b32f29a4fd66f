import { Context } from 'svgcanvas';

const SVG = 'http://www.w3.org/2000/svg';
const ANCHORS: Record<CanvasTextAlign, string> = { left: 'start', start: 'start', center: 'middle', right: 'end', end: 'end' };
const BASELINES: Record<CanvasTextBaseline, string> = {
  alphabetic: 'alphabetic', ideographic: 'alphabetic', hanging: 'hanging', top: 'text-before-edge', bottom: 'text-after-edge', middle: 'central',
};

/**
 * A canvas context that writes SVG, so that a chart in a PDF is made of lines and selectable text.
 * Text is written here and not by svgcanvas, which sets a `style` attribute that our content security policy refuses.
 */
class VectorContext extends Context {
  override fillText(text: string, x: number, y: number): void {
    const { style } = document.createElement('span');
    style.font = this.font;
    const { a, b, c, d, e, f } = this.getTransform();
    const node = document.createElementNS(SVG, 'text');
    const attributes: Record<string, string | number> = {
      x, y, 'fill': this.fillStyle, 'font-family': style.fontFamily, 'font-size': style.fontSize, 'font-weight': style.fontWeight,
      'text-anchor': ANCHORS[this.textAlign], 'dominant-baseline': BASELINES[this.textBaseline], 'transform': `matrix(${a} ${b} ${c} ${d} ${e} ${f})`,
    };
    for (const [name, value] of Object.entries(attributes)) node.setAttribute(name, String(value));
    node.textContent = text;
    this.__closestGroupOrSvg().append(node);
  }
}

/** What Chart.js asks of a canvas element, with the SVG it fills. One unit of it is one pt on paper. */
export interface VectorCanvas {
  readonly svg: SVGSVGElement;
  readonly canvas: HTMLCanvasElement;
}

let measuring: CanvasRenderingContext2D | null = null;

/** Promises a fresh drawing surface of the given size; text is measured by one shared real canvas. */
export function vectorCanvas(width: number, height: number): VectorCanvas {
  measuring ??= document.createElement('canvas').getContext('2d');
  const context = new VectorContext({ width, height, ...(measuring ? { ctx: measuring } : {}) });
  const svg = context.getSvg();
  svg.setAttribute('width', `${width}pt`);
  svg.setAttribute('height', `${height}pt`);
  svg.setAttribute('viewBox', `0 0 ${width} ${height}`);
  // Chart.js takes the context of whatever answers getContext('2d') and reads width and height from the context's canvas.
  const canvas = { getContext: () => context, width, height } as unknown as HTMLCanvasElement;
  return { svg, canvas };
}
