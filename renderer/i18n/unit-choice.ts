import { createContext, use } from 'react';
import type { UnitChoice } from './formats';

/** The unit that all amounts on screen are shown in; a page without one shows each as is right by its size. */
export const UnitChoiceContext = createContext<UnitChoice>('auto');
export const useUnitChoice = (): UnitChoice => use(UnitChoiceContext);
