import type { SourceInspection } from '@shared/contracts/import-run';
import { IconCircleCheck, IconFileSpreadsheet, IconFileAlert } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useFormats } from '@renderer/i18n/use-formats';
import { useMessages } from '@renderer/i18n/use-messages';
import { Chip } from '@renderer/ui/chip';
import { sourceName } from './source-name';
import styles from './file-head.module.css';

interface FileHeadProps {
  readonly name: string;
  /** Null while it is being recognised, or if it cannot be read. */
  readonly inspection: SourceInspection | null;
  readonly refused?: boolean;
  readonly steps: ReactNode;
}

/** Which file is in hand, as what it was recognised and on what grounds, and how far it is. */
export function FileHead({ name, inspection, refused = false, steps }: FileHeadProps) {
  const { t } = useMessages();
  const Icon = refused ? IconFileAlert : IconFileSpreadsheet;
  return (
    <section className={styles['head']} aria-label={name}>
      <div className={styles['icon']} data-refused={refused || undefined}><Icon size={16} stroke={1.75} aria-hidden /></div>
      <div className={styles['about']}>
        <div className={styles['name']}>
          <b title={name}>{name}</b>
          {inspection && <Recognition inspection={inspection} />}
        </div>
        <p className={styles['line']}>{inspection ? <Particulars inspection={inspection} /> : !refused && t('imports.inspecting', { name })}</p>
      </div>
      <span className={styles['grow']} />
      {steps}
    </section>
  );
}

function Recognition({ inspection: { preset, mapping } }: { readonly inspection: SourceInspection }) {
  const { t } = useMessages();
  const object = t(`imports.object_${mapping.object}`);
  if (preset === null) return <Chip>{t('imports.plainTable', { object })}</Chip>;
  return <Chip tone="ahead" icon={<IconCircleCheck size={12} stroke={2.25} aria-hidden />}>{t('imports.recognised', { source: sourceName(t, preset.name), object })}</Chip>;
}

const delimiters = { ',': 'comma', ';': 'semicolon', '\t': 'tab' } as const;

function Particulars({ inspection: { preset, mapping, rows, fromProfile } }: { readonly inspection: SourceInspection }) {
  const { t } = useMessages();
  const { number } = useFormats();
  const parts = [
    t('imports.headLine', { line: mapping.headerLine }),
    t('imports.size', { rows: number(rows), columns: mapping.columns.filter(({ header }) => header !== '').length }),
    ...(mapping.sheet === null
      ? [t('imports.encoding', { encoding: mapping.encoding.toUpperCase(), delimiter: t(`imports.${delimiters[mapping.delimiter]}`) })]
      : [t('imports.sheetAt', { sheet: mapping.sheet.name }), ...(mapping.sheet.dateSystem === '1904' ? [t('imports.days1904')] : [])]),
    ...(preset === null ? [] : [t('imports.presetMatch', { matched: preset.matched, expected: preset.expected })]),
    ...(fromProfile ? [t('imports.profileUsed')] : []),
  ];
  return <>{parts.join(t('imports.separator'))}</>;
}
