import { Anchor } from '@mantine/core';
import type { ReactNode } from 'react';
import styles from './head-link.module.css';

/** A quiet action in a panel's head, written as a link. */
export function HeadLink({ icon, onClick, children }: { readonly icon?: ReactNode; readonly onClick: () => void; readonly children: string }) {
  return (
    <Anchor component="button" type="button" size="xs" className={styles['link']} onClick={onClick}>
      {icon}
      {children}
    </Anchor>
  );
}
