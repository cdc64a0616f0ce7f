/** @jest-environment jsdom */
import { afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { cleanup, render, screen } from '@testing-library/react';
import { WarningNotes } from '../../../src/web/page/parts/warning-notes';
import { setUpWords, speak } from '../../../src/web/page/words/setup';

const WARNINGS = [
  { code: 'STAGE_MISMATCH', message: 'outturn; original budget', messageZh: '决算数；年初预算数' },
  { code: 'YEAR_MISMATCH', message: 'no year in common', messageZh: '没有共同的年度' },
] as const;

beforeAll(() => setUpWords('zh'));
afterEach(async () => {
  cleanup();
  await speak('zh');
});

describe('what speaks against a comparison', () => {
  it('stands there in words, every reason of it', () => {
    render(<WarningNotes verdict="NOT_COMPARABLE" warnings={WARNINGS} />);
    expect(screen.getByRole('heading').textContent).toContain('不可直接比较');
    expect(screen.getAllByRole('term').map((own) => own.textContent)).toEqual(['预算与决算之别', '年度不同']);
    expect(screen.getAllByRole('definition').map((own) => own.textContent)).toEqual([
      '决算数；年初预算数',
      '没有共同的年度',
    ]);
  });

  it('is said in English to who reads English', async () => {
    await speak('en');
    render(<WarningNotes verdict="WITH_WARNINGS" warnings={WARNINGS.slice(1)} />);
    expect(screen.getByRole('heading').textContent).toContain('Comparable with care');
    expect(screen.getByRole('definition').textContent).toBe('no year in common');
  });

  it('where nothing does, that is said too', () => {
    render(<WarningNotes verdict="COMPARABLE" warnings={[]} />);
    expect(screen.getByRole('heading').textContent).toContain('可以比较');
    expect(screen.queryByRole('term')).toBeNull();
  });
});
