import { IconArrowDown, IconArrowUp, IconMinus } from '@tabler/icons-react';
import type { Growth, HeadlineKey } from '@shared/contracts/analysis';
import { type Formats, useFormats } from '@renderer/i18n/use-formats';
import type { Translate } from '@renderer/i18n/i18n';
import { useMessages } from '@renderer/i18n/use-messages';
import styles from './headline-strip.module.css';

interface GrowthWordProps {
  readonly growth: Growth;
  readonly figure: HeadlineKey;
  readonly against: 'lastYear' | 'previous';
  /** Only a part of the periods is compared. */
  readonly partial: boolean;
}

/** More of these is no good news. */
const unwanted: ReadonlySet<HeadlineKey> = new Set<HeadlineKey>(['returns', 'cycle']);

/** How a figure moved: arrow, word and size, and what it was. Without a base it says so; without a base above 0 only the change is known. */
export function GrowthWord({ growth, figure, against, partial }: GrowthWordProps) {
  const { t } = useMessages();
  const formats = useFormats();
  const { base, change, rate } = growth;
  if (base === null) return <span className={styles['growth']} data-tone="none">— {t(`analysis.noBase_${against}`)}</span>;
  const words = t(partial ? `analysis.basePart_${against}` : `analysis.base_${against}`, { value: figureText(figure, base, formats, t) });
  if (change === null) return <span className={styles['note']}>{words}</span>;
  const text = rate === null ? changeText(figure, Math.abs(change), formats, t) : formats.percent(Math.abs(rate));
  // What cannot be seen in the figures is no move.
  const moved = text === (rate === null ? changeText(figure, 0, formats, t) : formats.percent(0)) ? 0 : Math.sign(change);
  const Arrow = moved > 0 ? IconArrowUp : moved < 0 ? IconArrowDown : IconMinus;
  const isAmount = figure === 'actual' || figure === 'returns';
  return (
    <>
      <span className={styles['growth']} data-tone={moved === 0 ? 'none' : moved > 0 === unwanted.has(figure) ? 'bad' : 'good'}>
        {isAmount && rate === null && '— '}
        <Arrow size={12} stroke={2.25} aria-hidden />
        {moved === 0 ? t('analysis.same') : t(moved > 0 ? 'analysis.up' : 'analysis.down', { value: text })}
      </span>
      <span className={styles['note']} title={words}>{words}</span>
    </>
  );
}

/** A figure as its card writes it. */
function figureText(figure: HeadlineKey, value: number, { money, number, percent }: Formats, t: Translate): string {
  switch (figure) {
    case 'actual':
      return money(value);
    // Compared by their size, written as they count.
    case 'returns':
      return money(-value);
    case 'marginRate':
    case 'winRate':
      return percent(value);
    case 'customers':
    case 'newCustomers':
      return number(value);
    case 'cycle':
      return t('analysis.days', { value: number(value, 1) });
  }
}

/** A change without its sign: money, points, customers or days. */
function changeText(figure: HeadlineKey, size: number, { money, number }: Formats, t: Translate): string {
  switch (figure) {
    case 'actual':
    case 'returns':
      return money(size);
    case 'marginRate':
    case 'winRate':
      return t('analysis.points', { value: number(size * 100, 1) });
    case 'customers':
    case 'newCustomers':
      return number(size);
    case 'cycle':
      return t('analysis.days', { value: number(size, 1) });
  }
}
