import { describe, expect, it } from '@jest/globals';
import { cite } from '../../../src/domain/citation.js';
import type { CitedPlace } from '../../../src/domain/citation.js';

const SHA = 'ab'.repeat(32);
const REPORT: CitedPlace = {
  department: '某某市水务局',
  title: '2021年度某某市水务局部门决算',
  kind: 'FINAL_ACCOUNTS',
  year: 2021,
  sha256: SHA,
  places: [
    { name: '支出决算表', line: 9, page: null },
    { name: '收入决算表', line: 4, page: 2 },
  ],
};
const citation = { documents: [REPORT], releaseId: 'r1' };

describe('A citation', () => {
  it('as GB/T 7714 is a report with its places, the hash of the document and the release', () => {
    expect(cite(citation, 'GBT7714')).toBe(
      `某某市水务局. 2021年度某某市水务局部门决算[R]. 支出决算表第9行; 收入决算表第2页第4行. SHA-256: ${SHA}. 数据版本: duizhao r1.`,
    );
  });

  it('as BibTeX is one entry a document, in which nothing is a command', () => {
    expect(cite({ ...citation, documents: [{ ...REPORT, title: 'a{b}\\c 50% & 1_2' }] }, 'BIBTEX')).toBe(
      [
        '@techreport{duizhao-abababababab,',
        '  title = {a b  c 50\\% \\& 1\\_2},',
        '  author = {{某某市水务局}},',
        '  institution = {某某市水务局},',
        '  type = {部门决算},',
        `  note = {支出决算表, line 9; 收入决算表, page 2, line 4; SHA-256 ${SHA}; duizhao release r1}`,
        '}',
      ].join('\n'),
    );
  });

  it('as CSL-JSON is an array of items of type report', () => {
    expect(JSON.parse(cite(citation, 'CSL_JSON'))).toEqual([
      {
        ...{ id: 'duizhao-abababababab', type: 'report', title: REPORT.title, genre: '部门决算', language: 'zh-CN' },
        ...{ author: [{ literal: '某某市水务局' }], publisher: '某某市水务局' },
        locator: '支出决算表, line 9; 收入决算表, page 2, line 4',
        note: `SHA-256 ${SHA}; duizhao release r1`,
      },
    ]);
  });

  it('as plain text is one line a document', () => {
    const other: CitedPlace = { ...REPORT, kind: 'BUDGET', places: [{ name: '表一', line: 1, page: null }] };
    expect(cite({ ...citation, documents: [REPORT, other] }, 'PLAIN').split('\n')).toEqual([
      `某某市水务局, 2021年度某某市水务局部门决算 (部门决算, fiscal year 2021), 支出决算表, line 9; 收入决算表, page 2, line 4; SHA-256 ${SHA}; duizhao release r1`,
      `某某市水务局, 2021年度某某市水务局部门决算 (部门预算, fiscal year 2021), 表一, line 1; SHA-256 ${SHA}; duizhao release r1`,
    ]);
  });

  it('of nothing is empty', () => {
    expect(cite({ ...citation, documents: [] }, 'BIBTEX')).toBe('');
  });
});
