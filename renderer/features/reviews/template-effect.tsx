import { Select, TextInput } from '@mantine/core';
import { memo } from 'react';
import { type YearMonth, addMonths, yearMonth } from '@shared/kernel/month';
import type { ScorecardTemplate } from '@shared/records/scorecard-template';
import { useFormats } from '@renderer/i18n/use-formats';
import { useMessages } from '@renderer/i18n/use-messages';
import { useSteady } from '@renderer/ui/use-steady';
import styles from './templates.module.css';

interface TemplateEffectProps {
  readonly draft: ScorecardTemplate;
  /** The version in hand has scored reviews, so the draft becomes the next one. */
  readonly isUsed: boolean;
  /** The last month that any version has scored. */
  readonly lastScored: YearMonth;
  readonly onChange: (fields: Pick<ScorecardTemplate, 'fromMonth' | 'reason'>) => void;
}

const CHOICES = 24;

/** From when a changed template scores, and why it changes. */
export function TemplateEffect({ draft, isUsed, lastScored, onChange }: TemplateEffectProps) {
  const { t } = useMessages();
  const setMonth = useSteady((fromMonth: YearMonth | null) => onChange({ fromMonth, reason: draft.reason }));
  return (
    <section className={styles['effect']} aria-label={t('templates.fromMonth')}>
      <p>{t(isUsed ? 'templates.nextVersion' : 'templates.changedVersion', { version: draft.version })}</p>
      <FromMonth fromMonth={draft.fromMonth} lastScored={lastScored} onPick={setMonth} />
      <TextInput label={t('templates.reason')} placeholder={t('templates.reasonPrompt')} value={draft.reason} maxLength={500} required withAsterisk={false} onChange={(event) => onChange({ fromMonth: draft.fromMonth, reason: event.currentTarget.value })} />
    </section>
  );
}

interface FromMonthProps {
  readonly fromMonth: YearMonth | null;
  readonly lastScored: YearMonth;
  readonly onPick: (month: YearMonth | null) => void;
}

const FromMonth = memo(function FromMonth({ fromMonth, lastScored, onPick }: FromMonthProps) {
  const { t } = useMessages();
  const { month: writeMonth } = useFormats();
  const months = Array.from({ length: CHOICES }, (_, n) => addMonths(lastScored, n + 1));
  if (fromMonth !== null && fromMonth > months.at(-1)!) months.push(fromMonth);
  return <Select label={t('templates.fromMonth')} data={months.map((month) => ({ value: month, label: writeMonth(month) }))} value={fromMonth} onChange={(month) => onPick(month === null ? null : yearMonth(month))} />;
});
