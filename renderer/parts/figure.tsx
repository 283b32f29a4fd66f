import type { Drill } from '@shared/contracts/drill';
import { FigureButton } from '@renderer/ui/figure-button';
import { useDrill } from './drill-down';

interface FigureProps {
  /** The figure as it is written; – for null stays plain text. */
  readonly children: string;
  /** What it is, also the drawer's title: 「苏南 · 10月实际」. */
  readonly name: string;
  /** The rows it is made of; null = made of none (a target). */
  readonly drill: Drill | null;
  readonly size?: 'text' | 'large';
}

/** A figure that opens the imported rows it is the sum of. */
export function Figure({ children, name, drill, size = 'text' }: FigureProps) {
  const openDrill = useDrill();
  if (drill === null || children === '–') return <>{children}</>;
  return <FigureButton name={name} size={size} onOpen={() => openDrill(drill, name)}>{children}</FigureButton>;
}
