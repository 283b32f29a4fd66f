import type { Drill } from '../../contracts/drill';
import type { Explanation, Quantity } from '../../contracts/explanation';
import type { CommissionStatement, PersonReview } from '../../contracts/review-pack';
import type { CommissionPlan } from '../../records/commission-plan';
import { namedLine, partLine, quantity, sumOp } from '../figures/formula-line';
import { payableFen } from './late-changes';
import { MILLION } from './pay';
import { bandShares } from './statement';

type Whose = Pick<PersonReview, 'name' | 'month'>;
const money = (value: number): Quantity => quantity('fen', value);

const bare = ({ name, month }: Whose, figure: Explanation['figure'], result: Quantity): Explanation =>
  ({ figure, of: { name: { text: name }, period: month }, result, lines: [], plan: null, above: null, drill: null });

/** What commission is paid on; its rows are those of today, also of a signed month. */
export function explainBase(whose: Whose, { baseFen }: CommissionStatement, rows: Drill | null): Explanation {
  return { ...bare(whose, 'base', money(baseFen)), drill: rows };
}

/** Pay of the month in one of the modes: what lies in each band × its rate, the bands' pay rounded so that it foots. */
export function explainPay(whose: Whose, statement: CommissionStatement, mode: CommissionPlan['mode'], rows: Drill | null): Explanation {
  const { plan, baseFen, marginalFen, wholeAmountFen } = statement;
  const payFen = mode === 'marginal' ? marginalFen : wholeAmountFen;
  const base = explainBase(whose, statement, rows);
  const lines = bandShares({ bands: plan.bands, mode }, baseFen, payFen)
    .filter((band) => band.baseFen !== 0)
    .map((band, at) => namedLine(sumOp(at), { key: 'part_commissionBand', from: money(band.fromFen) }, money(band.payFen), [money(band.baseFen), quantity('rate', band.rateMillionths / Number(MILLION))], base));
  return { ...bare(whose, mode, money(payFen)), lines, drill: rows };
}

/** What the other mode would pay beyond the marginal one. */
export function explainDifference(whose: Whose, statement: CommissionStatement, rows: Drill | null): Explanation {
  const [whole, marginal] = (['wholeAmount', 'marginal'] as const).map((mode) => explainPay(whose, statement, mode, rows));
  return { ...bare(whose, 'modeDifference', money(statement.wholeAmountFen - statement.marginalFen)), lines: [partLine('start', whole!), partLine('minus', marginal!)] };
}

const lateLines = ({ lateChanges }: CommissionStatement) => lateChanges.map((change, at) => namedLine(sumOp(at), { key: 'late', period: change.month }, money(change.payFen)));

/** What closed months add or take, month by month. */
export function explainLate(whose: Whose, statement: CommissionStatement): Explanation {
  return { ...bare(whose, 'late', money(payableFen(statement) - statement.payFen)), lines: lateLines(statement) };
}

/** What is paid out: the month's own pay, and the late changes it settles. */
export function explainPayable(whose: Whose, statement: CommissionStatement, rows: Drill | null): Explanation {
  const own = explainPay(whose, statement, statement.plan.mode, rows);
  const late = lateLines(statement).map((change) => ({ ...change, op: 'plus' as const }));
  return { ...bare(whose, 'payable', money(payableFen(statement))), lines: [partLine('start', own), ...late], drill: rows };
}

/** A figure of everybody together: each person's own by name. */
export function explainSum(scope: Whose, people: readonly [Explanation, ...Explanation[]]): Explanation {
  const total = people.reduce((sum, { result }) => sum + (result.value ?? 0), 0);
  const lines = people.map((one, at) => namedLine(sumOp(at), one.of.name, one.result, null, one));
  return { ...bare(scope, people[0].figure, money(total)), lines };
}
