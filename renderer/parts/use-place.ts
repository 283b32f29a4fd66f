import { useNavigate, useSearch } from '@tanstack/react-router';
import { useCallback, useMemo } from 'react';
import { z } from 'zod';

/** Where a window stands, in its address: what everything on screen follows. */
export const placeSchema = z.object({
  /** `2026-10`, `2026Q4`, `2026`; without it the last complete month. */
  period: z.string().regex(/^\d{4}(-(0[1-9]|1[0-2])|Q[1-4])?$/).optional().catch(undefined),
  /** Unit or membership id; without it the whole organisation. */
  scope: z.string().min(1).max(400).optional().catch(undefined),
});

interface Place {
  readonly period: string | null;
  readonly scope: string | null;
  readonly setPeriod: (period: string | null) => void;
  readonly setScope: (scope: string | null) => void;
  /** Drops what the workspace does not know (an address of another one), leaving no step in the history. */
  readonly forget: (field: 'period' | 'scope') => void;
}

/** Period and scope of the address, and how to change them without leaving the page. */
export function usePlace(): Place {
  const search = placeSchema.parse(useSearch({ strict: false }));
  const navigate = useNavigate();
  const period = search.period ?? null;
  const scope = search.scope ?? null;
  const change = useCallback(
    (fields: { period?: string | undefined; scope?: string | undefined }, replace = false) => void navigate({ to: '.', replace, search: (previous: object) => ({ ...previous, ...fields }) }),
    [navigate],
  );
  return useMemo(
    () => ({
      period,
      scope,
      setPeriod: (next) => change({ period: next ?? undefined }),
      setScope: (next) => change({ scope: next ?? undefined }),
      forget: (field) => change({ [field]: undefined }, true),
    }),
    [period, scope, change],
  );
}
