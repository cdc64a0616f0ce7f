/** A small report of final accounts, its project expenditure as given; whole where that is 0.50. */
export function makeWaterReport(year: number, project = '0.50'): string {
  return `${year}年度某某市水务局部门决算

支出决算表
部门：某某市水务局
单位：万元
项目\t\t本年支出合计\t基本支出\t项目支出\t上缴上级支出\t经营支出\t对附属单位补助支出
科目编码\t科目名称\t\t\t\t\t\t
栏次\t\t1\t2\t3\t4\t5\t6
\t合计\t112.50\t112.00\t${project}\t0.00\t0.00\t0.00
213\t农林水支出\t112.50\t112.00\t0.50\t0.00\t0.00\t0.00
`;
}
