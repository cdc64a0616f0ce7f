const LONGEST = 80;

/** What is taken away and of which release, as the name of a file that every system takes. */
export function nameFile(title: string, release: string, ending: string): string {
  const plain = title
    .replace(/[\\/:*?"<>|\u0000-\u001f]/g, ' ')
    .replace(/\s*·\s*/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  return `${[...plain].slice(0, LONGEST).join('').trim()} ${release}.${ending}`;
}
