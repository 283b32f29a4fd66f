import { SegmentedControl } from '@mantine/core';
import { taxBasisSchema } from '@shared/records/source-rule';
import { setTaxBasis } from '@renderer/data/source-rules';
import type { Formats } from '@renderer/i18n/use-formats';
import type { Translate } from '@renderer/i18n/i18n';
import { useFormats } from '@renderer/i18n/use-formats';
import { useMessages } from '@renderer/i18n/use-messages';
import { useWorkspace } from '@renderer/parts/workspace-context';
import { Panel } from '@renderer/ui/panel';
import { type CountedMeasure, countedMeasures } from './counted-measures';
import type { SourceEntry } from './source-entries';
import { SourceRates } from './source-rates';
import styles from './sources-tab.module.css';

const NOT_SAID = 'none';

/** What each measure takes from the source, in a sentence; whether its amounts hold tax, and what foreign money is worth. */
export function SourceCounted({ source }: { readonly source: SourceEntry }) {
  const { t } = useMessages();
  const formats = useFormats();
  const workspace = useWorkspace();
  const measures = countedMeasures(source);
  const bases = [...taxBasisSchema.options.map((value) => ({ value: value as string, label: t(`sources.tax_${value}`) })), { value: NOT_SAID, label: t('sources.taxAsk') }];
  return (
    <Panel title={t('sources.counted')}>
      {measures.length === 0 && <div className={styles['part']}><p className={styles['soft']}>{t('sources.countedNone')}</p></div>}
      {measures.map((measure) => (
        <div key={measure.object} className={styles['part']}>
          <h3>{t(`sources.measure_${measure.object}`)}<span>{groundText(t, formats, measure)}</span></h3>
          <p className={styles['sentence']}>{countedText(t, measure)}</p>
        </div>
      ))}
      <div className={styles['part']}>
        <div className={styles['tax']}>
          <span className={styles['label']}>{t('sources.taxLabel')}</span>
          <SegmentedControl
            aria-label={t('sources.taxLabel')}
            data={bases}
            value={source.rule.taxBasis ?? NOT_SAID}
            onChange={(value) => void setTaxBasis(workspace, source.name, value === NOT_SAID ? null : taxBasisSchema.parse(value))}
          />
        </div>
        <p className={styles['soft']}>{t('sources.taxNote')}</p>
      </div>
      <SourceRates key={source.name} source={source} />
    </Panel>
  );
}

const groundText = (t: Translate, { instant }: Formats, { importedAt }: CountedMeasure): string => (importedAt === null ? t('sources.fromPreset') : t('sources.fromBatch', { when: instant(importedAt) }));

function countedText(t: Translate, { object, dateField, dateHeaders, amountField, amountHeaders, taxBasis, countedStatuses, wonStages }: CountedMeasure): string {
  const column = (field: string, headers: readonly string[]) => (headers.length === 0 ? t('sources.columnNone', { field }) : t('sources.columnOf', { field, headers: headers.join(t('sources.anyOf')) }));
  const date = column(t(`imports.field_${dateField}`), dateHeaders);
  const amount = amountField === 'price' ? t('sources.quantityPrice') : column(t(`imports.field_${amountField}`), amountHeaders);
  const tax = t(`sources.tax_${taxBasis ?? 'unknown'}`);
  const list = (words: readonly string[]) => words.join(t('sources.listSeparator'));
  if (object === 'opportunities') return t('sources.countedOpportunities', { stages: wonStages.length === 0 ? t('sources.stagesNone') : list(wonStages), date, amount, tax });
  return t('sources.countedOrders', { date, amount, tax, statuses: countedStatuses === null ? t('sources.statusesEvery') : t('sources.statusesCounted', { list: list(countedStatuses) }) });
}
