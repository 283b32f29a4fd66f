import { Button } from '@mantine/core';
import { forgetMapping } from '@renderer/data/source-rules';
import { useMessages } from '@renderer/i18n/use-messages';
import { useWorkspace } from '@renderer/parts/workspace-context';
import { Panel } from '@renderer/ui/panel';
import type { SourceEntry } from './source-entries';
import styles from './sources-tab.module.css';

/** The mappings remembered for a source's headers; each can be forgotten. */
export function SourceMappings({ source: { name, mappings }, onChanged }: { readonly source: SourceEntry; readonly onChanged: () => void }) {
  const { t } = useMessages();
  const workspace = useWorkspace();
  const forget = async (id: string) => {
    await forgetMapping(workspace, id, name);
    onChanged();
  };
  return (
    <Panel title={t('sources.mappings')} note={mappings.length > 0 && t('sources.mappingsCount', { count: mappings.length })} foot={<span className={styles['foot']} title={t('sources.mappingsNote')}>{t('sources.mappingsNote')}</span>}>
      {mappings.length === 0 ? <div className={styles['part']}><p className={styles['soft']}>{t('sources.mappingsEmpty')}</p></div> : (
        <ul className={styles['mappings']} aria-label={t('sources.mappings')}>
          {mappings.map(({ id, mapping: { object, columns } }) => {
            const named = columns.filter(({ header }) => header !== '');
            const headers = named.map(({ header }) => header).join(t('sources.listSeparator'));
            return (
              <li key={id}>
                <div>{t(`imports.kind_${object}`)} <span>{t('sources.mappingColumns', { columns: named.length, mapped: columns.filter(({ field }) => field !== null).length })}</span></div>
                <span title={headers}>{headers}</span>
                <Button size="compact-xs" aria-label={t('sources.forgetOf', { object: t(`imports.kind_${object}`), headers: headers.slice(0, 80) })} onClick={() => void forget(id)}>{t('sources.forget')}</Button>
              </li>
            );
          })}
        </ul>
      )}
    </Panel>
  );
}
