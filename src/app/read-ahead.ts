/**
 * The results of items in the order of the items, of which at most `most` are under way, or wait for those before them, at
 * a time. A result that nobody takes any more may fail.
 */
export async function* readAhead<Item, Result>(
  items: Iterable<Item>,
  most: number,
  begin: (item: Item) => Promise<Result>,
): AsyncGenerator<Result> {
  const underWay: Promise<Result>[] = [];
  for (const item of items) {
    const result = begin(item);
    result.catch(() => undefined);
    underWay.push(result);
    if (underWay.length >= most) yield await (underWay.shift() as Promise<Result>);
  }
  for (const result of underWay) yield await result;
}
