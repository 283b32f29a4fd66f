import type { ReactNode } from 'react';
import styles from './panel-page.module.css';
import { ScrollBody } from './scroll-body';

/** Body of an overview page: panels on the desk, 16 outside and 12 between. `columns` is a CSS grid template. */
export function PanelPage({ columns = 'minmax(0, 1fr)', children }: { readonly columns?: string; readonly children: ReactNode }) {
  return <ScrollBody className={styles['page']} style={{ gridTemplateColumns: columns }}>{children}</ScrollBody>;
}
