import { createContext, use } from 'react';

/** The version that is running, as main says it. */
export const AppVersion = createContext('');
export const useAppVersion = (): string => use(AppVersion);
