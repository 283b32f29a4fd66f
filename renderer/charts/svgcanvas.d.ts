/** svgcanvas 2.6 ships no types: the part of it that vector-canvas.ts stands on. */
declare module 'svgcanvas' {
  export class Context {
    constructor(options: { width: number; height: number; ctx?: CanvasRenderingContext2D });
    font: string;
    fillStyle: string;
    textAlign: CanvasTextAlign;
    textBaseline: CanvasTextBaseline;
    width: number;
    height: number;
    getSvg(): SVGSVGElement;
    getTransform(): DOMMatrix;
    fillText(text: string, x: number, y: number): void;
    /** The group that new elements belong to. */
    __closestGroupOrSvg(): SVGElement;
  }
}
