import type { Figures } from '@shared/contracts/figures';
import type { HeadlessCommand } from '@shared/contracts/headless-command';
import { type Result, err, ok } from '@shared/kernel/result';
import type { CommandDesk } from './command-desk';
import { queryRefusal } from './query-refusal';

type FiguresRequest = Extract<HeadlessCommand, { name: 'figures' }>;

/** The figures the screens and the pack show, as they stand: money in 分, rates as fractions, null = not known. */
export async function figuresCommand(desk: CommandDesk, { period, scope }: FiguresRequest): Promise<Result<Figures, string>> {
  const answer = await desk.ledger.figures({ period, scope });
  return answer.ok ? ok(answer.value) : err(queryRefusal(desk, answer.error, period, scope));
}
