import type { Department, District, StoredReport, StoredSource } from '../domain/records.js';
import { integer, text } from './column.js';
import type { Column } from './column.js';

/** Whose row it is, and of which document. */
export interface Place {
  readonly district: District;
  readonly department: Department;
  readonly report: StoredReport;
}

export const PLACE_COLUMNS: readonly Column<Place>[] = [
  text('report_id', ['Id of the report.', '报告的标识'], ({ report }) => report.id),
  text('department_id', ['Id of the department.', '部门的标识'], ({ department }) => department.id),
  text(
    'department_name',
    ['The department as published in its newest year.', '部门名称（以最近年度公布的为准）'],
    ({ department }) => department.name,
  ),
  text(
    'district_code',
    ['Six-digit division code (GB/T 2260); 000000: not placed.', '六位行政区划代码，000000 表示未能确定'],
    ({ district }) => district.code,
  ),
  text('district_name', ['Chinese name of the division.', '行政区划名称'], ({ district }) => district.name),
  integer('year', ['Fiscal year that it is about.', '所属财政年度'], ({ report }) => report.year),
  text(
    'kind',
    ['BUDGET (部门预算) or FINAL_ACCOUNTS (部门决算): the document.', '文件种类：部门预算或部门决算'],
    ({ report }) => report.kind,
  ),
];

/** A row that stands somewhere in its document. */
export interface Sourced extends Place {
  readonly source: StoredSource;
}

export const SOURCE_COLUMNS: readonly Column<Sourced>[] = [
  text(
    'source_table',
    [
      "The table's title as printed, with its number; empty in the narrative.",
      '所在表的标题及编号（照原文），正文中为空',
    ],
    ({ source }) => source.table,
  ),
  text(
    'source_section',
    ['Heading of the narrative section; empty in tables.', '所在正文章节的标题，表中为空'],
    ({ source }) => source.section,
  ),
  integer(
    'source_line',
    [
      "Where the row's figures stand, from 1: the line of the text, a sheet's row, the running row in HTML and DOCX, the line of the page in PDF.",
      '数字所在的行，从 1 起：文本的行、工作表的行、HTML 与 DOCX 的连续行、PDF 的页内行',
    ],
    ({ source }) => source.line,
  ),
  integer(
    'source_page',
    ['From 1; empty where the document has no pages.', '所在页，从 1 起；文件不分页则为空'],
    ({ source }) => source.page,
  ),
  text(
    'source_text',
    ['All printed lines of the row, joined by a line feed.', '该行印出的全部文字，多行以换行符相连'],
    ({ source }) => source.text,
  ),
  text('report_title', ["The document's title as printed.", '文件标题（照原文）'], ({ report }) => report.title),
  text(
    'report_sha256',
    ["SHA-256 of the document's bytes, lower-case hexadecimal.", '文件字节的 SHA-256，小写十六进制'],
    ({ report }) => report.sha256,
  ),
];
