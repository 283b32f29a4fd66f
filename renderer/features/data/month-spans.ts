import { type YearMonth, addMonths } from '@shared/kernel/month';

/** Months in order, as people would list them: what follows on each other is one span, «Jan 2026 – Jun 2026». No months: []. */
export function monthSpans(months: readonly YearMonth[], write: (month: YearMonth) => string): string[] {
  const spans: { readonly from: YearMonth; to: YearMonth }[] = [];
  for (const month of months) {
    const last = spans.at(-1);
    if (last !== undefined && addMonths(last.to, 1) === month) last.to = month;
    else spans.push({ from: month, to: month });
  }
  return spans.map(({ from, to }) => (from === to ? write(from) : `${write(from)} – ${write(to)}`));
}
