/** 项 that have one name wherever they occur, by their last digits. */
const COMMON_ITEMS: Readonly<Record<string, string>> = { '01': '行政运行', '02': '一般行政管理事务' };

/** Names of functional accounts that the reports read so far don't print, so that the reference has none. */
const NAMES: Readonly<Record<string, string>> = {
  20104: '发展与改革事务',
  20105: '统计信息事务',
  2010507: '专项普查活动',
  20106: '财政事务',
  2010607: '信息化建设',
  20108: '审计事务',
  2010804: '审计业务',
  20115: '工商行政管理事务',
  20138: '市场监督管理事务',
  20406: '司法',
  2040604: '基层司法业务',
  20501: '教育管理事务',
  20502: '普通教育',
  2050202: '小学教育',
  2050203: '初中教育',
  20801: '人力资源和社会保障管理事务',
  2080109: '社会保险经办机构',
  20802: '民政管理事务',
  20807: '就业补助',
  2080799: '其他就业补助支出',
  20810: '社会福利',
  2081002: '老年福利',
  20819: '最低生活保障',
  2081901: '城市最低生活保障金支出',
  21001: '卫生健康管理事务',
  21004: '公共卫生',
  2100408: '基本公共卫生服务',
  21201: '城乡社区管理事务',
  2120104: '城管执法',
  21205: '城乡社区环境卫生',
  2120501: '城乡社区环境卫生',
  21301: '农业农村',
  2130108: '病虫害控制',
  21303: '水利',
  2130306: '水利工程运行与维护',
  21401: '公路水路运输',
  2140106: '公路养护',
  21506: '安全生产监管',
  2150605: '安全监管监察专项',
  21602: '商业流通事务',
  22001: '自然资源事务',
  22401: '应急管理事务',
  2240106: '安全监管',
  2296002: '用于社会福利的彩票公益金支出',
  2296004: '用于教育事业的彩票公益金支出',
  23401: '基础设施建设',
  2340101: '公共卫生体系建设',
};

/**
 * The name of a functional account that is not in the reference.
 * @throws Error where there is none: a purpose names an account that nobody named
 */
export function nameUnlisted(code: string): string {
  const name = NAMES[code] ?? (code.length === 7 ? COMMON_ITEMS[code.slice(5)] : undefined);
  if (name === undefined) throw new Error(`expected a name of the functional account ${code}, got none`);
  return name;
}
