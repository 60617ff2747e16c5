/** A text as it comes from a disk: cut at these places. */
export async function* inPieces(text: string, cuts: readonly number[] = []): AsyncGenerator<string> {
  const places = [0, ...cuts.filter((cut) => cut < text.length).toSorted((one, other) => one - other), text.length];
  for (const [index, from] of places.entries()) yield text.slice(from, places[index + 1]);
}

export async function listed<T>(items: AsyncIterable<T>): Promise<readonly T[]> {
  const list: T[] = [];
  for await (const item of items) list.push(item);
  return list;
}
