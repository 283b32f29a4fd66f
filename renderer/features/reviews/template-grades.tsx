import { ActionIcon, Button, TextInput } from '@mantine/core';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import { memo } from 'react';
import type { Grade } from '@shared/records/scorecard-template';
import { useMessages } from '@renderer/i18n/use-messages';
import { DecimalField } from './decimal-field';
import styles from './templates.module.css';

interface TemplateGradesProps {
  readonly grades: readonly Grade[];
  readonly onChange: (grades: Grade[]) => void;
}

/** Grades from best to worst; the last takes the rest and has no lowest score. */
export const TemplateGrades = memo(function TemplateGrades({ grades, onChange }: TemplateGradesProps) {
  const { t } = useMessages();
  const set = (at: number, fields: Partial<Grade>) => onChange(grades.map((grade, index) => (index === at ? { ...grade, ...fields } : grade)));
  const last = grades.length - 1;
  return (
    <section className={styles['block']}>
      <h3>{t('templates.grades')}<span>{t('templates.gradesNote')}</span></h3>
      <table className={styles['grades']}>
        <thead>
          <tr>
            <th scope="col">{t('templates.grade')}</th>
            <th scope="col" data-numeric>{t('templates.gradeFrom')}</th>
            <th scope="col" data-numeric>{t('templates.multiplier')}</th>
            <td />
          </tr>
        </thead>
        <tbody>
          {grades.map((grade, at) => (
            <tr key={at}>
              <td><TextInput aria-label={t('templates.gradeName', { n: at + 1 })} value={grade.name} maxLength={20} error={grade.name.trim() === ''} onChange={(event) => set(at, { name: event.currentTarget.value })} /></td>
              <td data-numeric>
                {at === last
                  ? <span className={styles['quiet']}>{t('templates.gradeRest')}</span>
                  : <DecimalField labelHidden label={t('templates.gradeFromOf', { n: at + 1 })} value={grade.from} onValue={(from) => set(at, { from: from ?? Number.NaN })} />}
              </td>
              <td data-numeric><DecimalField labelHidden label={t('templates.multiplierOf', { n: at + 1 })} value={grade.multiplier} onValue={(multiplier) => set(at, { multiplier: multiplier ?? Number.NaN })} /></td>
              <td data-numeric>
                <ActionIcon size={24} disabled={at === last || grades.length === 2} aria-label={t('templates.removeGrade', { n: at + 1 })} onClick={() => onChange(grades.filter((_, index) => index !== at))}>
                  <IconTrash size={16} stroke={1.75} aria-hidden />
                </ActionIcon>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <Button size="compact-xs" variant="subtle" leftSection={<IconPlus size={14} stroke={1.75} aria-hidden />} onClick={() => onChange([...grades.slice(0, -1), { name: '', from: Number.NaN, multiplier: 1 }, ...grades.slice(-1)])}>{t('templates.addGrade')}</Button>
    </section>
  );
});
