import { useVirtualizer } from '@tanstack/react-virtual';
import { useRef } from 'react';
import { useFormats } from '@renderer/i18n/use-formats';
import { useMessages } from '@renderer/i18n/use-messages';
import { Chip } from '@renderer/ui/chip';
import { usePrintAll } from '@renderer/ui/print-mode';
import styles from './audit.module.css';
import type { AuditEntry } from './scan-change-sets';
import { writtenAt } from './written-at';

const ROW_HEIGHT = 32;
const COLUMNS = ['when', 'who', 'what', 'kind', 'rows', 'seq'] as const;
const heads = { when: 'audit.colWhen', who: 'audit.colWho', what: 'audit.colWhat', kind: 'audit.colKind', rows: 'audit.colRows', seq: 'audit.colSeq' } as const;

interface AuditListProps {
  readonly entries: readonly AuditEntry[];
  readonly picked: number | null;
  readonly onPick: (seq: number) => void;
}

/** All lines that passed, newest first; only those in view are drawn. */
export function AuditList({ entries, picked, onPick }: AuditListProps) {
  const { t, changeName } = useMessages();
  const formats = useFormats();
  const scroller = useRef<HTMLDivElement>(null);
  const virtual = useVirtualizer({ count: entries.length, getScrollElement: () => scroller.current, estimateSize: () => ROW_HEIGHT, overscan: 12 });
  const printed = usePrintAll(entries.length, true);
  const items = printed ? entries.map((_, index) => ({ index, start: 0, end: virtual.getTotalSize() })) : virtual.getVirtualItems();
  return (
    <div ref={scroller} className={styles['scroller']} {...{ tabIndex: 0 }}>
      <table className={styles['table']} aria-label={t('audit.list')} aria-rowcount={entries.length + 1}>
        <colgroup>{COLUMNS.map((name) => <col key={name} className={styles[name]} />)}</colgroup>
        <thead>
          <tr>{COLUMNS.map((name) => <th key={name} scope="col" data-column={name}>{t(heads[name])}</th>)}</tr>
        </thead>
        <tbody>
          <Spacer height={items[0]?.start ?? 0} />
          {items.map((item) => {
            const entry = entries[item.index];
            if (!entry) return null;
            const { seq, at, actor, kind, label, rows, undoneBy } = entry;
            const name = changeName(label);
            return (
              <tr key={seq} aria-rowindex={item.index + 2} data-picked={seq === picked || undefined} data-undone={undoneBy !== null || undefined}>
                <td>{writtenAt(at, formats)}</td>
                <td title={actor}>{actor}</td>
                <td title={name}>
                  <button type="button" className={styles['what']} aria-current={seq === picked || undefined} onClick={() => onPick(seq)}>{name}</button>
                  {undoneBy !== null && <Chip>{t('audit.undoneByShort')}</Chip>}
                </td>
                <td data-column="kind">{t(`audit.kind_${kind}`)}</td>
                <td data-column="rows">{formats.number(rows)}</td>
                <td data-column="seq">{formats.number(seq)}</td>
              </tr>
            );
          })}
          <Spacer height={virtual.getTotalSize() - (items.at(-1)?.end ?? 0)} />
        </tbody>
      </table>
    </div>
  );
}

/** Stands for the lines out of view. */
function Spacer({ height }: { readonly height: number }) {
  return height > 0 && <tr aria-hidden style={{ height }} />;
}
