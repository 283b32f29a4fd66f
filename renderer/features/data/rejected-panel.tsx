import type { DryRun, RowIssue } from '@shared/contracts/import-run';
import { codeKey } from '@shared/messages/message-key';
import { isFactObject } from '@shared/records/import-object';
import { IconCircleCheck, IconDownload } from '@tabler/icons-react';
import { useFormats } from '@renderer/i18n/use-formats';
import { useMessages } from '@renderer/i18n/use-messages';
import { type Column, DataTable } from '@renderer/ui/data-table';
import { Panel } from '@renderer/ui/panel';
import { HeadLink } from './head-link';
import { ImportNotices } from './import-notices';
import { ScrollBox } from './scroll-box';
import styles from './rejected-panel.module.css';

interface RejectedPanelProps {
  readonly dryRun: DryRun;
  /** Of a workbook: its cells are named as a spreadsheet does. */
  readonly isSheet: boolean;
  readonly stale: boolean;
  readonly onExport: () => void;
  readonly onOwners: () => void;
}

/** Rows in view at once; the export holds every one. */
const SHOWN = 200;

/** Which rows are refused, where and why; below it what else to know before deciding. */
export function RejectedPanel({ dryRun, isSheet, stale, onExport, onOwners }: RejectedPanelProps) {
  const { t } = useMessages();
  const { number, amount } = useFormats();
  const shown = dryRun.issues.slice(0, SHOWN);
  const columns: Column<RowIssue>[] = [
    { key: 'line', head: t('imports.colLine'), width: 60, numeric: true, cell: ({ line }) => number(line) },
    { key: 'column', head: t('imports.colColumn'), width: 120, cell: (issue) => <Place issue={issue} isSheet={isSheet} /> },
    { key: 'reason', head: t('imports.colReason'), cell: (issue) => <Reason issue={issue} /> },
    { key: 'amount', head: t('imports.colAmount'), width: 104, numeric: true, cell: ({ amountFen }) => amount(amountFen, 'yuan') },
  ];
  const note = dryRun.issues.length > shown.length ? t('imports.rejectedListed', { count: dryRun.rejected, listed: number(shown.length) }) : t('imports.rejectedCount', { count: dryRun.rejected });
  return (
    <Panel
      title={t('imports.rejectedRows')}
      note={note}
      className={styles['panel']!}
      actions={dryRun.rejected > 0 && (
        <HeadLink icon={<IconDownload size={14} stroke={1.75} aria-hidden />} onClick={onExport}>{t('importFiles.exportRejected')}</HeadLink>
      )}
      // Customers, products and people touch no closed figure and no owner.
      {...(isFactObject(dryRun.object) || dryRun.leftOut > 0 ? { foot: <ImportNotices dryRun={dryRun} onOwners={onOwners} /> } : {})}
    >
      <ScrollBox label={t('imports.rejectedRows')} className={styles['list']!} stale={stale}>
        {dryRun.rejected === 0 ? (
          <p className={styles['none']}><IconCircleCheck size={16} stroke={1.75} aria-hidden />{t('imports.rejectedNone')}</p>
        ) : (
          <DataTable label={t('imports.rejectedRows')} columns={columns} rows={shown} rowKey={({ line, column, code }) => `${line}/${column}/${code}`} />
        )}
      </ScrollBox>
    </Panel>
  );
}

function Place({ issue: { line, column, header }, isSheet }: { readonly issue: RowIssue; readonly isSheet: boolean }) {
  const { t } = useMessages();
  const text = column === '' ? t('imports.wholeRow') : `${isSheet ? `${column}${line}` : column} ${header}`;
  return <span title={text}>{text}</span>;
}

function Reason({ issue: { code, detail } }: { readonly issue: RowIssue }) {
  const { t } = useMessages();
  const text = t(codeKey('issues', code), { detail });
  return <span title={text}>{text}</span>;
}
