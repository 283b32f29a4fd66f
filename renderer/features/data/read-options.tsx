import type { SourceMapping } from '@shared/contracts/import-run';
import { Checkbox, TagsInput } from '@mantine/core';
import { useId } from 'react';
import { useMessages } from '@renderer/i18n/use-messages';
import styles from './read-options.module.css';

interface ReadOptionsProps {
  readonly mapping: SourceMapping;
  /** Statuses that the last dry run left out, offered for counting. */
  readonly leftOut: readonly string[];
  /** The file was found to end with lines that are no data. */
  readonly hasFooter: boolean;
  readonly disabled: boolean;
  readonly onChange: (mapping: SourceMapping) => void;
}

/** What counts as a sale, or as won and lost, and where the data ends: asked where the file has such a column or such an end. */
export function ReadOptions(props: ReadOptionsProps) {
  const { t } = useMessages();
  const { mapping, hasFooter, disabled, onChange } = props;
  return (
    <>
      <Counted {...props} />
      {(hasFooter || mapping.footer) && (
        <div className={styles['options']}>
          <Checkbox label={t('questions.footer')} checked={mapping.footer} disabled={disabled} onChange={(event) => onChange({ ...mapping, footer: event.currentTarget.checked })} />
        </div>
      )}
    </>
  );
}

function Counted({ mapping, leftOut, disabled, onChange }: ReadOptionsProps) {
  const { t } = useMessages();
  const mapped = new Set(mapping.columns.map(({ field }) => field));
  if ((mapping.object === 'orders' || mapping.object === 'payments') && mapped.has('status')) {
    const counted = mapping.countedStatuses;
    return (
      <div className={styles['options']}>
        <TagList
          label={t('imports.countedStatuses')}
          hint={t('imports.countedHint')}
          value={counted ?? []}
          offered={leftOut}
          disabled={disabled || counted === null}
          onChange={(countedStatuses) => onChange({ ...mapping, countedStatuses })}
        />
        <Checkbox
          label={t('imports.countedAll')}
          checked={counted === null}
          disabled={disabled}
          onChange={(event) => onChange({ ...mapping, countedStatuses: event.currentTarget.checked ? null : [] })}
        />
      </div>
    );
  }
  if (mapping.object === 'opportunities' && mapped.has('stage')) {
    return (
      <div className={styles['options']}>
        <TagList label={t('imports.wonStages')} value={mapping.wonStages} offered={[]} disabled={disabled} onChange={(wonStages) => onChange({ ...mapping, wonStages })} />
        <TagList label={t('imports.lostStages')} hint={t('imports.stagesHint')} value={mapping.lostStages} offered={[]} disabled={disabled} onChange={(lostStages) => onChange({ ...mapping, lostStages })} />
      </div>
    );
  }
  return null;
}

interface TagListProps {
  readonly label: string;
  readonly hint?: string;
  readonly value: readonly string[];
  readonly offered: readonly string[];
  readonly disabled: boolean;
  readonly onChange: (value: string[]) => void;
}

function TagList({ label, hint, value, offered, disabled, onChange }: TagListProps) {
  const { t } = useMessages();
  const id = useId();
  return (
    <div className={styles['field']} title={hint}>
      <label htmlFor={id}>{label}</label>
      <TagsInput id={id} size="xs" value={[...value]} data={[...offered]} disabled={disabled} placeholder={value.length === 0 ? t('imports.addValue') : ''} onChange={onChange} />
    </div>
  );
}
