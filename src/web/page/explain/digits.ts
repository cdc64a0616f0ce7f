/** Whether a figure as it is shown has all digits of the exact one. */
export function saysAll(shown: string, value: string): boolean {
  return shown.replaceAll(',', '') === value;
}
