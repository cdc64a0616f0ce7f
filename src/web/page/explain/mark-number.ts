/** A sentence in three: what stands before a number, the number as printed, what follows. */
export type MarkedText = readonly [before: string, number: string, after: string];

const NUMBER = /[\d０-９]+(?:[,，][ \u3000]*[\d０-９]{3})*(?:[.．][ \u3000]*[\d０-９]+)?/g;

/** Where a sentence prints a value; of several such numbers the one with its unit behind it. null: it prints it in words. */
export function markNumber(text: string, value: string, unit: string): MarkedText | null {
  const wanted = level(value.replace(/^-/, ''));
  const found = [...text.matchAll(NUMBER)].filter(([number]) => level(number) === wanted);
  const follows = (match: RegExpExecArray) => text.slice(match.index + match[0].length).trimStart();
  const match = found.find((own) => unit !== '' && follows(own).startsWith(unit)) ?? found[0];
  if (!match) return null;
  const end = match.index + match[0].length;
  return [text.slice(0, match.index), match[0], text.slice(end)];
}

/** One spelling of a number: without separators, blanks, full-width digits, zeros that say nothing. */
function level(number: string): string {
  const plain = number.normalize('NFKC').replace(/[,\s]/g, '');
  const short = plain.includes('.') ? plain.replace(/\.?0+$/, '') : plain;
  return short.replace(/^0+(?=\d)/, '');
}
