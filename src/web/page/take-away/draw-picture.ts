import { renderSvg } from '../chart/charts';
import type { Drawing } from '../chart/drawing';
import { heightOf, makeOption } from '../chart/options';
import { choosePalette, colourOf } from '../chart/palette';
import { composePicture } from './compose-picture';
import type { Picture } from './compose-picture';

const WIDTH = 1000;
const INNER = WIDTH - 48;
/** For screens and paper with more dots than these. */
const SCALE = 2;

type Told = Pick<Picture, 'title' | 'unit' | 'verdict' | 'warnings' | 'notes' | 'source'>;

/** The drawing on light paper as the text of an SVG file, with what has to go with it. */
export function drawSvg(drawing: Drawing, told: Told): string {
  const palette = choosePalette(false);
  const height = heightOf(drawing, INNER);
  const chart = renderSvg(makeOption(drawing, { palette, width: INNER }), { width: INNER, height });
  const legend = drawing.series.flatMap(({ label, isMinor }, index) =>
    isMinor ? [] : [{ label, colour: colourOf(palette, index) }],
  );
  return composePicture({
    ...told,
    chart,
    palette,
    width: WIDTH,
    chartHeight: height,
    legend: drawing.form === 'HEAT' || legend.length < 2 ? [] : legend,
  });
}

/** The same picture in dots. */
export async function paintPng(svg: string): Promise<Blob> {
  const address = URL.createObjectURL(new Blob([svg], { type: 'image/svg+xml' }));
  try {
    const image = new Image();
    image.src = address;
    await image.decode();
    const canvas = document.createElement('canvas');
    canvas.width = image.naturalWidth * SCALE;
    canvas.height = image.naturalHeight * SCALE;
    canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height);
    return await new Promise((resolve, reject) => {
      canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error('expected a picture, got none'))), 'image/png');
    });
  } finally {
    URL.revokeObjectURL(address);
  }
}
