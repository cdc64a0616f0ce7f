import { describe, expect, it } from '@jest/globals';
import {
  departmentIdOf,
  makeAccountId,
  makeDepartmentId,
  makeInnerIds,
  makeReleaseId,
  makeReportId,
  reportIdOf,
} from '../../../src/store/ids.js';
import { EMPTY_DIGEST } from '../../../src/store/release-digest.js';

const DEPARTMENT = makeDepartmentId('440104', '政务服务数据管理局');
const REPORT = makeReportId(DEPARTMENT, 'a'.repeat(64), 0);

describe('Ids', () => {
  it('are the same wherever they are made, and URL-safe', () => {
    // Written down: they stand in saved queries and must never change.
    expect(DEPARTMENT).toBe('2bybwpdm7g481b0y');
    expect(makeReleaseId(EMPTY_DIGEST)).toBe('qp551zx2evfg9233htxx');
    for (const id of [DEPARTMENT, REPORT, makeInnerIds(REPORT, 'line item')('EXPENDITURE', null, 0, 1)])
      expect(encodeURIComponent(id)).toBe(id);
  });

  it('differ where what they name differs', () => {
    const others = [makeDepartmentId('440105', '政务服务数据管理局'), makeDepartmentId('440104', '政务服务管理局')];
    const reports = [makeReportId(DEPARTMENT, 'b'.repeat(64), 0), makeReportId(DEPARTMENT, 'a'.repeat(64), 1)];
    const accounts = [makeAccountId('FUNCTIONAL', 2007, '201'), makeAccountId('FUNCTIONAL', 2018, '201')];
    expect(new Set([DEPARTMENT, ...others, REPORT, ...reports, ...accounts]).size).toBe(8);
    expect(makeAccountId('ECONOMIC', 2007, '201')).not.toBe(accounts[0]);
  });

  it('of what lies in a report tell whose it is', () => {
    const makeId = makeInnerIds(REPORT, 'line item');
    const id = makeId('EXPENDITURE', null, 0, 1);
    expect([departmentIdOf(id), reportIdOf(id)]).toEqual([DEPARTMENT, REPORT]);
    expect([departmentIdOf(REPORT), departmentIdOf(DEPARTMENT), departmentIdOf('')]).toEqual([
      DEPARTMENT,
      DEPARTMENT,
      '',
    ]);
  });

  it('of one cell are counted on, so that two never share one', () => {
    const makeId = makeInnerIds(REPORT, 'line item');
    const [first, second] = [makeId('EXPENDITURE', null, 0, 1), makeId('EXPENDITURE', null, 0, 1)];
    expect(first).not.toBe(second);
    expect(makeInnerIds(REPORT, 'line item')('EXPENDITURE', null, 0, 1)).toBe(first);
    expect(makeInnerIds(REPORT, 'issue')('EXPENDITURE', null, 0, 1)).not.toBe(first);
  });
});
