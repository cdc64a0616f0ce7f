import { useEffect, useRef, useState } from 'react';
import type { ECharts } from 'echarts/core';
import { useIsDark } from '../theme';
import type { Drawing, Mark } from './drawing';
import { heightOf, makeOption } from './options';
import { choosePalette } from './palette';

/** On its way while the figures are asked for. */
const library = import('./charts');

interface Shown {
  readonly drawing: Drawing;
  /** What it shows, for those who cannot see it; the table below has the figures. */
  readonly label: string;
  readonly onOpen: (cellKey: string) => void;
  readonly onPoint: (mark: Mark | null, at: { readonly x: number; readonly y: number }) => void;
}

interface Event {
  readonly data?: { readonly cellKey?: string };
  readonly event?: { readonly offsetX?: number; readonly offsetY?: number };
}

/** A drawing in a place of known height; the library that draws it comes after the page. */
export function Chart({ drawing, label, onOpen, onPoint }: Shown) {
  const place = useRef<HTMLDivElement>(null);
  const chart = useRef<ECharts>(null);
  const [width, setWidth] = useState(0);
  const isDark = useIsDark();
  const height = heightOf(drawing, width || 800);
  const events = useRef({ drawing, onOpen, onPoint });
  useEffect(() => {
    events.current = { drawing, onOpen, onPoint };
  });

  useEffect(() => {
    const element = place.current;
    if (!element) return;
    const observer = new ResizeObserver(([entry]) => setWidth(Math.round(entry?.contentRect.width ?? 0)));
    observer.observe(element);
    return () => observer.disconnect();
  }, []);

  useEffect(() => {
    const element = place.current;
    if (!element || width === 0) return;
    let isGone = false;
    const show = (own: ECharts) => {
      own.resize({ width, height });
      own.setOption(makeOption(drawing, { palette: choosePalette(isDark), width }), { notMerge: true });
      element.dataset['drawn'] = drawing.form;
    };
    if (chart.current) show(chart.current);
    else
      void library.then(({ startChart }) => {
        if (isGone || chart.current) return;
        chart.current = startChart(element);
        listen(chart.current, events);
        show(chart.current);
      });
    return () => {
      isGone = true;
    };
  }, [drawing, width, height, isDark]);

  useEffect(
    () => () => {
      chart.current?.dispose();
      chart.current = null;
    },
    [],
  );

  return <div ref={place} className="chart" role="img" aria-label={label} style={{ height }} />;
}

function listen(chart: ECharts, events: { readonly current: Pick<Shown, 'drawing' | 'onOpen' | 'onPoint'> }): void {
  const find = ({ data }: Event) => events.current.drawing.marks.find(({ figure }) => figure.key === data?.cellKey);
  chart.on('click', (event) => {
    const mark = find(event as Event);
    if (mark) events.current.onOpen(mark.figure.key);
  });
  chart.on('mousemove', (event) => {
    const { event: at } = event as Event;
    events.current.onPoint(find(event as Event) ?? null, { x: at?.offsetX ?? 0, y: at?.offsetY ?? 0 });
  });
  chart.on('mouseout', () => events.current.onPoint(null, { x: 0, y: 0 }));
}
