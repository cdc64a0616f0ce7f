import type { Statistic } from '../domain/statistics.js';
import { decimal, integer, text } from './column.js';
import type { Column } from './column.js';

/** The columns that a file of one's own has too: what was exported can be loaded. */
export const STATISTIC_COLUMNS: readonly Column<Statistic>[] = [
  text(
    'kind',
    ['POPULATION (at the end of the year) or DEFLATOR (of GDP).', '统计量：年末常住人口或 GDP 平减指数'],
    ({ kind }) => kind,
  ),
  text(
    'district',
    ['Six-digit division code (GB/T 2260); empty: the country.', '六位行政区划代码，全国为空'],
    ({ districtCode }) => districtCode,
  ),
  integer('year', ['Calendar year.', '年份'], ({ year }) => year),
  decimal(
    'value',
    'kind',
    [
      'Exact, as published: 万人 of a population, 2015 = 100 of a deflator.',
      '数值（照公布）：人口为万人，平减指数以 2015 年为 100',
    ],
    ({ value }) => value,
  ),
  text(
    'vintage',
    [
      'When it was published, and as what; of two the greater text is the newer.',
      '版本：公布时间和名目，按文本大者为新',
    ],
    ({ vintage }) => vintage,
  ),
  text('source', ['Where it is from, and how sure it is.', '出处及可靠程度'], ({ source }) => source),
];
