import type { DryRun } from '@shared/contracts/import-run';
import type { Icon } from '@tabler/icons-react';
import { IconCirclePlus, IconCircleX, IconEqual, IconInfoCircle, IconPencil } from '@tabler/icons-react';
import { useFormats } from '@renderer/i18n/use-formats';
import { useMessages } from '@renderer/i18n/use-messages';
import { Panel } from '@renderer/ui/panel';
import styles from './dry-run-panel.module.css';
import { type Outcome, dryRunShares, outcomes } from './dry-run-shares';
import { TotalsTable } from './totals-table';
import { useDifferenceNote } from './use-difference-note';

const looks: Record<Outcome, Icon> = { added: IconCirclePlus, changed: IconPencil, unchanged: IconEqual, rejected: IconCircleX };

interface DryRunPanelProps {
  readonly dryRun: DryRun;
  /** A newer run is under way: these figures are of the mapping before. */
  readonly stale: boolean;
  /** The batch is written: booked, no longer «will be». */
  readonly booked: boolean;
}

/** What an import does or did: rows by outcome, and every number column's exact totals. */
export function DryRunPanel({ dryRun, stale, booked }: DryRunPanelProps) {
  const { t } = useMessages();
  const { number, percent } = useFormats();
  const shares = dryRunShares(dryRun);
  const note = useDifferenceNote(dryRun);
  return (
    <Panel title={t(booked ? 'imports.reportTitle' : 'imports.trial')} note={t('imports.rows', { count: dryRun.rows })} className={styles['panel']!} foot={<Note text={note} />}>
      <div className={styles['figures']} data-stale={stale || undefined} aria-busy={stale}>
        <dl className={styles['counts']}>
          {outcomes.map((outcome) => {
            const OutcomeIcon = looks[outcome];
            return (
              <div key={outcome} data-outcome={outcome} data-testid={`outcome-${outcome}`}>
                <dt><OutcomeIcon size={14} stroke={1.75} aria-hidden />{t(`imports.${outcome}`)}</dt>
                <dd>{number(dryRun[outcome])}</dd>
                <dd className={styles['share']}>{percent(shares[outcome] / 1000)}</dd>
              </div>
            );
          })}
        </dl>
        <div className={styles['bar']} aria-hidden>
          {outcomes.filter((outcome) => dryRun[outcome] > 0).map((outcome) => <i key={outcome} data-outcome={outcome} style={{ flexGrow: dryRun[outcome] }} />)}
        </div>
        {dryRun.totals.length > 0 && <TotalsTable totals={dryRun.totals} booked={booked} />}
      </div>
    </Panel>
  );
}

function Note({ text }: { readonly text: string }) {
  return <span className={styles['note']} title={text}><IconInfoCircle size={14} stroke={1.75} aria-hidden /><span>{text}</span></span>;
}
