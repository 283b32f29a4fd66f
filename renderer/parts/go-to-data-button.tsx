import { Button } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';

/** The way from an empty page to the imports that fill it; period and scope stay. */
export function GoToDataButton({ children }: { readonly children: string }) {
  const navigate = useNavigate();
  return <Button variant="filled" onClick={() => void navigate({ to: '/data', search: (previous: object) => previous })}>{children}</Button>;
}
