import styles from './reviews.module.css';

/** A grade's letter in a small square; an unknown grade leaves the place empty so that rows stay aligned. */
export function GradeMark({ grade, large = false }: { readonly grade: string | null; readonly large?: boolean }) {
  return (
    <span className={styles['grade']} data-large={large || undefined} data-known={grade !== null || undefined}>
      {grade}
    </span>
  );
}
