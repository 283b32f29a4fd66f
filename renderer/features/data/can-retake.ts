/** Whether opening the file again may mend it: it went, was held by another program, or is not what it was when it was chosen. */
export const canRetake = (code: string): boolean => ['file.vanished', 'file.missing', 'file.locked', 'file.changed'].includes(code);
