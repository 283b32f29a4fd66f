import { Checkbox, TagsInput } from '@mantine/core';
import { setSignature } from '@shared/domain/imports/edit-preset';
import type { ImportObject } from '@shared/records/import-object';
import type { PresetContent } from '@shared/records/import-preset';
import { useMessages } from '@renderer/i18n/use-messages';
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
      <TagsInput
        size="xs" label={t('sources.signature')} description={t('sources.signatureHint')} inputWrapperOrder={['label', 'input', 'description']} value={[...signature]} disabled={onChange === null} splitChars={[]}
        placeholder={signature.length === 0 ? t('imports.addValue') : ''} onChange={(next) => void onChange?.(setSignature(preset, object, next))}
      />
    </div>
  );
}

/** Which stages are won and lost, which statuses count, and whether the export ends with lines of text. */
export function PresetWords({ preset, onChange }: PresetPartProps) {
  const { t } = useMessages();
  const disabled = onChange === null;
  const { opportunities, orders } = preset.objects;
  const tags = (label: string, value: readonly string[], keep: (next: string[]) => PresetContent, off = false) => (
    <TagsInput size="xs" label={label} value={[...value]} disabled={disabled || off} placeholder={value.length === 0 && !off && !disabled ? t('imports.addValue') : ''} onChange={(next) => void onChange?.(keep(next))} />
  );
  const counted = preset.countedStatuses;
  return (
    <div className={styles['group']} role="group" aria-label={t('sources.words')}>
      {opportunities !== undefined && (
        <div className={styles['part']}>
          {tags(t('imports.wonStages'), preset.wonStages, (wonStages) => ({ ...preset, wonStages }))}
          {tags(t('imports.lostStages'), preset.lostStages, (lostStages) => ({ ...preset, lostStages }))}
          <p className={styles['soft']}>{t('imports.stagesHint')}</p>
        </div>
      )}
      {orders !== undefined && (
        <div className={styles['part']}>
          {tags(t('sources.statuses'), counted ?? [], (countedStatuses) => ({ ...preset, countedStatuses }), counted === null)}
          <Checkbox label={t('sources.statusesAll')} checked={counted === null} disabled={disabled} onChange={(event) => void onChange?.({ ...preset, countedStatuses: event.currentTarget.checked ? null : [] })} />
        </div>
      )}
      <div className={styles['part']}>
        <Checkbox label={t('sources.footer')} checked={preset.footer ?? false} disabled={disabled} onChange={(event) => void onChange?.({ ...preset, footer: event.currentTarget.checked })} />
      </div>
    </div>
  );
}
