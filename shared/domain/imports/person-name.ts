const HAN = /\p{Script=Han}/u;

/**
 * A person's name from a name and a given name in a column of its own: `Lopez` and `Ana` are Ana Lopez, 王 and 小明 are
 * 王小明. A name that holds the given name already (a column of full names) stays; either may be blank.
 */
export function personName(name: string, givenName: string): string {
  if (givenName === '' || name === '') return name === '' ? givenName : name;
  if (HAN.test(name) && HAN.test(givenName)) return name !== givenName && name.endsWith(givenName) ? name : name + givenName;
  const words = name.split(/\s+/u);
  return words.length > 1 && name.includes(givenName) ? name : `${givenName} ${name}`;
}
