import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { actionsOf, daysOverdue, dueActions } from '@shared/domain/actions/due-actions';
import { taskCompletion } from '@shared/domain/actions/task-completion';
import { type Day, addDays, day } from '@shared/kernel/day';
import type { Action } from '@shared/records/action';

const SEPTEMBER = { from: day('2026-09-01'), to: day('2026-09-30') };
const TODAY = day('2026-10-22');

const action = (fields: Partial<Action>): Action => ({
  id: 'a', title: 'Call', ownerId: null, span: 'week', parentId: null, about: null, dueOn: day('2026-09-10'), agreedOn: day('2026-09-10'), criterion: '', status: 'open', closedOn: null, ...fields,
});
const done = (agreedOn: string, closedOn: string, dueOn = agreedOn) => action({ status: 'done', agreedOn: day(agreedOn), closedOn: day(closedOn), dueOn: day(dueOn) });

describe('任务完成率', () => {
  test('is what was done by the day agreed, of what was due: late, put off and open ones are not; dropped ones are none', () => {
    const actions = [done('2026-09-10', '2026-09-10'), done('2026-09-10', '2026-09-02'), done('2026-09-10', '2026-09-11'), done('2026-09-10', '2026-09-20', '2026-09-30'), action({}), action({ status: 'dropped', closedOn: day('2026-09-05') }), done('2026-08-31', '2026-08-31')];
    expect(taskCompletion(actions, SEPTEMBER, TODAY)).toEqual({ due: 5, onTime: 2, rate: 0.4 });
  });

  test('counts nothing that is not due yet, and has no rate where nothing was', () => {
    expect(taskCompletion([action({})], SEPTEMBER, day('2026-09-09'))).toEqual({ due: 0, onTime: 0, rate: null });
  });

  test('lies between 0 and 1, and putting an action off never mends it', () => {
    const anyDay = fc.integer({ min: 0, max: 60 }).map((days) => addDays(day('2026-08-15'), days));
    const anyAction = fc.record({ agreedOn: anyDay, dueOn: anyDay, closedOn: anyDay, status: fc.constantFrom('open' as const, 'done' as const, 'dropped' as const) }).map((fields) => action({ ...fields, closedOn: fields.status === 'open' ? null : fields.closedOn }));
    fc.assert(
      fc.property(fc.array(anyAction), anyDay, anyDay, (actions, today, later: Day) => {
        const completion = taskCompletion(actions, SEPTEMBER, today);
        expect(completion.onTime).toBeLessThanOrEqual(completion.due);
        expect(completion.rate).toBe(completion.due === 0 ? null : completion.onTime / completion.due);
        expect(taskCompletion(actions.map((one) => ({ ...one, dueOn: later })), SEPTEMBER, today)).toEqual(completion);
      }),
    );
  });
});

test('due are open actions up to a week ahead, the oldest first, and days overdue count from the due day', () => {
  const open = (id: string, dueOn: string) => action({ id, dueOn: day(dueOn) });
  const all = [open('b', '2026-10-29'), open('a', '2026-10-20'), open('d', '2026-10-30'), open('c', '2026-10-20'), action({ id: 'e', status: 'done', closedOn: TODAY })];
  expect(dueActions(all, TODAY).map(({ id }) => id)).toEqual(['a', 'c', 'b']);
  expect(['2026-10-20', '2026-10-22', '2026-10-25'].map((dueOn) => daysOverdue({ dueOn: day(dueOn) }, TODAY))).toEqual([2, 0, -3]);
});

test('a scope shows its people’s actions and the manager’s', () => {
  const all = [action({ id: '1', ownerId: 'p:1' }), action({ id: '2', ownerId: 'p:2' }), action({ id: '3' })];
  expect(actionsOf(all, new Set(['p:1'])).map(({ id }) => id)).toEqual(['1', '3']);
});
