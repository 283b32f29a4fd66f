import { useNavigate } from '@tanstack/react-router';
import { useCallback } from 'react';

/** A place of the window: a page and what its address says; period and scope stay unless they are given. */
export interface Place {
  readonly to: `/${string}`;
  readonly search?: Readonly<Record<string, string | undefined>>;
}

/** Goes to where something is settled. */
export function useGo(): (place: Place) => void {
  const navigate = useNavigate();
  return useCallback(({ to, search = {} }) => void navigate({ to, search: ({ period, scope }: { period?: string; scope?: string }) => ({ period, scope, ...search }) }), [navigate]);
}
