import { day } from '@shared/kernel/day';
import type { Drill, DrillRow } from '@shared/contracts/drill';
import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useRef } from 'react';
import { useFormats } from '@renderer/i18n/use-formats';
import { useMessages } from '@renderer/i18n/use-messages';
import styles from './drill-rows.module.css';
import { useDrillPages } from './use-drill-pages';

const ROW_HEIGHT = 28;

/** Every row of a drill with its amount, file and line, and above them how many there are and what they sum to. */
export function DrillRows({ drill }: { readonly drill: Drill }) {
  const { t } = useMessages();
  const { amount, number, fullDay } = useFormats();
  const { total, sumFen, rowAt, show } = useDrillPages(drill);
  const scroller = useRef<HTMLDivElement>(null);
  const virtual = useVirtualizer({ count: total ?? 0, getScrollElement: () => scroller.current, estimateSize: () => ROW_HEIGHT, overscan: 12 });
  const items = virtual.getVirtualItems();
  const first = items[0]?.index ?? 0;
  const last = items.at(-1)?.index ?? 0;
  useEffect(() => show(first, last), [show, first, last]);

  if (total === null) return <p className={styles['loading']} role="status">{t('ui.loading')}</p>;
  return (
    <>
      <div className={styles['sum']} data-testid="drill-sum">
        <span>{t('drill.rows', { count: number(total) })}</span>
        <span>{t('drill.sum')} <b data-sum-fen={sumFen}>{amount(sumFen, 'yuan')}</b> {t('ui.yuan')}</span>
      </div>
      <div ref={scroller} className={styles['scroller']} role="table" aria-label={t('drill.list')} aria-rowcount={total + 1} tabIndex={0}>
        <div className={styles['head']} role="row">
          {[t('drill.day'), t('drill.number'), t('drill.customer'), t('drill.product'), t('drill.person'), t(drill.fact === 'orders' ? 'drill.channel' : 'drill.stage'), t('drill.amount'), t('drill.file'), t('drill.line')].map((head) => (
            <span key={head} role="columnheader">{head}</span>
          ))}
        </div>
        <div role="rowgroup" style={{ position: 'relative', height: virtual.getTotalSize() }}>
          {items.map((item) => (
            <div key={item.key} className={styles['row']} role="row" aria-rowindex={item.index + 2} style={{ height: ROW_HEIGHT, transform: `translateY(${item.start}px)` }}>
              {cells(rowAt(item.index), (text) => (text === '' ? '–' : fullDay(day(text))), (fen) => amount(fen, 'yuan')).map((text, column) => (
                <span key={column} role="cell" title={text}>{text}</span>
              ))}
            </div>
          ))}
        </div>
      </div>
    </>
  );
}

function cells(row: DrillRow | undefined, writeDay: (text: string) => string, writeFen: (fen: number) => string): string[] {
  if (!row) return ['…'];
  return [writeDay(row.day), row.number, row.customer, row.product, row.person, row.detail, writeFen(row.amountFen), row.fileName, String(row.line)];
}
