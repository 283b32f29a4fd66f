import type { DuplicateGroup } from '@shared/contracts/quality';
import { Button, Radio } from '@mantine/core';
import { IconHelpCircle } from '@tabler/icons-react';
import { useMessages } from '@renderer/i18n/use-messages';
import { PickBox } from './pick-box';
import styles from './duplicate-row.module.css';

interface DuplicateRowProps {
  readonly group: DuplicateGroup;
  /** The name that stays if they are merged. */
  readonly stays: string;
  readonly picked: boolean;
  readonly onPick: (on: boolean) => void;
  readonly onStays: (name: string) => void;
  readonly onMerge: () => void;
  readonly onKeepApart: () => void;
}

/** Names that may be one customer: why, which of them stays, and the two decisions. */
export function DuplicateRow({ group: { names, pairs, certain }, stays, picked, onPick, onStays, onMerge, onKeepApart }: DuplicateRowProps) {
  const { t } = useMessages();
  const all = names.map(({ name }) => name).join(t('imports.separator'));
  const reasons = [...new Set(pairs.map(({ reason }) => reason))];
  return (
    <li className={styles['row']}>
      <PickBox name={all} picked={picked} onPick={onPick} />
      <Radio.Group aria-label={t('quality.stays')} value={stays} onChange={onStays}>
        <div className={styles['names']}>
          {names.map(({ name, rows, hasFile }) => (
            <Radio key={name} value={name} size="xs" label={<><span className={styles['name']}>{name}</span> <span className={styles['soft']}>{[t('quality.nameRows', { count: rows }), ...(hasFile ? [t('quality.hasFile')] : [])].join(t('imports.separator'))}</span></>} />
          ))}
        </div>
      </Radio.Group>
      <div className={styles['why']}>
        {reasons.map((reason) => <span key={reason}>{t(`quality.reason_${reason}`)}</span>)}
        {!certain && <span className={styles['unsure']}><IconHelpCircle size={14} stroke={1.75} aria-hidden />{t('quality.unsure')}</span>}
      </div>
      <div className={styles['decide']}>
        <Button size="compact-xs" aria-label={t('quality.keepApartGroup', { names: all })} onClick={onKeepApart}>{t('quality.keepApart')}</Button>
        <Button size="compact-xs" aria-label={t('quality.mergeGroup', { name: stays })} onClick={onMerge}>{t('quality.merge')}</Button>
      </div>
    </li>
  );
}
