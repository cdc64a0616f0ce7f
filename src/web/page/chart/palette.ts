/** Colours of what is drawn; told apart also by people who see no red or no green (after Okabe and Ito, darkened to stand on paper). */
export interface Palette {
  readonly series: readonly string[];
  readonly ink: string;
  readonly soft: string;
  readonly line: string;
  readonly paper: string;
  /** Over bars and fields that may not be compared. */
  readonly hatch: string;
  /** From little to much. */
  readonly heat: readonly [string, string];
}

const LIGHT: Palette = {
  series: ['#1f6fb2', '#d1680a', '#0f8a6a', '#b8488f', '#8a6d00', '#3aa3d9', '#7a3ea3', '#5c6670'],
  ink: '#1d2430',
  soft: '#566070',
  line: '#dedbd4',
  paper: '#ffffff',
  hatch: '#ffffffb0',
  heat: ['#e8f1fa', '#0f4c81'],
};

const DARK: Palette = {
  series: ['#6db3ec', '#f0a050', '#4fc9a4', '#e58cc3', '#d8bb45', '#9adcf7', '#bf95e0', '#a9b3bd'],
  ink: '#e7ebf0',
  soft: '#a3afbd',
  line: '#323c49',
  paper: '#1a2029',
  hatch: '#1a2029b0',
  heat: ['#1d2b3a', '#8cc6f5'],
};

export function choosePalette(isDark: boolean): Palette {
  return isDark ? DARK : LIGHT;
}

export function colourOf({ series }: Palette, index: number): string {
  return series[index % series.length] ?? '#888';
}
