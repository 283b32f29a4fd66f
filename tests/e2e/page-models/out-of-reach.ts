import type { Page } from 'playwright';

/**
 * Controls that nobody can bring into view: they stand outside the window or are cut off by a box that does not scroll.
 * A line each, by what they are called; [] is good.
 */
export function controlsOutOfReach(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const CONTROLS = 'a[href], button, input, textarea, select, [tabindex="0"], [role="option"], [role="menuitem"], [role="radio"]';
    /** Rounding of a zoomed page. */
    const SLACK = 2;
    interface Box {
      left: number;
      top: number;
      right: number;
      bottom: number;
    }
    const boxOf = ({ left, top, right, bottom }: DOMRect): Box => ({ left, top, right, bottom });
    const scrolls = (overflow: string) => overflow === 'auto' || overflow === 'scroll';
    const outside = (box: Box, frame: Box) => ({
      x: box.left < frame.left - SLACK || box.right > frame.right + SLACK,
      y: box.top < frame.top - SLACK || box.bottom > frame.bottom + SLACK,
    });
    const nameOf = (element: Element) => `${element.tagName.toLowerCase()} «${(element.getAttribute('aria-label') ?? element.textContent ?? '').trim().slice(0, 40)}»`;
    const fault = (control: Element): string | null => {
      let box = boxOf(control.getBoundingClientRect());
      // Hidden inputs behind what is drawn for them.
      if (box.right - box.left < 4 || box.bottom - box.top < 4) return null;
      let fixed = getComputedStyle(control).position === 'fixed';
      for (let place = control.parentElement; place !== null && place !== document.documentElement && !fixed; place = place.parentElement) {
        const style = getComputedStyle(place);
        const frame = boxOf(place.getBoundingClientRect());
        const out = outside(box, frame);
        // What a scroller holds can be brought to where the scroller is; what it shows in the other direction stays.
        if (scrolls(style.overflowX)) [box.left, box.right] = [frame.left, frame.right];
        else if (style.overflowX !== 'visible' && out.x) return `${nameOf(control)} is cut off by ${place.className || place.tagName}`;
        if (scrolls(style.overflowY)) [box.top, box.bottom] = [frame.top, frame.bottom];
        else if (style.overflowY !== 'visible' && out.y) return `${nameOf(control)} is cut off by ${place.className || place.tagName}`;
        fixed = style.position === 'fixed';
      }
      const out = outside(box, { left: 0, top: 0, right: innerWidth, bottom: innerHeight });
      return out.x || out.y ? `${nameOf(control)} stands outside the window` : null;
    };
    // Under an open dialog nothing can be reached anyway.
    const dialogs = [...document.querySelectorAll('[role="dialog"][aria-modal="true"]')];
    const shown = [...(dialogs.at(-1) ?? document).querySelectorAll(CONTROLS)].filter((control) => control.checkVisibility({ checkOpacity: true, checkVisibilityCSS: true }));
    return [...new Set(shown.flatMap((control) => fault(control) ?? []))];
  });
}
