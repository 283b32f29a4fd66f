import { Button, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { Fen } from '@shared/kernel/fen';
import type { LeafShares, TimeShape } from '@shared/domain/targets/allocate-year';
import { useFormats } from '@renderer/i18n/use-formats';
import { useMessages } from '@renderer/i18n/use-messages';
import { SegmentedTabs } from '@renderer/ui/segmented-tabs';
import { parseAmount, writeAmount } from './parse-amount';
import styles from './targets.module.css';

export interface AllocationChoice {
  readonly annualFen: Fen;
  readonly shares: LeafShares;
  readonly timeShape: TimeShape;
}

interface AllocationFormProps {
  readonly name: string;
  readonly startFen: Fen | null;
  readonly confirm: string;
  readonly refused: string | null;
  readonly onConfirm: (choice: AllocationChoice) => void;
  readonly onCancel?: () => void;
}

const SHARES: readonly LeafShares[] = ['lastYear', 'equal'];
const SHAPES: readonly TimeShape[] = ['lastYear', 'workingDays', 'equal'];

/** An annual number and how it is handed down: across people and across months. */
export function AllocationForm({ name, startFen, confirm, refused, onConfirm, onCancel }: AllocationFormProps) {
  const { t } = useMessages();
  const formats = useFormats();
  // What is being typed keeps the unit it was begun in.
  const [unit] = useState(formats.unit());
  const unitName = formats.unitName(unit);
  const [text, setText] = useState(writeAmount(startFen, unit));
  const [shares, setShares] = useState<LeafShares>('lastYear');
  const [timeShape, setTimeShape] = useState<TimeShape>('lastYear');
  const parsed = parseAmount(text, unit);
  const annualFen = parsed.ok ? parsed.value : null;
  return (
    <form
      className={styles['form']}
      onSubmit={(event) => {
        event.preventDefault();
        if (annualFen !== null) onConfirm({ annualFen, shares, timeShape });
      }}
    >
      <TextInput
        data-autofocus
        label={t('targets.annualTargetOf', { name, unit: unitName })}
        value={text}
        inputMode="decimal"
        error={parsed.ok ? refused : t('targets.editInvalid', { text, unit: unitName })}
        onChange={(event) => setText(event.currentTarget.value)}
      />
      <div className={styles['choice']}>
        <span>{t('targets.sharesAcross')}</span>
        <SegmentedTabs label={t('targets.sharesAcross')} value={shares} options={SHARES.map((value) => ({ value, label: t(`targets.shares_${value}`) }))} onChange={setShares} />
      </div>
      <div className={styles['choice']}>
        <span>{t('targets.timeShape')}</span>
        <SegmentedTabs label={t('targets.timeShape')} value={timeShape} options={SHAPES.map((value) => ({ value, label: t(`targets.time_${value}`) }))} onChange={setTimeShape} />
      </div>
      <p className={styles['quiet']}>{t('targets.lockedStay')}</p>
      <div className={styles['buttons']}>
        {onCancel && <Button onClick={onCancel}>{t('targets.cancel')}</Button>}
        <Button type="submit" variant="filled" disabled={annualFen === null}>{confirm}</Button>
      </div>
    </form>
  );
}
