import { useNavigate, useSearch } from '@tanstack/react-router';
import { useCallback } from 'react';
import { z } from 'zod';

const searchSchema = z.object({ person: z.string().min(1).max(400).optional().catch(undefined) });

/** The person of the address, kept when going from the review to the statement; null = none picked. */
export function usePickedPerson(): { readonly personId: string | null; readonly pick: (personId: string) => void } {
  const { person } = searchSchema.parse(useSearch({ strict: false }));
  const navigate = useNavigate();
  const pick = useCallback((personId: string) => void navigate({ to: '.', search: (previous: object) => ({ ...previous, person: personId }), replace: true }), [navigate]);
  return { personId: person ?? null, pick };
}
