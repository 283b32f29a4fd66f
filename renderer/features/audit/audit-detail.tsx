import { Button } from '@mantine/core';
import { IconArrowNarrowRight, IconHistory } from '@tabler/icons-react';
import { memo, useEffect, useState } from 'react';
import { useFormats } from '@renderer/i18n/use-formats';
import { useMessages } from '@renderer/i18n/use-messages';
import { useWorkspace } from '@renderer/parts/workspace-context';
import { Chip } from '@renderer/ui/chip';
import { EmptyState } from '@renderer/ui/empty-state';
import styles from './audit.module.css';
import { tableName } from './change-lines';
import { type ChangeDetail, type DetailRow, readDetail } from './read-detail';
import { writtenAt } from './written-at';

/** More rows than this are only counted: a whole import would fill the pane for minutes. */
const LIMIT = 200;

interface AuditDetailProps {
  readonly seq: number | null;
  /** Changes when something new is written: what stood may be taken back now. */
  readonly revision: number;
  readonly onShow: (seq: number) => void;
}

/** One change-set: who, when, and every row before and after. */
export const AuditDetail = memo(function AuditDetail({ seq, revision, onShow }: AuditDetailProps) {
  const { t, changeName } = useMessages();
  const formats = useFormats();
  const detail = useDetail(seq, revision);
  if (seq === null || detail === null) return <EmptyState icon={IconHistory} title={t('audit.list')}>{t('audit.pick')}</EmptyState>;
  const { changeSet, rows, more, takesBack, undoneBy } = detail;
  const { label, actor, at, kind, batch } = changeSet;
  return (
    <div className={styles['detail']}>
      <h2>{changeName(label)}</h2>
      <p>{actor} · {writtenAt(at, formats)} · {t(`audit.kind_${kind}`)}</p>
      {batch && <p>{t('audit.batch', { rows: formats.number(batch.rows), added: formats.number(batch.added), changed: formats.number(batch.changed) })}</p>}
      {undoneBy !== null && <p className={styles['link']}><Chip>{t('audit.undoneBy', { seq: undoneBy })}</Chip><Button variant="subtle" onClick={() => onShow(undoneBy)}>{t('audit.showStep', { seq: undoneBy })}</Button></p>}
      {takesBack !== null && <p className={styles['link']}><Chip>{t('audit.takesBack', { seq: takesBack })}</Chip><Button variant="subtle" onClick={() => onShow(takesBack)}>{t('audit.showStep', { seq: takesBack })}</Button></p>}
      {rows.map((row, index) => <Row key={index} row={row} />)}
      {more > 0 && <p>{t('audit.moreRows', { count: more })}</p>}
    </div>
  );
});

function useDetail(seq: number | null, revision: number): ChangeDetail | null {
  const { db } = useWorkspace();
  const { t } = useMessages();
  const formats = useFormats();
  const [detail, setDetail] = useState<ChangeDetail | null>(null);
  const [fault, setFault] = useState<{ error: unknown } | null>(null);
  useEffect(() => {
    if (seq === null) return;
    let stale = false;
    readDetail(db, seq, LIMIT, { t, formats }).then(
      (read) => !stale && setDetail(read),
      (error: unknown) => setFault({ error }),
    );
    return () => {
      stale = true;
    };
  }, [db, seq, revision, t, formats]);
  if (fault !== null) throw fault.error;
  return detail;
}

function Row({ row: { table, name, kind, lines } }: { readonly row: DetailRow }) {
  const { t } = useMessages();
  return (
    <section className={styles['row']} aria-label={name}>
      <h3><b>{name}</b><span>{tableName(t, table)}</span><Chip tone={kind === 'deleted' ? 'behind' : kind === 'created' ? 'ahead' : 'quiet'}>{t(`audit.${kind}`)}</Chip></h3>
      {lines.length === 0 && <p>{t('audit.same')}</p>}
      <dl>
        {lines.map(({ field, before, after }) => (
          <div key={field}>
            <dt>{field}</dt>
            <dd>
              {before !== null && <del>{before}</del>}
              {before !== null && after !== null && <IconArrowNarrowRight size={14} stroke={1.75} aria-hidden />}
              {after !== null && <ins>{after}</ins>}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
