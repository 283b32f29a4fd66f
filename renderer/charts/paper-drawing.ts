let forPaper = false;

/** While a page of the window is printed its charts are drawn at once and in three dots for one. Takes effect when they are next drawn. */
export function drawForPaper(paper: boolean): void {
  forPaper = paper;
}

export const isForPaper = (): boolean => forPaper;
