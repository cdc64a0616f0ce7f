import { choosePalette } from '../../../src/web/page/chart/palette';
import { composePicture, wrapText } from '../../../src/web/page/take-away/compose-picture';
import { findAskedFor } from '../../../src/web/playground/example-questions.js';
import { addressOfPlayground } from '../../../src/web/page/take-away/playground-address';

const PICTURE = {
  chart: '<svg width="952" height="100" xmlns="http://www.w3.org/2000/svg"><path d="M0 0"/></svg>',
  width: 1000,
  chartHeight: 100,
  title: '“三公”经费 <2019>',
  unit: '单位：万元',
  legend: [
    { label: '本年支出', colour: '#1f6fb2' },
    { label: '基本支出', colour: '#d1680a' },
  ],
  verdict: '可以比较，但须留意',
  warnings: ['△ 覆盖不全：440117 一个部门没有报告'],
  notes: ['┄ 无报告：番禺区 2019 本年支出'],
  source: '来源：对照 duizhao · 数据版本 a0nky7n3nr5x5ct6vjrf · 比较 viT-PaaI6kl0al36',
  palette: choosePalette(false),
};

describe('a picture of a chart', () => {
  const svg = composePicture(PICTURE);
  const texts = [...svg.matchAll(/<text[^>]*>([^<]*)<\/text>/g)].map(([, text]) => text);

  it('has title, unit, legend, verdict, warnings, what is missing and the source in it, in this order', () => {
    expect(texts).toEqual([
      '“三公”经费 &#60;2019&#62;',
      '单位：万元',
      '本年支出',
      '基本支出',
      '可以比较，但须留意',
      '△ 覆盖不全：440117 一个部门没有报告',
      '┄ 无报告：番禺区 2019 本年支出',
      '来源：对照 duizhao · 数据版本 a0nky7n3nr5x5ct6vjrf · 比较 viT-PaaI6kl0al36',
    ]);
  });

  it('puts the chart below the legend and the texts below the chart', () => {
    const chartAt = Number(/<svg x="24" y="([\d.]+)" width="952"/.exec(svg)?.[1]);
    const heights = [...svg.matchAll(/<text x="[\d.]+" y="([\d.]+)"/g)].map(([, y]) => Number(y));
    expect(heights.slice(0, 4).every((y) => y < chartAt)).toBe(true);
    expect(heights.slice(4).every((y) => y > chartAt + PICTURE.chartHeight)).toBe(true);
    const height = Number(/height="(\d+)" viewBox/.exec(svg)?.[1]);
    expect(height).toBeGreaterThan(Math.max(...heights));
  });

  it('breaks long texts so that nothing runs out of the picture', () => {
    const lines = wrapText('一二三四五 RECONCILIATION_FAILED 六七', 10, 60);
    expect(lines).toEqual(['一二三四五', 'RECONCILIATION_FAILED', '六七']);
    expect(wrapText('一二三四五六七八', 10, 40)).toEqual(['一二三四', '五六七八']);
  });
});

describe('the question of the page in the playground', () => {
  it('is the very question and variables that the page asked', () => {
    const text = '\n    query Compare($input: CompareInput!) {\n  compare(input: $input) {\n    id\n  }\n}\n    ';
    const variables = { input: { metrics: [{ key: 'EXPENDITURE', name: '100% & #+' }], districts: ['440117'] } };
    const address = new URL(addressOfPlayground({ text, variables }), 'http://localhost');
    const opened = findAskedFor([], address.search);
    expect(address.pathname).toBe('/graphql');
    expect(opened?.query).toBe('query Compare($input: CompareInput!) {\n  compare(input: $input) {\n    id\n  }\n}');
    expect(JSON.parse(opened?.variables ?? '')).toEqual(variables);
  });
});
