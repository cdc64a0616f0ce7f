import type { Palette } from '../chart/palette';

/** A chart with all that has to go with it, so that the picture speaks for itself wherever it lands. */
export interface Picture {
  /** The chart as the text of an SVG file. */
  readonly chart: string;
  readonly width: number;
  readonly chartHeight: number;
  readonly title: string;
  readonly unit: string;
  readonly legend: readonly { readonly label: string; readonly colour: string }[];
  readonly verdict: string;
  readonly warnings: readonly string[];
  /** What has no figure, and why; what a sign means. */
  readonly notes: readonly string[];
  readonly source: string;
  readonly palette: Palette;
}

const FONT = "Inter, 'Helvetica Neue', Arial, 'PingFang SC', 'Microsoft YaHei', 'Noto Sans CJK SC', sans-serif";
const MARGIN = 24;

interface Line {
  readonly text: string;
  readonly size: number;
  readonly weight: number;
  readonly colour: string;
}

/** The text of an SVG file: title, unit, legend, chart, verdict, warnings, notes, source, one below the other. */
export function composePicture(picture: Picture): string {
  const { palette, width, chartHeight, chart } = picture;
  const inner = width - 2 * MARGIN;
  const parts: string[] = [];
  let y = MARGIN;
  const write = ({ text, size, weight, colour }: Line) => {
    for (const line of wrapText(text, size, inner)) {
      y += size * 1.45;
      parts.push(textAt(line, { x: MARGIN, y: y - size * 0.35, size, weight, colour }));
    }
  };
  const ink = { weight: 400, colour: palette.ink };
  const soft = { size: 13, weight: 400, colour: palette.soft };
  write({ text: picture.title, size: 20, weight: 700, colour: palette.ink });
  write({ text: picture.unit, ...soft });
  y += 4;
  const legend = layLegend(picture.legend, inner);
  for (const { label, colour, x, row } of legend.items) {
    const top = y + row * 22;
    parts.push(`<rect x="${MARGIN + x}" y="${top + 4}" width="12" height="12" rx="3" fill="${colour}"/>`);
    parts.push(textAt(label, { x: MARGIN + x + 18, y: top + 15, size: 13, ...ink }));
  }
  y += legend.rows * 22 + 4;
  parts.push(placeChart(chart, y));
  y += chartHeight + 8;
  write({ text: picture.verdict, size: 14, weight: 700, colour: palette.ink });
  for (const text of picture.warnings) write({ text, size: 13, ...ink });
  for (const text of picture.notes) write({ text, ...soft });
  y += 8;
  write({ text: picture.source, size: 12, weight: 400, colour: palette.soft });
  const height = Math.ceil(y + MARGIN / 2);
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" font-family="${escapeText(FONT)}">`,
    `<title>${escapeText(picture.title)}</title>`,
    `<rect width="${width}" height="${height}" fill="${palette.paper}"/>`,
    ...parts,
    '</svg>',
  ].join('\n');
}

function textAt(text: string, at: { x: number; y: number } & Omit<Line, 'text'>): string {
  const weight = at.weight === 400 ? '' : ` font-weight="${at.weight}"`;
  return `<text x="${at.x}" y="${round(at.y)}" font-size="${at.size}"${weight} fill="${at.colour}">${escapeText(text)}</text>`;
}

/** The chart stands in the picture as a picture of its own. */
function placeChart(chart: string, y: number): string {
  return chart.replace(/^[^<]*(<\?xml[^>]*>\s*)?<svg /, `<svg x="${MARGIN}" y="${round(y)}" `);
}

function layLegend(entries: Picture['legend'], width: number) {
  let x = 0;
  let row = 0;
  const items = entries.map(({ label, colour }) => {
    const own = widthOf(label, 13) + 38;
    if (x > 0 && x + own > width) {
      x = 0;
      row += 1;
    }
    const item = { label, colour, x: round(x), row };
    x += own;
    return item;
  });
  return { items, rows: entries.length === 0 ? 0 : row + 1 };
}

/** Lines no wider than this: broken at blanks, in Chinese anywhere. */
export function wrapText(text: string, size: number, width: number): string[] {
  const pieces = text.match(/[\u2e80-\uffef]|[^\s\u2e80-\uffef]+|\s+/g) ?? [];
  const lines: string[] = [];
  let line = '';
  for (const piece of pieces) {
    if (line !== '' && widthOf(line + piece.trimEnd(), size) > width) {
      lines.push(line.trimEnd());
      line = piece.trimStart();
    } else line += piece;
  }
  return line.trim() === '' ? lines : [...lines, line.trimEnd()];
}

function widthOf(text: string, size: number): number {
  return [...text].reduce((sum, letter) => sum + (letter > '\u2e7f' ? 1 : 0.56), 0) * size;
}

function round(position: number): number {
  return Math.round(position * 10) / 10;
}

function escapeText(text: string): string {
  return text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);
}
