import type { Day } from '../../kernel/day';
import { type Rate, ratioOf } from '../../kernel/rate';
import type { Action } from '../../records/action';

export interface TaskCompletion {
  /** Agreed for a day of the span that has come, and not dropped. */
  readonly due: number;
  /** Of those, done by the day first agreed, however often it was put off afterwards. */
  readonly onTime: number;
  /** 任务完成率 = on time ÷ due; null where nothing was due. Source: targets.md. */
  readonly rate: Rate | null;
}

/** Actions agreed for the days between two days (both included), up to today. */
export function taskCompletion(actions: readonly Pick<Action, 'agreedOn' | 'closedOn' | 'status'>[], span: { readonly from: Day; readonly to: Day }, today: Day): TaskCompletion {
  const due = actions.filter(({ agreedOn, status }) => status !== 'dropped' && agreedOn >= span.from && agreedOn <= span.to && agreedOn <= today);
  const onTime = due.filter(({ status, closedOn, agreedOn }) => status === 'done' && closedOn !== null && closedOn <= agreedOn).length;
  return { due: due.length, onTime, rate: ratioOf(onTime, due.length) };
}
