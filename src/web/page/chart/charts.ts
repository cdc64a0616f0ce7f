import { BarChart, CustomChart, LineChart, ScatterChart } from 'echarts/charts';
import { GraphicComponent, GridComponent } from 'echarts/components';
import { init, use as register } from 'echarts/core';
import type { ECharts } from 'echarts/core';
import { SVGRenderer } from 'echarts/renderers';

register([BarChart, LineChart, ScatterChart, CustomChart, GridComponent, GraphicComponent, SVGRenderer]);

/** A chart in this element; what it draws is SVG, so that it prints, scales and can be taken away as it is. */
export function startChart(element: HTMLElement): ECharts {
  return init(element, null, { renderer: 'svg' });
}

/** The same drawing as the text of an SVG file. */
export function renderSvg(option: object, size: { readonly width: number; readonly height: number }): string {
  const chart = init(null, null, { renderer: 'svg', ssr: true, ...size });
  try {
    chart.setOption({ ...option, animation: false });
    return chart.renderToSVGString();
  } finally {
    chart.dispose();
  }
}
