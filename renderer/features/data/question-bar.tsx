import type { SourceMapping } from '@shared/contracts/import-run';
import { day } from '@shared/kernel/day';
import { IconHelpCircle } from '@tabler/icons-react';
import { useFormats } from '@renderer/i18n/use-formats';
import { useMessages } from '@renderer/i18n/use-messages';
import { SegmentedTabs } from '@renderer/ui/segmented-tabs';
import { type ColumnQuestion, answerColumn, readDateAs } from './column-questions';
import styles from './question-bar.module.css';

interface QuestionBarProps {
  readonly question: ColumnQuestion;
  readonly mapping: SourceMapping;
  readonly disabled: boolean;
  readonly onAnswer: (mapping: SourceMapping) => void;
}

/** One question about one column, with the evidence for either answer; it stays, answered, so that the answer can be seen and changed. */
export function QuestionBar({ question, mapping, disabled, onAnswer }: QuestionBarProps) {
  return (
    <fieldset className={styles['ask']} aria-label={question.column.header} disabled={disabled}>
      <IconHelpCircle size={16} stroke={1.75} aria-hidden />
      {question.kind === 'dateOrder' ? <DateQuestion question={question} /> : <NumberQuestion question={question} />}
      <span className={styles['grow']} />
      {question.kind === 'dateOrder' ? (
        <DateChoice question={question} onAnswer={(dateOrder) => onAnswer(answerColumn(mapping, question.index, { dateOrder }))} />
      ) : (
        <NumberChoice question={question} onAnswer={(decimalMark) => onAnswer(answerColumn(mapping, question.index, { decimalMark }))} />
      )}
    </fieldset>
  );
}

type QuestionOf<K extends ColumnQuestion['kind']> = Extract<ColumnQuestion, { kind: K }>;

function DateQuestion({ question: { column, evidence } }: { readonly question: QuestionOf<'dateOrder'> }) {
  const { t } = useMessages();
  const { fullDay, number } = useFormats();
  const order = column.dateOrder;
  const reading = order === null || order === 'ymd' ? null : readDateAs(evidence.sample, order);
  const counts = t('imports.dateCounts', { mdy: number(evidence.onlyMdy), dmy: number(evidence.onlyDmy), both: number(evidence.ambiguousDates) });
  return (
    <div>
      <b>{order === null ? t('imports.askDate', { header: column.header }) : t('imports.decidedDate', { header: column.header, order: t(`imports.order_${order}`) })}</b>
      <p>{[counts, ...(reading === null ? [] : [t('imports.dateReading', { sample: evidence.sample, day: fullDay(day(reading)) })])].join(t('imports.separator'))}</p>
    </div>
  );
}

function DateChoice({ question: { column }, onAnswer }: { readonly question: QuestionOf<'dateOrder'>; readonly onAnswer: (order: 'mdy' | 'dmy') => void }) {
  const { t } = useMessages();
  return (
    <SegmentedTabs<'' | 'mdy' | 'dmy'>
      label={t('imports.askDate', { header: column.header })}
      value={column.dateOrder === 'mdy' || column.dateOrder === 'dmy' ? column.dateOrder : ''}
      options={[{ value: 'mdy', label: t('imports.order_mdy') }, { value: 'dmy', label: t('imports.order_dmy') }]}
      onChange={(order) => order !== '' && onAnswer(order)}
    />
  );
}

function NumberQuestion({ question: { column, evidence } }: { readonly question: QuestionOf<'decimalMark'> }) {
  const { t } = useMessages();
  const mark = column.decimalMark;
  return (
    <div>
      <b>{mark === null ? t('imports.askNumber', { header: column.header }) : t('imports.decidedNumber', { header: column.header, mark: t(mark === '.' ? 'imports.markPoint' : 'imports.markComma') })}</b>
      <p>{t('imports.numberCounts', { count: evidence.ambiguousNumbers, sample: evidence.sample })}</p>
    </div>
  );
}

function NumberChoice({ question: { column }, onAnswer }: { readonly question: QuestionOf<'decimalMark'>; readonly onAnswer: (mark: '.' | ',') => void }) {
  const { t } = useMessages();
  return (
    <SegmentedTabs<'' | '.' | ','>
      label={t('imports.askNumber', { header: column.header })}
      value={column.decimalMark ?? ''}
      options={[{ value: '.', label: t('imports.markPoint') }, { value: ',', label: t('imports.markComma') }]}
      onChange={(mark) => mark !== '' && onAnswer(mark)}
    />
  );
}
