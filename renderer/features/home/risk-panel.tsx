import { IconCircleCheck } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import type { Figures } from '@shared/contracts/figures';
import type { RiskReason } from '@shared/contracts/home';
import { explain } from '@shared/domain/figures/explain';
import { type BehindPerson, peopleAtRisk } from '@shared/domain/home/people-at-risk';
import { riskDrill } from '@shared/domain/home/risk-drill';
import { type MoneyUnit, unitOfAll } from '@renderer/i18n/formats';
import { useFormats } from '@renderer/i18n/use-formats';
import { useMessages } from '@renderer/i18n/use-messages';
import { Figure } from '@renderer/parts/figure';
import { type Column, DataTable } from '@renderer/ui/data-table';
import { PaceBar } from '@renderer/ui/pace-bar';
import { Panel } from '@renderer/ui/panel';
import { StatusWord } from '@renderer/ui/status-word';
import type { ActionStart } from './action-dialog';
import { useHome } from './home-context';
import { reasonText } from './reason-text';
import { RiskNext } from './risk-next';
import styles from './home.module.css';

interface RiskPanelProps {
  readonly figures: Figures;
  readonly onStartAction: (start: ActionStart) => void;
}

/** People whose pace is below 95 %, the most behind first, why, and what to do about it next. */
export function RiskPanel({ figures, onStartAction }: RiskPanelProps) {
  const { t } = useMessages();
  const { money, number, unit: unitInUse } = useFormats();
  const people = peopleAtRisk(figures);
  const measured = figures.nodes.filter(({ kind, target }) => kind === 'person' && target.status !== null);
  const unit = unitInUse(unitOfAll(people.map(({ differenceFen }) => differenceFen)));
  const total = people.reduce((sum, { differenceFen }) => sum + differenceFen, 0);
  return (
    <Panel
      title={t('home.atRisk')}
      note={people.length === 0 ? t('home.atRiskRule') : t('home.atRiskNote', { count: people.length, total: money(total, unit) })}
      foot={measured.length > people.length ? <Rest figures={figures} shown={people.length} /> : undefined}
      className={styles['panel'] ?? ''}
    >
      {people.length > 0 && <RiskTable figures={figures} people={people} unit={unit} onStartAction={onStartAction} />}
      {people.length === 0 && <p className={styles['quiet']}>{measured.length > 0 && <IconCircleCheck size={16} stroke={1.75} aria-hidden />}{measured.length === 0 ? t('home.nobodyMeasured') : t('home.nobodyAtRisk', { count: number(measured.length) })}</p>}
    </Panel>
  );
}

function RiskTable({ figures, people, unit, onStartAction }: RiskPanelProps & { readonly people: readonly BehindPerson[]; readonly unit: MoneyUnit }) {
  const { t } = useMessages();
  const { amount, percent, period } = useFormats();
  const { findings } = useHome();
  const units = new Map(figures.nodes.map(({ nodeId, name }) => [nodeId, name]));
  const reasonsOf = ({ node }: BehindPerson) => findings?.atRisk.find(({ nodeId }) => nodeId === node.nodeId)?.reasons ?? null;
  const columns: Column<BehindPerson>[] = [
    { key: 'person', head: t('home.person'), width: 120, cell: ({ node }) => <><Link className={styles['name']} to="." search={(previous: object) => ({ ...previous, scope: node.nodeId })}><b>{node.name}</b></Link> <span className={styles['unit']}>{node.parentId === null ? '' : units.get(node.parentId)}</span></> },
    { key: 'done', head: t('home.attainment'), numeric: true, width: 58, cell: ({ node }) => <Figure name={[node.name, period(figures.period.key), t('home.attainment')].join(' · ')} explain={explain(figures, node, 'attainment')}>{percent(node.target.attainment)}</Figure> },
    { key: 'bar', head: '', label: t('home.doneOfTime'), width: 64, cell: ({ node: { target } }) => <PaceBar thin done={target.attainment} time={figures.time.progress} status={target.status} /> },
    { key: 'difference', head: t('home.difference'), numeric: true, width: 84, cell: ({ differenceFen }) => amount(differenceFen, unit) },
    { key: 'status', head: t('home.status'), width: 88, cell: ({ node }) => <StatusWord status={node.target.status} /> },
    { key: 'reasons', head: t('home.reasons'), cell: (person) => <Reasons figures={figures} person={person} reasons={reasonsOf(person)} /> },
    { key: 'next', head: t('home.next'), numeric: true, width: 138, cell: (person) => <RiskNext figures={figures} person={person} reason={reasonsOf(person)?.[0] ?? null} onStartAction={onStartAction} /> },
  ];
  return <DataTable tall label={t('home.atRisk')} columns={columns} rows={people} rowKey={({ node }) => node.nodeId} />;
}

/** As many as a row has lines; those that set a person apart come first. */
const SHOWN = 2;

/** The reasons with their numbers, a line each; those that stand for rows open them. Empty while they are worked out. */
function Reasons({ figures, person, reasons }: { readonly figures: Figures; readonly person: BehindPerson; readonly reasons: readonly RiskReason[] | null }) {
  const { t } = useMessages();
  const formats = useFormats();
  if (reasons === null) return null;
  if (reasons.length === 0) return <span className={styles['unit']}>{t('home.reason_none')}</span>;
  const whole = reasons.map((reason) => reasonText(reason, t, formats)).join(t('home.reasonSeparator'));
  return (
    <span className={styles['reasons']} title={whole}>
      {reasons.slice(0, SHOWN).map((reason) => (
        <span key={reason.code}>
          <Figure name={[person.node.name, t('home.reasons')].join(' · ')} drill={riskDrill(reason, person.node, figures)}>{reasonText(reason, t, formats)}</Figure>
        </span>
      ))}
    </span>
  );
}

/** How many of the others are ahead, on track, and so on. */
function Rest({ figures, shown }: { readonly figures: Figures; readonly shown: number }) {
  const { t } = useMessages();
  const statuses = figures.nodes.flatMap(({ kind, target }) => (kind === 'person' && target.status !== null ? [target.status] : []));
  const count = (status: 'ahead' | 'onTrack') => statuses.filter((one) => one === status).length;
  return (
    <>
      <span>{t('home.rest', { count: statuses.length - shown })}</span>
      {(['ahead', 'onTrack'] as const).map((status) => count(status) > 0 && <span key={status} className={styles['restOf']}><StatusWord status={status} />{t('home.people', { count: count(status) })}</span>)}
    </>
  );
}
