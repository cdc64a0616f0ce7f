/** @jest-environment jsdom */
import { afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { cleanup, render, screen, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { DataTable } from '../../../src/web/page/parts/data-table';
import type { Column } from '../../../src/web/page/parts/data-table';
import { setUpWords } from '../../../src/web/page/words/setup';

interface Row {
  readonly name: string;
  readonly amount: string | null;
}

const COLUMNS: readonly Column<Row>[] = [
  { id: 'name', head: '名称', show: ({ name }) => name, plain: ({ name }) => name },
  {
    id: 'amount',
    head: '数值',
    isNumber: true,
    show: ({ amount }) => amount ?? '┄ 未印出',
    plain: ({ amount }) => amount,
  },
];
const ROWS: readonly Row[] = [
  { name: '越秀区', amount: '9.50' },
  { name: '海珠区', amount: null },
  { name: '从化区', amount: '10.00' },
  { name: '番禺区', amount: '-3.00' },
];

beforeAll(() => setUpWords('zh'));
afterEach(cleanup);

const names = () => screen.getAllByRole('rowheader').map((cell) => cell.textContent);
const show = () => render(<DataTable caption="支出" columns={COLUMNS} rows={ROWS} keyOf={({ name }) => name} />);

describe('a table of figures', () => {
  it('stands in the order given, and says what it is', () => {
    show();
    expect(names()).toEqual(['越秀区', '海珠区', '从化区', '番禺区']);
    expect(within(screen.getByRole('region', { name: '支出' })).getByRole('table', { name: '支出' })).toBeTruthy();
  });

  it('is sorted by size, not by digits, the greatest first, and what is missing stays last in either order', async () => {
    show();
    const head = screen.getByRole('button', { name: /数值/ });
    await userEvent.click(head);
    expect(names()).toEqual(['从化区', '越秀区', '番禺区', '海珠区']);
    expect(screen.getByRole('columnheader', { name: /数值/ }).getAttribute('aria-sort')).toBe('descending');
    await userEvent.click(head);
    expect(names()).toEqual(['番禺区', '越秀区', '从化区', '海珠区']);
    expect(screen.getByRole('columnheader', { name: /数值/ }).getAttribute('aria-sort')).toBe('ascending');
  });

  it('shows a missing figure as its reason, never as a number', () => {
    show();
    expect(screen.getByRole('row', { name: /海珠区/ }).textContent).toBe('海珠区┄ 未印出');
  });
});
