/** Whether a file asks for a passphrase, told by its first bytes; false for a file that is no backup. Throws the disk's error. */
export async function isEncrypted(file: string): Promise<boolean> {
  const { headOf, isAgeHead } = await import('./age-cipher');
  return isAgeHead(await headOf(file));
}
