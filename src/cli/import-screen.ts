import { MultiBar } from 'cli-progress';
import type { Options, Params } from 'cli-progress';
import { keepEnd, toPlain } from './display-width.js';

/** Where an import says how it goes on. */
export interface ImportScreen {
  /** A document is being read. */
  begin(path: string): void;
  /** A document is finished; the text about it goes to stdout. */
  finish(text: string): void;
  /** What else goes to stdout. */
  write(text: string): void;
  /** A line for people, on stderr. */
  note(line: string): void;
  /** No more is to come. */
  end(): void;
}

/** A bar on a terminal, with what is finished above it; elsewhere no more than what is finished. */
export function openScreen(total: number, { json }: { json: boolean }): ImportScreen {
  const mixed = json && process.stdout.isTTY;
  return process.stderr.isTTY && !mixed ? openBar(total) : PLAIN;
}

function writeOut(text: string): void {
  if (text !== '') process.stdout.write(text);
}

const PLAIN: ImportScreen = {
  begin: () => undefined,
  finish: writeOut,
  write: writeOut,
  note: (line) => void process.stderr.write(`${line}\n`),
  end: () => undefined,
};

function openBar(total: number): ImportScreen {
  // Wrapping stays on: what is printed above the bar may be longer than a line.
  const bars = new MultiBar({
    stream: process.stderr,
    linewrap: true,
    clearOnComplete: true,
    forceRedraw: true,
    fps: 5,
  });
  const started = performance.now();
  const count = bars.create(total, 0, {}, { format: formatCount(started), etaBuffer: 50 });
  const current = bars.create(total, 0, { path: '' }, { format: formatPath });
  let above = '';
  // The bar knows of one line to be cleared before what goes above it.
  bars.on('redraw-pre', () => {
    if (above === '') return;
    process.stderr.write(`\u001b[J${above}`);
    above = '';
  });
  let ended = false;
  const print = (text: string): void => {
    if (ended) process.stderr.write(text);
    else {
      above += text;
      bars.update();
    }
  };
  const write = process.stdout.isTTY ? print : writeOut;
  return {
    begin: (path) => current.update({ path }),
    finish: (text) => {
      count.increment();
      write(text);
    },
    write,
    note: (line) => print(`${line}\n`),
    end: () => {
      ended = true;
      bars.stop();
    },
  };
}

const BAR_COLUMNS = 24;

function formatCount(started: number): (options: Options, params: Params) => string {
  return (_options, { value, total, progress, eta }) => {
    const done = Math.round(progress * BAR_COLUMNS);
    const bar = '='.repeat(done) + '-'.repeat(BAR_COLUMNS - done);
    const rate = (value * 1_000) / Math.max(1, performance.now() - started);
    const left = value > 0 && Number.isFinite(Number(eta)) ? `${formatSeconds(Number(eta))} left` : '';
    return `[${bar}] ${value}/${total}  ${rate.toFixed(1)}/s  ${left}`;
  };
}

function formatPath(_options: Options, { maxWidth }: Params, { path }: { path: string }): string {
  return keepEnd(toPlain(path), maxWidth - 1);
}

/** `7:05`, `1:02:03`. */
function formatSeconds(seconds: number): string {
  const [hours, minutes, rest] = [Math.floor(seconds / 3_600), Math.floor(seconds / 60) % 60, Math.floor(seconds) % 60];
  const twoDigits = (number: number): string => String(number).padStart(2, '0');
  return hours > 0 ? `${hours}:${twoDigits(minutes)}:${twoDigits(rest)}` : `${minutes}:${twoDigits(rest)}`;
}
