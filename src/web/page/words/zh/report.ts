export const report = {
  code: '代码',
  item: '项目',
  check: '勾稽',
  labelUncertain: '这一行的名称在页面上断开，按读到的样子给出',
} as const;
