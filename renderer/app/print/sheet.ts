/** A4 as Chromium prints it, in CSS px (96 to the inch), and the margins that main prints with. */
const LONG = 1122.5;
const SHORT = 793.7;
const MARGIN = { across: 90, down: 118 };

/** 13 px on screen are 7.6 pt on paper. */
const SCALE = 0.78;
/** Below that nobody reads it. */
const SMALLEST_SCALE = 0.45;

export interface Sheet {
  readonly landscape: boolean;
  readonly scale: number;
  /** What fits on a sheet, in px of the page as it is laid out. */
  readonly width: number;
  readonly height: number;
}

/** A sheet that holds `needed` px side by side, smaller than usual where that must be; 0 = whatever fits at the usual size. */
export function sheetFor(landscape: boolean, needed = 0): Sheet {
  const across = (landscape ? LONG : SHORT) - MARGIN.across;
  const down = (landscape ? SHORT : LONG) - MARGIN.down;
  const scale = Math.max(SMALLEST_SCALE, Math.min(SCALE, across / Math.max(1, needed)));
  return { landscape, scale, width: Math.floor(across / scale), height: Math.floor(down / scale) };
}
