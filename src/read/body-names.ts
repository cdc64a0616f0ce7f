/** Whether two names are as long and differ in one character at most: the print may have damaged it. */
export function isDamagedCopy(a: string, b: string): boolean {
  return a.length === b.length && [...a].filter((sign, at) => sign !== b[at]).length <= 1;
}
