import type { Drill } from '@shared/contracts/drill';
import type { Explanation } from '@shared/contracts/explanation';
import { FigureButton } from '@renderer/ui/figure-button';
import { useDrill } from './drill-down';

interface FigureProps {
  /** The figure as it is written; – without an explanation stays plain text. */
  readonly children: string;
  /** What it is, also the drawer's title: 「苏南 · 10月实际」. */
  readonly name: string;
  /** The rows it is made of; null = made of none (a target). Left out: those of `explain`. */
  readonly drill?: Drill | null;
  /** Why it is what it is. */
  readonly explain?: Explanation;
  readonly size?: 'text' | 'large';
  /** Left out of the tabulator's way through a form. */
  readonly skipsTab?: boolean;
}

/** A figure that opens why it is what it is, and the imported rows it rests on. */
export function Figure({ children, name, drill, explain, size = 'text', skipsTab = false }: FigureProps) {
  const openDrill = useDrill();
  const rows = drill === undefined ? (explain?.drill ?? null) : drill;
  if (explain === undefined && (rows === null || children === '–')) return <>{children}</>;
  return <FigureButton name={name} size={size} skipsTab={skipsTab} hasRows={rows !== null} onOpen={() => openDrill(rows, name, explain)}>{children}</FigureButton>;
}
