import { Button } from '@mantine/core';
import styles from './danger-button.module.css';

interface DangerButtonProps {
  readonly children: string;
  readonly disabled?: boolean;
  readonly loading?: boolean;
  readonly onClick: () => void;
}

/** The one button of a dialog that takes something away. */
export function DangerButton({ children, disabled = false, loading = false, onClick }: DangerButtonProps) {
  return <Button variant="filled" className={disabled ? '' : (styles['danger'] ?? '')} disabled={disabled} loading={loading} onClick={onClick}>{children}</Button>;
}
