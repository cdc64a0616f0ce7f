import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { loadReference } from '../../src/app/load-reference.js';
import { readDocument } from '../../src/app/read-document.js';
import { seedFileName } from '../../src/app/seed-files.js';
import type { Report } from '../../src/domain/report.js';
import { inShort } from '../unit/read/narrative/narrative-of.js';
import { FACTS } from './narrative-facts.js';

const folder = process.env['REPORTS_DIR'];

const withDocuments = folder ? describe : describe.skip;
withDocuments(`the narrative of the published documents${folder ? '' : ' (skipped: REPORTS_DIR names no folder)'}`, () => {
  const published = new Map<string, Report>();
  beforeAll(async () => {
    for (const name of readdirSync(folder ?? '.').filter((file) => file.endsWith('.txt'))) {
      const report = await readDocument(readFileSync(join(folder ?? '.', name)), loadReference());
      published.set(seedFileName(report).replace('.ndjson', ''), report);
    }
  });
  const factsAt = (name: string, line: number): string[] =>
    published
      .get(name)!
      .reportedFacts.filter(({ source }) => source.line === line)
      .map((fact) => inShort(fact, published.get(name)!.year));

  describe.each(Object.keys(FACTS))('%s', (name) => {
    it.each(Object.entries(FACTS[name] ?? {}))('line %s says these figures and no other', (line, facts) => {
      expect(factsAt(name, Number(line))).toEqual(facts);
    });

    it('a fact keeps what names its number and the number, not the sentence', () => {
      const long = published.get(name)!.reportedFacts.filter(({ source }) => source.text.length > 90);
      expect(long.map(({ source }) => source.text)).toEqual([]);
    });

    it('no fact is from a table, and each has the heading above it', () => {
      const facts = published.get(name)!.reportedFacts;
      expect(facts.filter(({ source }) => source.table !== null || !source.section)).toEqual([]);
    });
  });

  it('what the template left is found in the one document that left some', () => {
    const left = [...published].flatMap(([name, { templateTexts }]) =>
      templateTexts.map(({ line, text }) => `${name.slice(0, 11)} ${line} ${text}`),
    );
    expect(left).toEqual([
      '440105-2017 666 与2016年度相比增加（减少）0元',
      '440105-2017 666 增长（下降）0',
      '440105-2017 670 教育（类）XXXXXX（款）XXXXXX（项）0元',
      '440105-2017 680 公务接待费支出决算减少（增加）0万元',
      '440105-2017 680 下降（增加）0%',
    ]);
  });
}); // prettier-ignore
