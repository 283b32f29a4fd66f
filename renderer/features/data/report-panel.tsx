import { Button } from '@mantine/core';
import { IconCircleCheck } from '@tabler/icons-react';
import { useEffect, useRef } from 'react';
import { useFormats } from '@renderer/i18n/use-formats';
import { useMessages } from '@renderer/i18n/use-messages';
import { Panel } from '@renderer/ui/panel';
import type { CommittedFile } from './import-flow';
import styles from './report-panel.module.css';

export interface ReportSteps {
  readonly onAttainment: () => void;
  readonly onBatches: () => void;
  readonly onOwners: () => void;
  readonly onExport: () => void;
  readonly onMore: () => void;
  /** Visible sheets of the same workbook that have not been written. */
  readonly otherSheets: readonly { readonly name: string; readonly onOpen: () => void }[];
  /** Null when no other file waits. */
  readonly next: { readonly name: string; readonly onOpen: () => void } | null;
}

/** What was written, and for each fact the one thing to do about it next. */
export function ReportPanel({ file, name, steps }: { readonly file: CommittedFile; readonly name: string; readonly steps: ReportSteps }) {
  const { t } = useMessages();
  const { number, month } = useFormats();
  const { dryRun } = file;
  const first = useRef<HTMLButtonElement>(null);
  // The button that was pressed has gone: the keyboard goes on from the first next step.
  useEffect(() => first.current?.focus(), []);
  const months = dryRun.months;
  const span = months.length === 0 ? null : months.length === 1 ? month(months[0]!) : `${month(months[0]!)} – ${month(months.at(-1)!)}`;
  const unmatchedRows = dryRun.unmatchedOwners.reduce((sum, owner) => sum + owner.rows, 0);
  const facts = [
    ...steps.otherSheets.map((sheet) => ({ fact: t('imports.nextSheet', { name: sheet.name }), action: t('imports.nextFileOpen'), onOpen: sheet.onOpen })),
    ...(steps.next ? [{ fact: t('imports.nextFile', { name: steps.next.name }), action: t('imports.nextFileOpen'), onOpen: steps.next.onOpen }] : []),
    ...(span === null ? [] : [{ fact: `${t('imports.reportMonths')} ${span}`, action: t('imports.seeAttainment'), onOpen: steps.onAttainment }]),
    ...(dryRun.targets === undefined ? [] : [{ fact: t('importFiles.targetsWritten', { cells: number(dryRun.targets.cellsAdded + dryRun.targets.cellsChanged) }), action: t('imports.seeAttainment'), onOpen: steps.onAttainment }]),
    ...(dryRun.unmatchedOwners.length === 0 ? [] : [{ fact: t('imports.unmatched', { owners: number(dryRun.unmatchedOwners.length), rows: number(unmatchedRows) }), action: t('imports.unmatchedOpen'), onOpen: steps.onOwners }]),
    ...(dryRun.rejected === 0 ? [] : [{ fact: t('imports.reportRejected', { count: dryRun.rejected }), action: t('importFiles.exportRejected'), onOpen: steps.onExport }]),
    { fact: t('imports.reportBatch'), action: t('imports.openBatch'), onOpen: steps.onBatches },
    ...(steps.next || steps.otherSheets.length > 0 ? [] : [{ fact: t('imports.allDone'), action: t('imports.importMore'), onOpen: steps.onMore }]),
  ];
  return (
    <Panel title={t('imports.stepReport')} note={t('imports.reportTook', { seconds: number(file.tookMs / 1000, 1) })} className={styles['panel']!}>
      <p className={styles['done']} aria-live="polite">
        <IconCircleCheck size={16} stroke={1.75} aria-hidden />
        {t('imports.reportText', { name, added: number(dryRun.added), changed: number(dryRun.changed), unchanged: number(dryRun.unchanged), rejected: number(dryRun.rejected) })}
      </p>
      <h3 className={styles['head']}>{t('imports.reportNext')}</h3>
      <ul className={styles['steps']}>
        {facts.map(({ fact, action, onOpen }, index) => (
          <li key={fact}>
            <span title={fact}>{fact}</span>
            <Button ref={index === 0 ? first : null} variant={index === 0 ? 'filled' : 'default'} onClick={onOpen}>{action}</Button>
          </li>
        ))}
      </ul>
    </Panel>
  );
}
