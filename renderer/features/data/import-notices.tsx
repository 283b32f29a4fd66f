import type { DryRun } from '@shared/contracts/import-run';
import { Anchor } from '@mantine/core';
import { IconCircleCheck, IconInfoCircle, IconLock, IconReceiptTax, IconUserQuestion } from '@tabler/icons-react';
import { useFormats } from '@renderer/i18n/use-formats';
import { useMessages } from '@renderer/i18n/use-messages';
import styles from './import-notices.module.css';
import { sourceName } from './source-name';

/** What the import touches beyond its own rows: signed months, owners who are nobody yet, another tax basis, lines that were not read. */
export function ImportNotices({ dryRun, onOwners }: { readonly dryRun: DryRun; readonly onOwners: () => void }) {
  const { t } = useMessages();
  const { monthName, month, number } = useFormats();
  const { signedMonths, unmatchedOwners, otherTaxBases, leftOut } = dryRun;
  const rows = unmatchedOwners.reduce((sum, owner) => sum + owner.rows, 0);
  const signed = signedMonths.length > 3 ? `${month(signedMonths[0]!)} – ${month(signedMonths.at(-1)!)}` : signedMonths.map(monthName).join(t('imports.separator'));
  return (
    <ul className={styles['notices']}>
      {signedMonths.length > 0 && <li data-kind="signed"><IconLock size={14} stroke={1.75} aria-hidden /><span>{t('imports.signedMonths', { months: signed })}</span></li>}
      {unmatchedOwners.length > 0 && (
        <li data-kind="owners">
          <IconUserQuestion size={14} stroke={1.75} aria-hidden />
          <span>{t('imports.unmatched', { owners: number(unmatchedOwners.length), rows: number(rows) })}</span>
          <Anchor component="button" type="button" size="xs" onClick={onOwners}>{t('imports.unmatchedOpen')}</Anchor>
        </li>
      )}
      {otherTaxBases.map(({ source, taxBasis }) => (
        <li key={source} data-kind="tax"><IconReceiptTax size={14} stroke={1.75} aria-hidden /><Clipped text={t('questions.noticeTax', { source: sourceName(t, source), basis: t(`questions.tax_${taxBasis}`) })} /></li>
      ))}
      {leftOut > 0 && <li data-kind="leftOut"><IconInfoCircle size={14} stroke={1.75} aria-hidden /><Clipped text={t('questions.noticeLeftOut', { count: leftOut })} /></li>}
      {signedMonths.length === 0 && otherTaxBases.length === 0 && unmatchedOwners.length === 0 && <li data-kind="none"><IconCircleCheck size={14} stroke={1.75} aria-hidden /><span>{t('imports.noticesNone')}</span></li>}
    </ul>
  );
}

function Clipped({ text }: { readonly text: string }) {
  return <span title={text}>{text}</span>;
}
