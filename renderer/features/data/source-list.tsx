import { useFormats } from '@renderer/i18n/use-formats';
import { useMessages } from '@renderer/i18n/use-messages';
import { Chip, type Tone } from '@renderer/ui/chip';
import type { SourceEntry, SourceKind } from './source-entries';
import { sourceName } from './source-name';
import styles from './sources-tab.module.css';

export const kindTones: Record<SourceKind, Tone> = { builtIn: 'quiet', plain: 'quiet', unknown: 'quiet', edited: 'ontrack', own: 'ahead', unusable: 'behind' };

interface SourceListProps {
  readonly sources: readonly SourceEntry[];
  readonly picked: string;
  readonly onPick: (name: string) => void;
}

/** The sources by name, each with what its preset is and how much came from it. */
export function SourceList({ sources, picked, onPick }: SourceListProps) {
  const { t } = useMessages();
  return (
    <ul aria-label={t('sources.list')}>
      {sources.map((source) => (
        <li key={source.name}>
          <button type="button" className={styles['row']} aria-current={source.name === picked || undefined} onClick={() => onPick(source.name)}>
            <b title={source.name}>{sourceName(t, source.name)}</b>
            <Chip tone={kindTones[source.kind]}>{t(`sources.kind_${source.kind}`)}</Chip>
            <SourceImports source={source} />
          </button>
        </li>
      ))}
    </ul>
  );
}

function SourceImports({ source: { batches } }: { readonly source: SourceEntry }) {
  const { t } = useMessages();
  const { instant } = useFormats();
  const last = batches[0];
  return <span>{last === undefined ? t('sources.noBatches') : [t('sources.batches', { count: batches.length }), t('sources.lastImport', { when: instant(last.importedAt) })].join(t('imports.separator'))}</span>;
}
