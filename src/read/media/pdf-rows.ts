import type { TextLine } from './pdf-fragments.js';

/** How much wider than the others the gap must be that parts the pieces of two names. */
const CLEARLY = 1.25;
/** Pieces of one name stand closer than this, in parts of the size. */
const CLOSEST_LINES = 1.9;

/**
 * Lines that hold only a piece of a name joined to the row of figures that they belong to. They lie between two rows of figures:
 * the widest gap parts what belongs to the one from what belongs to the other; where no gap is clearly the widest, each stays a
 * row of its own.
 */
export function joinNames(
  lines: readonly TextLine[],
  isFigures: (line: TextLine) => boolean,
  isPiece: (line: TextLine) => boolean,
): TextLine[] {
  const pitch = pitchOf(lines.filter(isFigures));
  const rows: TextLine[][] = [];
  /** Pieces since the last row of figures, which is the last of the rows where `above` is set. */
  let open: TextLine[] = [];
  let above: TextLine | null = null;
  const settle = (below: TextLine | null): void => {
    const [up, alone, down] = partPieces(above, open, below, pitch);
    rows.at(-1)?.push(...(above ? up : []));
    rows.push(...(above ? [] : up).map((line) => [line]), ...alone.map((line) => [line]));
    if (below) rows.push([...down, below]);
    else rows.push(...down.map((line) => [line]));
    [open, above] = [[], below];
  };
  for (const line of lines) {
    if (isFigures(line)) settle(line);
    else if (isPiece(line)) open.push(line);
    else {
      settle(null);
      rows.push([line]);
    }
  }
  settle(null);
  return rows.map(joinLines);
}

/** The usual distance of two rows of figures, in points; null where there is but one. */
function pitchOf(figures: readonly TextLine[]): number | null {
  const gaps = figures.slice(1).map(({ y }, at) => y - (figures[at]?.y ?? y));
  return gaps.sort((a, b) => a - b)[gaps.length >> 1] ?? null;
}

type Parted = readonly [up: readonly TextLine[], alone: readonly TextLine[], down: readonly TextLine[]];

/** Which pieces belong to the row above, to none, and to the row below. */
function partPieces(
  above: TextLine | null,
  pieces: readonly TextLine[],
  below: TextLine | null,
  pitch: number | null,
): Parted {
  if (pieces.length === 0 || (!above && !below)) return [[], pieces, []];
  const first = pieces[0] as TextLine;
  const last = pieces.at(-1) as TextLine;
  // At an end of the table there is no second row: pieces closer than rows are.
  const farther = pitch === null ? 0 : pitch / CLEARLY;
  const ys = [above?.y ?? first.y - farther, ...pieces.map(({ y }) => y), below?.y ?? last.y + farther];
  const gaps = ys.slice(1).map((y, at) => y - (ys[at] ?? y));
  const widest = Math.max(...gaps);
  const at = gaps.indexOf(widest);
  const rest = gaps.filter((_, other) => other !== at);
  const close = CLOSEST_LINES * first.size;
  if (rest.some((gap) => gap * CLEARLY > widest || gap > close)) return [[], pieces, []];
  if ((at > 0 && !above) || (at < pieces.length && !below)) return [[], pieces, []];
  return [pieces.slice(0, at), [], pieces.slice(at)];
}

/** Lines as one row; its height is that of the first. */
function joinLines(lines: readonly TextLine[]): TextLine {
  const [first] = lines as [TextLine];
  return lines.length === 1 ? first : { ...first, fragments: lines.flatMap(({ fragments }) => fragments) };
}
