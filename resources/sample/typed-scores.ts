import type { YearMonth } from '@shared/kernel/month';
import { monthNumber } from '@shared/kernel/month';
import { CAST, IN_TROUBLE, NEW_HIRE, STAR } from './cast';
import { scoreNote } from './review-story';
import { seededRandom } from './seeded-random';

/**
 * The scores a manager would have typed for a person's month, each with its note: about the person's own level, a little
 * up and down, lower where the story says so. The same for every call.
 */
export function typedScores(name: string, month: YearMonth, kpiIds: readonly string[]): Record<string, { score: number; note: string }> {
  const seat = CAST.findIndex((person) => person.name === name);
  const random = seededRandom(monthNumber(month) * 1_000 + seat);
  const level = levelOf(name, month);
  return Object.fromEntries(
    kpiIds.map((kpiId, at) => {
      const score = Math.min(100, Math.max(40, Math.round(level + 4 * random.normal())));
      return [kpiId, { score, note: scoreNote(kpiId, score, random.int(0, 3) + at) }];
    }),
  );
}

function levelOf(name: string, month: YearMonth): number {
  if (name === STAR) return 94;
  if (name === NEW_HIRE) return 76;
  if (month >= '2026-06' && (IN_TROUBLE as readonly string[]).includes(name)) return 68;
  const habit = CAST.find((person) => person.name === name)?.habit ?? 1;
  return 84 + (habit - 1) * 80;
}
