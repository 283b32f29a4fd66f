import { type Day, addDays, toEpochDay } from '../../kernel/day';
import type { Action } from '../../records/action';

/** Days ahead in which an action counts as due soon. */
const SOON_DAYS = 7;

/** Open actions that are overdue or due within a week, the oldest first; ties by id, which is the order they were made in. */
export function dueActions(actions: readonly Action[], today: Day): Action[] {
  const last = addDays(today, SOON_DAYS);
  return actions.filter(({ status, dueOn }) => status === 'open' && dueOn <= last).sort((a, b) => (a.dueOn === b.dueOn ? (a.id < b.id ? -1 : 1) : a.dueOn < b.dueOn ? -1 : 1));
}

/** Days since an action was due: 0 today, below 0 before. */
export const daysOverdue = ({ dueOn }: Pick<Action, 'dueOn'>, today: Day): number => toEpochDay(today) - toEpochDay(dueOn);

/** Actions of these people and of the manager, whom every scope shows. */
export const actionsOf = (actions: readonly Action[], people: ReadonlySet<string>): Action[] => actions.filter(({ ownerId }) => ownerId === null || people.has(ownerId));
