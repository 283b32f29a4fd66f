import { plainTableAliases } from '@shared/domain/imports/import-presets';
import type { ImportField } from '@shared/contracts/import-run';
import type { ImportObject } from '@shared/records/import-object';
import { useMessages } from '@renderer/i18n/use-messages';
import { DataTable } from '@renderer/ui/data-table';
import styles from './sources-tab.module.css';

/** The words by which tables of no known system are read, per field. */
export function PlainWords({ object }: { readonly object: ImportObject }) {
  const { t } = useMessages();
  return (
    <DataTable
      label={t('sources.headers')}
      columns={[
        { key: 'field', head: t('sources.colField'), width: 152, cell: ([field]) => t(`imports.field_${field as ImportField}`) },
        { key: 'words', head: t('sources.colWords'), cell: ([, words]) => <div className={styles['words']}>{words.join(t('sources.listSeparator'))}</div> },
      ]}
      rows={Object.entries(plainTableAliases[object])}
      rowKey={([field]) => field}
    />
  );
}
