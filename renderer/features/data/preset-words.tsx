import { Checkbox, TagsInput, Textarea } from '@mantine/core';
import { useState } from 'react';
import { setSignature } from '@shared/domain/imports/edit-preset';
import type { ImportObject } from '@shared/records/import-object';
import type { PresetContent } from '@shared/records/import-preset';
import { useMessages } from '@renderer/i18n/use-messages';
import { Chip } from '@renderer/ui/chip';
import styles from './sources-tab.module.css';

interface PresetPartProps {
  readonly preset: PresetContent;
  /** Null = the preset is read-only. */
  readonly onChange: ((preset: PresetContent) => Promise<boolean>) | null;
}

/** What a file's header must hold to be taken for this object of the source. */
export function PresetSignature({ preset, object, onChange }: PresetPartProps & { readonly object: ImportObject }) {
  const { t } = useMessages();
  const signature = preset.objects[object]?.signature ?? [];
  return (
    <div className={styles['part']}>
      {onChange === null ? <WordList label={t('sources.signature')} value={signature} onChange={null} /> : <SignatureField key={`${object} ${signature.join('\n')}`} signature={signature} onSignature={(next) => onChange(setSignature(preset, object, next))} />}
      <p className={styles['soft']}>{t('sources.signatureHint')}</p>
    </div>
  );
}

/** One part of the signature a line; kept when it is left, as it was when it is refused. */
function SignatureField({ signature, onSignature }: { readonly signature: readonly string[]; readonly onSignature: (signature: string[]) => Promise<boolean> }) {
  const { t } = useMessages();
  const stored = signature.join('\n');
  const [text, setText] = useState(stored);
  const keep = async () => {
    const lines = text.split('\n').map((line) => line.trim()).filter((line) => line !== '');
    if (lines.join('\n') === stored || !(await onSignature(lines))) setText(stored);
  };
  return <Textarea size="xs" label={t('sources.signature')} value={text} autosize minRows={2} maxRows={8} onChange={(event) => setText(event.currentTarget.value)} onBlur={() => void keep()} />;
}

/** Which stages are won and lost, which statuses count, and whether the export ends with lines of text. */
export function PresetWords({ preset, onChange }: PresetPartProps) {
  const { t } = useMessages();
  const { opportunities, orders } = preset.objects;
  const keep = (change: (words: string[]) => PresetContent) => onChange && ((words: string[]) => void onChange(change(words)));
  const counted = preset.countedStatuses;
  return (
    <div className={styles['group']} role="group" aria-label={t('sources.words')}>
      {opportunities !== undefined && (
        <div className={styles['part']}>
          <WordList label={t('imports.wonStages')} value={preset.wonStages} onChange={keep((wonStages) => ({ ...preset, wonStages }))} />
          <WordList label={t('imports.lostStages')} value={preset.lostStages} onChange={keep((lostStages) => ({ ...preset, lostStages }))} />
          <p className={styles['soft']}>{t('imports.stagesHint')}</p>
        </div>
      )}
      {orders !== undefined && (
        <div className={styles['part']}>
          {counted !== null && <WordList label={t('sources.statuses')} value={counted} onChange={keep((countedStatuses) => ({ ...preset, countedStatuses }))} />}
          <Checkbox label={t('sources.statusesAll')} checked={counted === null} disabled={onChange === null} onChange={(event) => void onChange?.({ ...preset, countedStatuses: event.currentTarget.checked ? null : [] })} />
        </div>
      )}
      <div className={styles['part']}>
        <Checkbox label={t('sources.footer')} checked={preset.footer ?? false} disabled={onChange === null} onChange={(event) => void onChange?.({ ...preset, footer: event.currentTarget.checked })} />
      </div>
    </div>
  );
}

interface WordListProps {
  readonly label: string;
  readonly value: readonly string[];
  /** Null = read-only. */
  readonly onChange: ((words: string[]) => void) | null;
}

/** A few words that are typed one by one; where they cannot be changed they are plain text. */
function WordList({ label, value, onChange }: WordListProps) {
  const { t } = useMessages();
  if (onChange !== null) return <TagsInput size="xs" label={label} value={[...value]} splitChars={[]} placeholder={value.length === 0 ? t('imports.addValue') : ''} onChange={onChange} />;
  return (
    <div className={styles['tags']}>
      <b>{label}</b>
      {value.length === 0 ? <span className={styles['soft']}>–</span> : value.map((word) => <Chip key={word} outline>{word}</Chip>)}
    </div>
  );
}
