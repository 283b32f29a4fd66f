import type { Grade } from '../../records/scorecard-template';

/** The best grade a score (already rounded to 0.01) earns: from ≤ score. Grades run from best to worst, the last takes the rest. */
export function gradeOf(score: number, grades: readonly Grade[]): Grade {
  const grade = grades.find(({ from }) => from === null || score >= from);
  if (!grade) throw new RangeError('The last grade must take every score');
  return grade;
}
