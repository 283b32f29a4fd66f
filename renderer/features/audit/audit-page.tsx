import { codeKey } from '@shared/messages/message-key';
import { Button } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconFilterOff, IconTableExport } from '@tabler/icons-react';
import { useState } from 'react';
import { useFormats } from '@renderer/i18n/use-formats';
import { useMessages } from '@renderer/i18n/use-messages';
import { useTask } from '@renderer/parts/use-task';
import { useWorkspace } from '@renderer/parts/workspace-context';
import { call } from '@renderer/platform/workbench';
import { EmptyState } from '@renderer/ui/empty-state';
import { PageBar } from '@renderer/ui/page-bar';
import { PaneHandle } from '@renderer/ui/pane-handle';
import { usePaneWidth } from '@renderer/ui/use-pane-width';
import { auditCsv } from './audit-csv';
import { AuditDetail } from './audit-detail';
import { type AuditFilter, noFilter } from './audit-filter';
import { AuditFilterBar } from './audit-filter-bar';
import { AuditList } from './audit-list';
import styles from './audit.module.css';
import type { AuditEntry } from './scan-change-sets';
import { useAudit } from './use-audit';

/** As wide as in audit.module.css. */
const SIDE = 420;
const NO_ENTRIES: readonly AuditEntry[] = [];

/** Everything that was ever written: who, when, what, before and after. What was taken back stays, marked. */
export function AuditPage() {
  const { t, changeName } = useMessages();
  const formats = useFormats();
  const { db } = useWorkspace();
  const { running, run } = useTask();
  const sideWidth = usePaneWidth('audit.detail', SIDE);
  const [filter, setFilter] = useState<AuditFilter>(noFilter);
  const scan = useAudit(filter);
  const [picked, setPicked] = useState<number | null>(null);
  const entries = scan?.entries ?? NO_ENTRIES;
  const complete = scan !== null && scan.scanned === scan.total;
  const shown = picked ?? entries[0]?.seq ?? null;
  const exportList = () =>
    run('export', async () => {
      const bytes = await auditCsv(db, entries, { t, formats, nameOf: changeName });
      const answer = await call('file.save', { suggestedName: t('audit.exportName'), bytes });
      if (!answer.ok) notifications.show({ color: 'red', message: t('audit.exportFailed', { reason: t(codeKey('calls', answer.error.code)) }) });
      else if (answer.value.saved) notifications.show({ message: t('audit.exported') });
    });
  return (
    <>
      <PageBar
        lined
        title={t('audit.title')}
        actions={<Button leftSection={<IconTableExport size={14} stroke={1.75} aria-hidden />} disabled={!complete || entries.length === 0} loading={running !== null} onClick={exportList}>{t('audit.export')}</Button>}
      >
        <output className={styles['count']}>
          {t('audit.count', { count: entries.length })}
          {scan !== null && !complete && <span>{t('audit.scanning', { done: formats.number(scan.scanned), total: formats.number(scan.total) })}</span>}
        </output>
      </PageBar>
      <AuditFilterBar filter={filter} people={scan?.people ?? []} onChange={(fields) => setFilter((before) => ({ ...before, ...fields }))} />
      <div className={styles['panes']}>
        {complete && entries.length === 0 ? <EmptyState icon={IconFilterOff} title={t('audit.none')}>{t('audit.noneText')}</EmptyState> : <AuditList entries={entries} picked={shown} onPick={setPicked} />}
        <div className={styles['sideBox']} style={sideWidth === null ? undefined : { width: sideWidth.width }}>
          {sideWidth !== null && <PaneHandle title={t('audit.title')} width={sideWidth} side="start" />}
          <aside className={styles['side']} aria-label={shown === null ? t('audit.list') : t('audit.detail', { seq: shown })} {...{ tabIndex: 0 }}>
            <AuditDetail seq={shown} revision={scan?.total ?? 0} onShow={setPicked} />
          </aside>
        </div>
      </div>
    </>
  );
}
