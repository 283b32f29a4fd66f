import type { SourceMapping } from '@shared/contracts/import-run';
import { targetMonthFields } from '@shared/domain/imports/import-fields';
import { readMonthName } from '@shared/domain/imports/month-name';
import { localDayOf } from '@shared/kernel/day';
import { planMeasureSchema } from '@shared/records/plan';
import { Select } from '@mantine/core';
import { useId } from 'react';
import { useMessages } from '@renderer/i18n/use-messages';
import { useWorkspace } from '@renderer/parts/workspace-context';
import styles from './read-options.module.css';

interface TargetOptionsProps {
  readonly mapping: SourceMapping;
  readonly disabled: boolean;
  readonly onChange: (mapping: SourceMapping) => void;
}

/** Which fiscal year months without a year belong to, and what the targets count where a plan must be made. */
export function TargetOptions({ mapping, disabled, onChange }: TargetOptionsProps) {
  const { t } = useMessages();
  const years = useFiscalYears();
  const [yearId, measureId] = [useId(), useId()];
  const { fiscalYear, measure } = mapping;
  const chooseMeasure = (value: string | null) => {
    const { measure: _before, ...rest } = mapping;
    onChange(value === null ? rest : { ...rest, measure: planMeasureSchema.parse(value) });
  };
  return (
    <div className={styles['options']}>
      {mayLackYear(mapping) && (
        <div className={styles['field']}>
          <label htmlFor={yearId}>{t('importFiles.targetYear')}</label>
          <Select
            id={yearId}
            size="xs"
            placeholder={t('importFiles.targetChoose')}
            data={years.map((year) => ({ value: String(year), label: t('importFiles.targetYearOf', { year }) }))}
            value={fiscalYear === null ? null : String(fiscalYear)}
            disabled={disabled}
            onChange={(value) => onChange({ ...mapping, fiscalYear: value === null ? null : Number(value) })}
          />
        </div>
      )}
      <div className={styles['field']} title={t('importFiles.targetMeasureHint')}>
        <label htmlFor={measureId}>{t('importFiles.targetMeasure')}</label>
        <Select
          id={measureId}
          size="xs"
          clearable
          placeholder={t('importFiles.targetMeasureOfPlan')}
          data={planMeasureSchema.options.map((value) => ({ value, label: t(`targets.${value}`) }))}
          value={measure ?? null}
          disabled={disabled}
          onChange={chooseMeasure}
        />
      </div>
    </div>
  );
}

/** Some month of the header is without a year, or months are in the rows, where the header cannot say. */
function mayLackYear({ columns }: SourceMapping): boolean {
  const isMonth = (field: string | null) => targetMonthFields.some((each) => each === field);
  return columns.some(({ header, field }) => field === 'targetMonth' || (isMonth(field) && readMonthName(header)?.year === null));
}

/** Three years back to two ahead. */
function useFiscalYears(): number[] {
  const workspace = useWorkspace();
  const year = Number(localDayOf(workspace.now()).slice(0, 4));
  return [year - 3, year - 2, year - 1, year, year + 1, year + 2];
}
