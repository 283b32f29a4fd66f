import type { DryRun, SourceMapping } from '@shared/contracts/import-run';
import { type Day, firstDayOf, localDayOf, monthOfDay } from '@shared/kernel/day';
import { Button, Select } from '@mantine/core';
import { IconInfoCircle } from '@tabler/icons-react';
import { useState } from 'react';
import { useMessages } from '@renderer/i18n/use-messages';
import { useSettings } from '@renderer/parts/use-settings';
import { useWorkspace } from '@renderer/parts/workspace-context';
import { type Column, DataTable } from '@renderer/ui/data-table';
import { Panel } from '@renderer/ui/panel';
import { DayField } from './day-field';
import { type MoveDecision, decideMoves, isMove, moveOf } from './department-moves';
import styles from './department-panel.module.css';
import { ScrollBox } from './scroll-box';

type Changed = DryRun['departments'][number];

interface DepartmentPanelProps {
  readonly departments: DryRun['departments'];
  readonly mapping: SourceMapping;
  /** Null once it is too late to decide. */
  readonly onDecide: ((mapping: SourceMapping) => void) | null;
}

/**
 * People whose department differs and no row says from when: what it means, for each or for all. A move is proposed from the
 * first day of the running month, so that months that are over stay as they were reported.
 */
export function DepartmentPanel({ departments, mapping, onDecide }: DepartmentPanelProps) {
  const { t } = useMessages();
  const settings = useSettings();
  const workspace = useWorkspace();
  const [chosen, setChosen] = useState<Day | null>(null);
  const allDay = chosen ?? firstDayOf(monthOfDay(settings?.fixedToday ?? localDayOf(workspace.now())));
  const open = departments.filter(({ personId }) => moveOf(mapping, personId) === null).length;
  const decide = (personIds: readonly string[], decision: MoveDecision | null) => onDecide?.(decideMoves(mapping, personIds, decision));
  const everybody = departments.map(({ personId }) => personId);
  const change = ({ from, to }: Changed) => t('quality.departmentChange', { from: from || t('quality.organisationItself'), to: to || t('quality.organisationItself') });
  const columns: Column<Changed>[] = [
    { key: 'person', head: t('quality.colPerson'), width: 96, cell: ({ name }) => <span title={name}>{name}</span> },
    { key: 'department', head: t('quality.colDepartment'), cell: (one) => <span title={change(one)}>{change(one)}</span> },
    { key: 'decision', head: t('quality.colDecision'), width: 212, cell: (one) => <Decision changed={one} decision={moveOf(mapping, one.personId)} proposed={allDay} disabled={onDecide === null} onDecide={(decision) => decide([one.personId], decision)} /> },
  ];
  return (
    <Panel
      title={t('quality.departments')}
      note={t('quality.departmentsNote', { count: departments.length, open })}
      className={styles['panel']!}
      foot={<p className={styles['how']}><IconInfoCircle size={14} stroke={1.75} aria-hidden /><span>{t('quality.departmentsHow')}</span></p>}
    >
      <fieldset className={styles['all']} aria-label={t('quality.departments')} disabled={onDecide === null}>
        <Button size="compact-xs" onClick={() => decide(everybody, 'correction')}>{t('quality.allCorrection')}</Button>
        <span className={styles['grow']} />
        <DayField label={t('quality.moveDay')} value={allDay} onChange={setChosen} />
        <Button size="compact-xs" onClick={() => decide(everybody, allDay)}>{t('quality.allMove')}</Button>
      </fieldset>
      <ScrollBox label={t('quality.departments')} className={styles['list']!}>
        <DataTable label={t('quality.departments')} columns={columns} rows={departments} rowKey={({ personId }) => personId} tall />
      </ScrollBox>
    </Panel>
  );
}

interface DecisionProps {
  readonly changed: Changed;
  readonly decision: MoveDecision | null;
  readonly proposed: Day;
  readonly disabled: boolean;
  readonly onDecide: (decision: MoveDecision | null) => void;
}

const UNDECIDED = 'undecided';
const MOVE = 'move';

function Decision({ changed: { name }, decision, proposed, disabled, onDecide }: DecisionProps) {
  const { t } = useMessages();
  const kind = decision === null ? UNDECIDED : isMove(decision) ? MOVE : decision;
  return (
    <div className={styles['decision']}>
      <Select
        size="xs"
        aria-label={t('quality.decisionOf', { name })}
        allowDeselect={false}
        disabled={disabled}
        data={[{ value: UNDECIDED, label: t('quality.undecided') }, { value: 'correction', label: t('quality.correction') }, { value: MOVE, label: t('quality.move') }]}
        value={kind}
        onChange={(value) => onDecide(value === MOVE ? proposed : value === 'correction' ? 'correction' : null)}
      />
      {isMove(decision) && <DayField label={t('quality.moveDayOf', { name })} disabled={disabled} value={decision} onChange={onDecide} />}
    </div>
  );
}
