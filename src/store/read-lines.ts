/** Longer ones are no lines of ours. */
const LONGEST_LINE = 2 ** 26;
const LINE_FEED = 0x0a;

/**
 * The lines of a stream of bytes, without their line feeds; only a line feed ends one. What stands after the last line feed is a line too.
 * @throws RangeError where a line has more than 64 MB
 */
export async function* readLines(source: AsyncIterable<Buffer>): AsyncGenerator<Buffer, void> {
  let begun: Buffer[] = [];
  let length = 0;
  for await (const chunk of source) {
    let start = 0;
    for (let end; (end = chunk.indexOf(LINE_FEED, start)) >= 0; start = end + 1) {
      yield Buffer.concat([...begun, chunk.subarray(start, end)]);
      begun = [];
      length = 0;
    }
    begun.push(chunk.subarray(start));
    length += chunk.length - start;
    if (length > LONGEST_LINE) throw new RangeError('a line of more than 64 MB');
  }
  if (length > 0) yield Buffer.concat(begun);
}
