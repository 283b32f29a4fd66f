export function machineSwitches(): string[];
export function runElectron(args: readonly string[], options?: { readonly env?: Readonly<Record<string, string>> }): Promise<number>;
