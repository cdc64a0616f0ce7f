import { describe, expect, it } from '@jest/globals';
import { readStatisticsFile } from '../../../src/app/read-statistics-file.js';
import { REFERENCE } from '../../support/reference.js';

const HEAD = 'kind,district,year,value,vintage,source';
const ROW = 'POPULATION,440104,2018,117.89,2026-01 own,"a survey, page 3"';
const read = (text: string) => readStatisticsFile(Buffer.from(text), REFERENCE);
const SURVEY = {
  ...{ kind: 'POPULATION', districtCode: '440104', year: 2018, value: '117.89' },
  ...{ vintage: '2026-01 own', source: 'a survey, page 3' },
};

describe('A CSV of statistics', () => {
  it.each([
    ['with line feeds', `${HEAD}\n${ROW}\n`],
    ['with CRLF and a byte order mark, as Excel saves it', `\ufeff${HEAD}\r\n${ROW}\r\n`],
    ['without a line break at the end', `${HEAD}\n${ROW}`],
    ['with all fields in quotes', `${HEAD}\n"POPULATION","440104","2018","117.89","2026-01 own","a survey, page 3"\n`],
    [
      'with its columns in another order',
      'source,value,district,kind,year,vintage\n"a survey, page 3",117.89,440104,POPULATION,2018,2026-01 own\n',
    ],
  ])('%s is read', (_, text) => {
    expect(read(text)).toEqual({ rows: [{ line: 2, statistic: SURVEY }], problems: [] });
  });

  it('knows the lines of its rows, empty ones between them', () => {
    const { rows } = read(`${HEAD}\n\n${ROW}\n\n${ROW.replace('2018', '2017')}\n`);
    expect(rows.map(({ line, statistic }) => [line, statistic.year])).toEqual([
      [3, 2018],
      [5, 2017],
    ]);
  });

  it('names every line and column that does not fit, with what was expected and what came', () => {
    const { problems } = read(
      [
        HEAD,
        ROW,
        'POPULATION,999999,2018,-1,2026-01 own,x',
        'POPULATION,440104',
        ROW,
        'POPULATION,000000,2018,1,2026-01 own,x',
        '',
      ].join('\n'),
    );
    expect(problems).toEqual([
      'line 3, value: expected a decimal above 0 such as 64.95, with 12 digits at most before the point and 8 after it, got "-1"',
      'line 3, district: expected the code of a division (GB/T 2260), got "999999"',
      'line 4: expected 6 fields, got 2',
      'line 6, district: expected the code of a division (GB/T 2260), got "000000"',
      'line 5: expected each kind, district, year and vintage once, got that of line 2 again',
    ]);
  });

  it('names the line on which a row begins, where a field has several', () => {
    const text = `${HEAD}\nPOPULATION,440104,2018,1,2026-01 own,"two\nlines"\n${ROW.replace('2018', 'x')}\n`;
    expect(read(text).problems).toEqual([
      expect.stringMatching(/^line 2, source: /),
      expect.stringMatching(/^line 4, year: /),
    ]);
  });

  it.each([
    ['', `line 1: expected the columns ${HEAD}, got ""`],
    [
      'kind;district;year;value;vintage;source\n',
      `line 1: expected the columns ${HEAD}, got "kind;district;year;value;vintage;source"`,
    ],
    [`${HEAD},note\n`, `line 1: expected the columns ${HEAD}, got "${HEAD},note"`],
    [`${HEAD}\n`, 'expected a line for each statistic below the columns, got none'],
    [
      `${HEAD}\nPOPULATION,440104,2018,1,2026-01 own,"x\n`,
      'expected fields with quotes around the whole or none, got Quote Not Closed: the parsing is finished with an opening quote at line 2',
    ],
  ])('of the text %j is refused as a whole', (text, problem) => {
    expect(read(text)).toEqual({ rows: [], problems: [problem] });
  });

  it('in another encoding than UTF-8 is refused', () => {
    const gbk = Buffer.concat([
      Buffer.from(`${HEAD}\nPOPULATION,440104,2018,1,2026-01 own,`),
      Buffer.from([0xb9, 0xe3, 0xd6, 0xdd]),
    ]);
    expect(readStatisticsFile(gbk, REFERENCE).problems).toEqual([
      'expected a text in UTF-8, got another encoding: save it as “CSV UTF-8”',
    ]);
  });

  it('may repeat what comes with the program, and not contradict it', () => {
    const [known] = REFERENCE.statistics.filter(({ districtCode, year }) => districtCode === '440117' && year === 2019);
    const row = (value: string, source: string): string =>
      `${HEAD}\nPOPULATION,440117,2019,${value},2020-03 first published,"${source}"\n`;
    expect(read(row('64.95', known?.source ?? '')).problems).toEqual([]);
    expect(read(row('64.96', known?.source ?? '')).problems).toEqual([
      'line 2, value: expected "64.95", which is here under the vintage "2020-03 first published", got "64.96": a correction takes a vintage of its own',
    ]);
    expect(read(row('64.95', 'hearsay')).problems).toEqual([
      expect.stringMatching(/^line 2, source: expected ".+", which is here .+, got "hearsay"/),
    ]);
  });
});
