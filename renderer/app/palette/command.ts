import type { Icon } from '@tabler/icons-react';
import type { PageRoute } from './palette-list';
import type { Shortcut } from './shortcut';

/** Something the program does when told to, by the palette or by its keys. The sheet of shortcuts reads the same list. */
export interface Command {
  readonly id: string;
  /** In the language shown, and always the same. */
  readonly label: string;
  /** What it would do just now: the period it goes to, the change it undoes. */
  readonly detail: string;
  /** Other words it is found by: its label in the other language, and what else people call it; and its detail. */
  readonly keywords: readonly string[];
  readonly icon: Icon;
  readonly shortcuts: readonly Shortcut[];
  readonly place: 'pages' | 'general';
  /** What cannot be done now is not offered, and its keys do nothing; the sheet lists it all the same. */
  readonly enabled: boolean;
  /** The page it goes to; null for all that is none. */
  readonly route: PageRoute | null;
  readonly run: () => void;
}
