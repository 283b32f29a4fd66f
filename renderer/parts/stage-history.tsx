import type { DrillRow, StageStep } from '@shared/contracts/drill';
import { toEpochDay } from '@shared/kernel/day';
import { CloseButton, VisuallyHidden } from '@mantine/core';
import { IconCircleCheckFilled, IconCircleFilled, IconCircleXFilled } from '@tabler/icons-react';
import { useFormats } from '@renderer/i18n/use-formats';
import { useMessages } from '@renderer/i18n/use-messages';
import { placeOf } from './drill-columns';
import styles from './stage-history.module.css';
import { useStageHistory } from './use-stage-history';

interface StageHistoryProps {
  readonly id: string;
  /** A version of the opportunity. */
  readonly row: DrillRow;
  readonly onClose: () => void;
}

const COLUMNS = ['when', 'stage', 'amount', 'change', 'close', 'file'] as const;
const heads = { when: 'drill.historyWhen', stage: 'drill.stage', amount: 'drill.amount', change: 'drill.historyChange', close: 'drill.historyClose', file: 'drill.file' } as const;

/** How one opportunity went from import to import: the newest last, in each step what changed dark and what stayed pale. */
export function StageHistory({ id, row, onClose }: StageHistoryProps) {
  const { t } = useMessages();
  const steps = useStageHistory(row.identity);
  return (
    <section id={id} className={styles['pane']} aria-label={t('drill.historyOf', { name: row.number })}>
      <header className={styles['head']}>
        <h3>{t('drill.history')}</h3>
        <span title={row.number}>{row.number}</span>
        <span className={styles['customer']} title={row.customer}>{row.customer}</span>
        {steps && <span className={styles['count']}>{t('drill.historySteps', { count: steps.length })}</span>}
        <CloseButton size={24} iconSize={14} aria-label={t('drill.historyHide')} onClick={onClose} />
      </header>
      {steps && (
        <div className={styles['scroller']} {...{ tabIndex: 0 }}>
          <table className={styles['table']} aria-label={t('drill.historyOf', { name: row.number })}>
            <colgroup>{COLUMNS.map((name) => <col key={name} className={styles[name]} />)}</colgroup>
            <thead>
              <tr>{COLUMNS.map((name) => <th key={name} scope="col" data-column={name}>{t(heads[name])}</th>)}</tr>
            </thead>
            <tbody>{steps.map((step, at) => <Step key={`${step.at} ${step.fileName}`} step={step} before={steps[at - 1] ?? null} />)}</tbody>
          </table>
        </div>
      )}
    </section>
  );
}

const OutcomeIcon = { open: IconCircleFilled, won: IconCircleCheckFilled, lost: IconCircleXFilled } as const;
const dayOf = ({ closedOn, expectedOn }: StageStep) => closedOn ?? expectedOn;

function Step({ step, before }: { readonly step: StageStep; readonly before: StageStep | null }) {
  const { t } = useMessages();
  const { amount, fullDay, instant } = useFormats();
  const Icon = OutcomeIcon[step.outcome];
  const [close, closeBefore] = [dayOf(step), before && dayOf(before)];
  const stays = (isSame: boolean) => (before !== null && isSame) || undefined;
  const file = placeOf(step);
  return (
    <tr data-outcome={step.outcome}>
      <td data-column="when"><Icon size={12} aria-hidden />{instant(step.at)}</td>
      <td data-column="stage" data-stays={stays(before?.stage === step.stage)} title={step.stage}>{step.stage}<VisuallyHidden> {t(`drill.outcome_${step.outcome}`)}</VisuallyHidden></td>
      <td data-column="amount" data-stays={stays(before?.amountFen === step.amountFen)}>{step.amountFen === null ? '–' : amount(step.amountFen, 'yuan')}</td>
      <td data-column="change"><Change fen={(step.amountFen ?? 0) - (before?.amountFen ?? 0)} isFirst={before === null} /></td>
      <td data-column="close" data-stays={stays(closeBefore === close)}>
        {close === null ? '–' : fullDay(close)}
        {close !== null && closeBefore !== null && closeBefore !== close && <Slip days={toEpochDay(close) - toEpochDay(closeBefore)} />}
      </td>
      <td data-column="file" title={file}>{step.line === null ? file : t('drill.historyLine', { file, line: step.line })}</td>
    </tr>
  );
}

function Change({ fen, isFirst }: { readonly fen: number; readonly isFirst: boolean }) {
  const { amount } = useFormats();
  if (isFirst || fen === 0) return '–';
  return <span data-rises={fen > 0}>{fen > 0 && '+'}{amount(fen, 'yuan')}</span>;
}

/** How much later (or earlier) it is now expected to close, or closed, than was said before. */
function Slip({ days }: { readonly days: number }) {
  const { t } = useMessages();
  return <small data-later={days > 0}>{t(days > 0 ? 'drill.historyLater' : 'drill.historyEarlier', { count: Math.abs(days) })}</small>;
}
