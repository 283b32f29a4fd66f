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
  const { amount, fullDay } = useFormats();
  const { total, sumFen, rowAt, show } = useDrillPages(drill);
  const scroller = useRef<HTMLDivElement>(null);
  const virtual = useVirtualizer({ count: total ?? 0, getScrollElement: () => scroller.current, estimateSize: () => ROW_HEIGHT, overscan: 12 });
  const items = virtual.getVirtualItems();
  const first = items[0]?.index ?? 0;
  const last = items.at(-1)?.index ?? 0;
  useEffect(() => show(first, last), [show, first, last]);
  const detail = drill.fact === 'orders' ? 'channel' : 'stage';

  if (total === null) return <output className={styles['loading']}>{t('ui.loading')}</output>;
  return (
    <>
      <div className={styles['sum']} data-testid="drill-sum">
        <span>{t('drill.rows', { count: total })}</span>
        <span>{t('drill.sum')} <b data-sum-fen={sumFen}>{amount(sumFen, 'yuan')}</b> {t('ui.yuan')}</span>
      </div>
      <div ref={scroller} className={styles['scroller']} {...{ tabIndex: 0 }}>
        <table className={styles['table']} aria-label={t('drill.list')} aria-rowcount={total + 1}>
          <colgroup>{COLUMNS.map((name) => <col key={name} className={styles[name]} />)}</colgroup>
          <thead>
            <tr>{COLUMNS.map((name) => <th key={name} scope="col" data-column={name}>{t(`drill.${name === 'detail' ? detail : name}`)}</th>)}</tr>
          </thead>
          <tbody>
            <Spacer height={items[0]?.start ?? 0} />
            {items.map((item) => (
              <tr key={item.key} aria-rowindex={item.index + 2}>
                {cells(rowAt(item.index), (text) => (text === '' ? '–' : fullDay(day(text))), (fen) => amount(fen, 'yuan')).map(([name, text]) => (
                  <td key={name} data-column={name} title={text}>{text}</td>
                ))}
              </tr>
            ))}
            <Spacer height={virtual.getTotalSize() - (items.at(-1)?.end ?? 0)} />
          </tbody>
        </table>
      </div>
    </>
  );
}

const COLUMNS = ['day', 'number', 'customer', 'product', 'person', 'detail', 'amount', 'file', 'line'] as const;
type ColumnName = (typeof COLUMNS)[number];

/** Stands for the rows out of view. */
function Spacer({ height }: { readonly height: number }) {
  return height > 0 && <tr aria-hidden style={{ height }} />;
}

function cells(row: DrillRow | undefined, writeDay: (text: string) => string, writeFen: (fen: number) => string): [ColumnName, string][] {
  if (!row) return COLUMNS.map((name) => [name, '…']);
  return [
    ['day', writeDay(row.day)],
    ['number', row.number],
    ['customer', row.customer],
    ['product', row.product],
    ['person', row.person],
    ['detail', row.detail],
    ['amount', writeFen(row.amountFen)],
    ['file', row.fileName],
    ['line', String(row.line)],
  ];
}
