import { IconAlertTriangle } from '@tabler/icons-react';
import type { CommissionStatement, PersonReview } from '@shared/contracts/review-pack';
import { payableFen } from '@shared/domain/commission/late-changes';
import { nextBand } from '@shared/domain/commission/pay';
import { sumFen } from '@shared/kernel/fen';
import { useFormats } from '@renderer/i18n/use-formats';
import { useMessages } from '@renderer/i18n/use-messages';
import { Chip } from '@renderer/ui/chip';
import { type Column, DataTable } from '@renderer/ui/data-table';

interface Row {
  readonly id: string;
  readonly name: string;
  readonly unit: string;
  readonly baseFen: number;
  readonly marginalFen: number;
  readonly wholeAmountFen: number;
  readonly payFen: number;
  /** What closed months add or take since they were signed, and what is paid with it. */
  readonly lateFen: number;
  readonly payableFen: number;
  /** What is still missing to the next band, where it is near enough to matter. */
  readonly toNextFen: number | null;
}

interface CommissionTableProps {
  readonly reviews: readonly PersonReview[];
  readonly pickedId: string | null;
  readonly onPick: (personId: string) => void;
}

const TOTAL = 'total';
/** The cliff is flagged from this close: 5 % of the next band's start. */
const NEAR = 0.05;

/** Both modes of pay side by side, everybody's total on top. */
export function CommissionTable({ reviews, pickedId, onPick }: CommissionTableProps) {
  const { t } = useMessages();
  const { amount } = useFormats();
  const people = reviews.flatMap((review) => (review.commission ? [rowOf(review, review.commission)] : []));
  const rows = [totalOf(people, t('incentives.total')), ...people];
  const cliff: Column<Row> = { key: 'cliff', head: '', label: t('incentives.bands'), width: 176, cell: (row) => row.toNextFen !== null && <Chip tone="risk" icon={<IconAlertTriangle size={12} stroke={2.25} aria-hidden />}>{t('incentives.cliff', { amount: amount(row.toNextFen, 'yuan') })}</Chip> };
  const hasLate = people.some((row) => row.lateFen !== 0);
  const late: Column<Row>[] = [
    { key: 'late', head: t('incentives.lateChanges'), numeric: true, width: 100, cell: (row) => (row.lateFen === 0 ? '–' : amount(row.lateFen, 'yuan')) },
    { key: 'payable', head: t('incentives.payable'), numeric: true, width: 100, cell: (row) => <b>{amount(row.payableFen, 'yuan')}</b> },
  ];
  const columns: Column<Row>[] = [
    { key: 'name', head: t('incentives.person'), width: 84, cell: (row) => row.name },
    // What closed months add takes the room of what can be read off the other columns.
    ...(hasLate ? [] : [{ key: 'unit', head: t('incentives.unit'), width: 76, cell: (row: Row) => row.unit }]),
    { key: 'base', head: t('incentives.base'), numeric: true, width: 112, cell: (row) => amount(row.baseFen, 'yuan') },
    { key: 'marginal', head: t('incentives.marginal'), numeric: true, width: 100, cell: (row) => amount(row.marginalFen, 'yuan') },
    { key: 'whole', head: t('incentives.wholeAmount'), numeric: true, width: 100, cell: (row) => amount(row.wholeAmountFen, 'yuan') },
    ...(hasLate ? [] : [{ key: 'difference', head: t('incentives.difference'), numeric: true, width: 96, cell: (row: Row) => amount(row.wholeAmountFen - row.marginalFen, 'yuan') }]),
    { key: 'paid', head: t('incentives.paid'), numeric: true, width: 100, cell: (row) => <b>{amount(row.payFen, 'yuan')}</b> },
    ...(hasLate ? late : []),
    ...(people.some((row) => row.toNextFen !== null) && !hasLate ? [cliff] : []),
  ];
  return <DataTable label={t('incentives.title')} columns={columns} rows={rows} rowKey={(row) => row.id} picked={pickedId} rowKind={(row) => (row.id === TOTAL ? 'sum' : 'plain')} onOpen={(row) => row.id !== TOTAL && onPick(row.id)} />;
}

function rowOf(review: PersonReview, statement: CommissionStatement): Row {
  const { baseFen, marginalFen, wholeAmountFen, payFen, plan } = statement;
  const payable = payableFen(statement);
  const next = nextBand(baseFen, plan.bands);
  return {
    id: review.personId,
    name: review.name,
    unit: review.unitName,
    baseFen,
    marginalFen,
    wholeAmountFen,
    payFen,
    lateFen: payable - payFen,
    payableFen: payable,
    toNextFen: next && next.distanceFen <= next.fromFen * NEAR ? next.distanceFen : null,
  };
}

function totalOf(rows: readonly Row[], name: string): Row {
  const sum = (pick: (row: Row) => number) => sumFen(rows.map(pick));
  return { id: TOTAL, name, unit: '', baseFen: sum((row) => row.baseFen), marginalFen: sum((row) => row.marginalFen), wholeAmountFen: sum((row) => row.wholeAmountFen), payFen: sum((row) => row.payFen), lateFen: sum((row) => row.lateFen), payableFen: sum((row) => row.payableFen), toNextFen: null };
}
