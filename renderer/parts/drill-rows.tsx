import { type Drill, type DrillRow, hasAmounts } from '@shared/contracts/drill';
import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useId, useRef, useState } from 'react';
import { useFormats } from '@renderer/i18n/use-formats';
import { useMessages } from '@renderer/i18n/use-messages';
import { usePrintAll } from '@renderer/ui/print-mode';
import { cellText, columnsOf, headOf } from './drill-columns';
import styles from './drill-rows.module.css';
import { ExportRowsButton } from './export-rows-button';
import { StageHistory } from './stage-history';
import { useDrillPages } from './use-drill-pages';

const ROW_HEIGHT = 28;

/** Every row of a drill with its amount, file and line, and above them how many there are and what they sum to. An opportunity opens its course. */
export function DrillRows({ drill }: { readonly drill: Drill }) {
  const { t } = useMessages();
  const formats = useFormats();
  const { total, sumFen, rowAt, show, isComplete } = useDrillPages(drill);
  const [picked, setPicked] = useState<DrillRow | null>(null);
  const historyId = useId();
  const scroller = useRef<HTMLDivElement>(null);
  const virtual = useVirtualizer({ count: total ?? 0, getScrollElement: () => scroller.current, estimateSize: () => ROW_HEIGHT, overscan: 12 });
  const printed = usePrintAll(total ?? 0, total !== null && isComplete);
  // Drawn once, when the last page of them is here.
  const items = printed && isComplete ? everyRow(total ?? 0, virtual.getTotalSize()) : virtual.getVirtualItems();
  const first = printed ? 0 : (items[0]?.index ?? 0);
  const last = printed ? Math.max(0, (total ?? 0) - 1) : (items.at(-1)?.index ?? 0);
  useEffect(() => show(first, last), [show, first, last]);
  const columns = columnsOf(drill.fact);
  const pick = (row: DrillRow) => setPicked(picked?.identity === row.identity ? null : row);
  const close = () => {
    setPicked(null);
    scroller.current?.focus();
  };

  if (total === null) return <output className={styles['loading']}>{t('ui.loading')}</output>;
  return (
    <>
      <div className={styles['sum']} data-testid="drill-sum">
        <span>{t('drill.rows', { count: total })}</span>
        {hasAmounts(drill.fact) && <span>{t('drill.sum')} <b data-sum-fen={sumFen}>{formats.amount(sumFen, 'yuan')}</b> {t('ui.yuan')}</span>}
        <span className={styles['hint']}>{drill.fact === 'opportunities' && total > 0 && t('drill.historyHint')}</span>
        <ExportRowsButton drill={drill} className={styles['export']} disabled={total === 0} />
      </div>
      <div ref={scroller} className={styles['scroller']} {...{ tabIndex: 0 }}>
        <table className={styles['table']} aria-label={t('drill.list')} aria-rowcount={total + 1} data-fact={drill.fact}>
          <colgroup>{columns.map((name) => <col key={name} className={styles[name]} />)}</colgroup>
          <thead>
            <tr>{columns.map((name) => <th key={name} scope="col" data-column={name}>{headOf(t, drill.fact, name)}</th>)}</tr>
          </thead>
          <tbody>
            <Spacer height={items[0]?.start ?? 0} />
            {items.map((item) => {
              const row = rowAt(item.index);
              const isPicked = picked !== null && row?.identity === picked.identity;
              return (
                <tr key={item.key} aria-rowindex={item.index + 2} data-picked={isPicked || undefined}>
                  {columns.map((name) => {
                    const text = cellText(name, row, formats);
                    return (
                      <td key={name} data-column={name} title={text}>
                        {name === 'number' && row !== undefined && row.identity !== '' ? <OpenHistory number={text} isOpen={isPicked} controls={historyId} onPick={() => pick(row)} /> : text}
                      </td>
                    );
                  })}
                </tr>
              );
            })}
            <Spacer height={virtual.getTotalSize() - (items.at(-1)?.end ?? 0)} />
          </tbody>
        </table>
      </div>
      {picked && <StageHistory key={picked.identity} id={historyId} row={picked} onClose={close} />}
    </>
  );
}

interface OpenHistoryProps {
  readonly number: string;
  readonly isOpen: boolean;
  /** Id of the pane. */
  readonly controls: string;
  readonly onPick: () => void;
}

function OpenHistory({ number, isOpen, controls, onPick }: OpenHistoryProps) {
  const { t } = useMessages();
  const button = useRef<HTMLButtonElement>(null);
  // The pane takes room from the list: the row it is about stays in sight.
  useEffect(() => {
    if (isOpen) button.current?.scrollIntoView({ block: 'nearest' });
  }, [isOpen]);
  return (
    <button ref={button} type="button" className={styles['open']} aria-label={t('drill.historyOf', { name: number })} aria-expanded={isOpen} {...(isOpen ? { 'aria-controls': controls } : {})} onClick={onPick}>
      {number}
    </button>
  );
}

/** What the virtual list gives of the rows in view, of all of them: for paper. */
const everyRow = (count: number, end: number) => Array.from({ length: count }, (_, index) => ({ key: index, index, start: 0, end }));

/** Stands for the rows out of view. */
function Spacer({ height }: { readonly height: number }) {
  return height > 0 && <tr aria-hidden style={{ height }} />;
}
