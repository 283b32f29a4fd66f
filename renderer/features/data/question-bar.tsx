import type { SourceMapping } from '@shared/contracts/import-run';
import { useMessages } from '@renderer/i18n/use-messages';
import { SegmentedTabs } from '@renderer/ui/segmented-tabs';
import { AskBar } from './ask-bar';
import { type ColumnQuestion, answerColumn } from './column-questions';
import { DateQuestion } from './date-question';

interface QuestionBarProps {
  readonly question: ColumnQuestion;
  readonly mapping: SourceMapping;
  readonly disabled: boolean;
  readonly onAnswer: (mapping: SourceMapping) => void;
}

/** One question about one column, with the evidence for either answer. */
export function QuestionBar({ question, mapping, disabled, onAnswer }: QuestionBarProps) {
  const answer = (given: Parameters<typeof answerColumn>[2]) => onAnswer(answerColumn(mapping, question.index, given));
  switch (question.kind) {
    case 'dateOrder':
      return <DateQuestion question={question} system={mapping.sheet?.dateSystem ?? null} disabled={disabled} onAnswer={(dateOrder) => answer({ dateOrder })} />;
    case 'decimalMark':
      return <NumberQuestion question={question} disabled={disabled} onAnswer={(decimalMark) => answer({ decimalMark })} />;
    case 'shareUnit':
      return <ShareQuestion question={question} disabled={disabled} onAnswer={(shareUnit) => answer({ shareUnit })} />;
  }
}

interface AnswerProps<Answer> {
  readonly question: ColumnQuestion;
  readonly disabled: boolean;
  readonly onAnswer: (answer: Answer) => void;
}

function NumberQuestion({ question: { column, evidence }, disabled, onAnswer }: AnswerProps<'.' | ','>) {
  const { t } = useMessages();
  const { header, decimalMark: mark } = column;
  const ask = t('imports.askNumber', { header });
  return (
    <AskBar
      about={header}
      title={mark === null ? ask : t('imports.decidedNumber', { header, mark: t(mark === '.' ? 'imports.markPoint' : 'imports.markComma') })}
      evidence={t('imports.numberCounts', { count: evidence.ambiguousNumbers, sample: evidence.sample })}
      disabled={disabled}
    >
      <SegmentedTabs<'' | '.' | ','>
        label={ask}
        value={mark ?? ''}
        options={[{ value: '.', label: t('imports.markPoint') }, { value: ',', label: t('imports.markComma') }]}
        onChange={(chosen) => chosen !== '' && onAnswer(chosen)}
      />
    </AskBar>
  );
}

function ShareQuestion({ question: { column, evidence }, disabled, onAnswer }: AnswerProps<'fraction' | 'percent'>) {
  const { t } = useMessages();
  const { header, shareUnit } = column;
  const { shareSample: sample, sharesUpToOne: count, markedShares } = evidence;
  const ask = t('questions.askShare', { header, sample });
  return (
    <AskBar
      about={header}
      title={shareUnit === null ? ask : t('questions.decidedShare', { header, unit: t(`questions.share_${shareUnit}`) })}
      evidence={[t('questions.bareShares', { count, sample }), ...(markedShares > 0 ? [t('questions.markedShares', { count: markedShares })] : [])].join(t('imports.separator'))}
      disabled={disabled}
    >
      <SegmentedTabs<'' | 'fraction' | 'percent'>
        label={ask}
        value={shareUnit ?? ''}
        options={[{ value: 'fraction', label: t('questions.share_fraction') }, { value: 'percent', label: t('questions.share_percent') }]}
        onChange={(chosen) => chosen !== '' && onAnswer(chosen)}
      />
    </AskBar>
  );
}
