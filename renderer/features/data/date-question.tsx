import type { DateSystem } from '@shared/contracts/import-run';
import type { DateOrder } from '@shared/domain/imports/read-day';
import { readDay } from '@shared/domain/imports/read-day';
import { day } from '@shared/kernel/day';
import { useFormats } from '@renderer/i18n/use-formats';
import { useMessages } from '@renderer/i18n/use-messages';
import { SegmentedTabs } from '@renderer/ui/segmented-tabs';
import { AskBar } from './ask-bar';
import { type ColumnQuestion, readDateAs } from './column-questions';

type Answer = Exclude<DateOrder, 'ymd'>;

interface DateQuestionProps {
  readonly question: ColumnQuestion;
  /** How the workbook counts days; null for a text file. */
  readonly system: DateSystem | null;
  readonly disabled: boolean;
  readonly onAnswer: (order: Answer) => void;
}

/** How a column's dates are meant: which way round they are written, or from which year its day numbers count, with what a sample becomes each way. */
export function DateQuestion({ question: { column, evidence }, system, disabled, onAnswer }: DateQuestionProps) {
  const { t } = useMessages();
  const { fullDay, number } = useFormats();
  const { header, dateOrder } = column;
  const order = dateOrder === 'ymd' ? null : dateOrder;
  const { dayNumbers, dayNumberSample: sample, ambiguousDates } = evidence;
  const readAs = (serial: 'serial1900' | 'serial1904') => {
    const read = readDay(sample, serial);
    return t('questions.dayNumberReading', { order: t(`questions.order_${serial}`), day: read.ok ? fullDay(read.value) : '–' });
  };
  const written = order === 'mdy' || order === 'dmy' ? readDateAs(evidence.sample, order) : null;
  const parts = [
    ...(ambiguousDates > 0 ? [t('imports.dateCounts', { mdy: number(evidence.onlyMdy), dmy: number(evidence.onlyDmy), both: number(ambiguousDates) })] : []),
    ...(written === null ? [] : [t('imports.dateReading', { sample: evidence.sample, day: fullDay(day(written)) })]),
    ...(dayNumbers > 0 ? [t('questions.dayNumbers', { count: dayNumbers, sample }), readAs('serial1900'), readAs('serial1904')] : []),
    ...(dayNumbers > 0 && system !== null ? [t('questions.workbookSystem', { system })] : []),
  ];
  const offered: Answer[] = [...(ambiguousDates > 0 ? (['mdy', 'dmy'] as const) : []), ...(dayNumbers > 0 ? (['serial1900', 'serial1904'] as const) : [])];
  const label = (answer: Answer) => (answer === 'mdy' || answer === 'dmy' ? t(`imports.order_${answer}`) : t(`questions.order_${answer}`));
  const ask = ambiguousDates > 0 ? t('imports.askDate', { header }) : t('questions.askDayNumber', { header });
  return (
    <AskBar about={header} title={order === null ? ask : t(order === 'mdy' || order === 'dmy' ? 'imports.decidedDate' : 'questions.decidedDayNumber', { header, order: label(order) })} evidence={parts.join(t('imports.separator'))} disabled={disabled}>
      <SegmentedTabs<'' | Answer>
        label={ask}
        value={order !== null && offered.includes(order) ? order : ''}
        options={offered.map((value) => ({ value, label: label(value) }))}
        onChange={(chosen) => chosen !== '' && onAnswer(chosen)}
      />
    </AskBar>
  );
}
