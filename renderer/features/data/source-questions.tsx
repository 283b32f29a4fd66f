import type { ColumnEvidence, SourceMapping } from '@shared/contracts/import-run';
import { asksTaxBasis, foreignCurrencies, withRate } from '@shared/domain/imports/source-answers';
import { exchangeRateSchema } from '@shared/records/source-rule';
import { TextInput } from '@mantine/core';
import { useState } from 'react';
import { useMessages } from '@renderer/i18n/use-messages';
import { SegmentedTabs } from '@renderer/ui/segmented-tabs';
import { AskBar } from './ask-bar';
import styles from './question-bar.module.css';
import { sourceName } from './source-name';

interface SourceQuestionsProps {
  readonly mapping: SourceMapping;
  readonly evidence: readonly ColumnEvidence[];
  readonly disabled: boolean;
  readonly onAnswer: (mapping: SourceMapping) => void;
}

/** What is asked once per source and remembered: what a foreign currency is worth, and whether the amounts hold tax. None of it stands in the way of a commit. */
export function SourceQuestions({ mapping, evidence, disabled, onAnswer }: SourceQuestionsProps) {
  return (
    <>
      {foreignCurrencies(mapping, evidence).map((currency) => (
        <RateQuestion
          key={currency}
          currency={currency}
          rate={mapping.rates.find((entry) => entry.currency === currency)?.rate ?? ''}
          disabled={disabled}
          onRate={(rate) => onAnswer({ ...mapping, rates: withRate(mapping.rates, currency, rate) })}
        />
      ))}
      {asksTaxBasis(mapping) && <TaxQuestion mapping={mapping} disabled={disabled} onAnswer={onAnswer} />}
    </>
  );
}

interface RateQuestionProps {
  readonly currency: string;
  /** '' = none. */
  readonly rate: string;
  readonly disabled: boolean;
  readonly onRate: (rate: string | null) => void;
}

function RateQuestion({ currency, rate, disabled, onRate }: RateQuestionProps) {
  const { t } = useMessages();
  const [typed, setTyped] = useState(rate);
  const isRate = (text: string) => exchangeRateSchema.safeParse({ currency, rate: text }).success;
  const wrong = typed.trim() !== '' && !isRate(typed.trim());
  const type = (text: string) => {
    setTyped(text);
    const given = text.trim();
    if (given === '' || isRate(given)) onRate(given === '' ? null : given);
  };
  return (
    <AskBar about={currency} title={t(rate === '' ? 'questions.askRate' : 'questions.decidedRate', { currency, rate })} evidence={t('questions.rateHint', { currency })} disabled={disabled}>
      <TextInput
        className={styles['rate']}
        size="xs"
        inputMode="decimal"
        aria-label={t('questions.rateLabel', { currency })}
        placeholder={t('questions.ratePlaceholder')}
        value={typed}
        error={wrong ? t('questions.rateWrong') : null}
        onChange={(event) => type(event.currentTarget.value)}
      />
    </AskBar>
  );
}

const UNSAID = 'unsaid';

function TaxQuestion({ mapping, disabled, onAnswer }: Omit<SourceQuestionsProps, 'evidence'>) {
  const { t } = useMessages();
  const { taxBasis } = mapping;
  return (
    <AskBar
      about={t('questions.taxBasis')}
      title={taxBasis === null ? t('questions.askTax') : t('questions.decidedTax', { basis: t(`questions.tax_${taxBasis}`) })}
      evidence={t('questions.taxHint', { source: sourceName(t, mapping.source) })}
      disabled={disabled}
    >
      <SegmentedTabs<'inclusive' | 'exclusive' | typeof UNSAID>
        label={t('questions.askTax')}
        value={taxBasis ?? UNSAID}
        options={[{ value: 'inclusive', label: t('questions.tax_inclusive') }, { value: 'exclusive', label: t('questions.tax_exclusive') }, { value: UNSAID, label: t('questions.tax_unsaid') }]}
        onChange={(chosen) => onAnswer({ ...mapping, taxBasis: chosen === UNSAID ? null : chosen })}
      />
    </AskBar>
  );
}
