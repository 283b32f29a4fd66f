import { z } from 'zod';

/** `window.json`: where the window stood when it was last closed; x and y null = where the system puts it. */
export const windowPlaceSchema = z.object({
  x: z.int().nullable(),
  y: z.int().nullable(),
  width: z.int().min(1),
  height: z.int().min(1),
  maximized: z.boolean(),
});
export type WindowPlace = z.infer<typeof windowPlaceSchema>;

export const initialPlace: WindowPlace = { x: null, y: null, width: 1440, height: 900, maximized: false };
