export function findElectron(): { readonly executable: string; readonly folder: string; readonly version: string };
