import type { TextRange } from '@shared/domain/search/match-marks';
import styles from './palette.module.css';

/** A text with the stretches that the query hit. */
export function MarkedText({ text, ranges }: { readonly text: string; readonly ranges: readonly TextRange[] }) {
  if (ranges.length === 0) return text;
  return (
    <>
      {ranges.map(({ from, to }, at) => (
        <span key={from}>
          {text.slice(at === 0 ? 0 : ranges[at - 1]!.to, from)}
          <mark className={styles['mark']}>{text.slice(from, to)}</mark>
        </span>
      ))}
      {text.slice(ranges.at(-1)!.to)}
    </>
  );
}
