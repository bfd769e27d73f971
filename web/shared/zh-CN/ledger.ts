// The ledger: filters, columns and export.
export const ledgerTexts = {
  codeHint: '十八位，填写后校验',
  columns: '显示列',
  save: '保存条件',
  saved: '已存条件',
  saveName: '条件名称',
  saveAs: '把当前条件存为',
  drop: (name: string) => `删除条件：${name}`,
  export: '导出',
  exportCsv: '导出 CSV',
  exportXlsx: '导出 XLSX',
  exporting: (rows: number, total?: number) =>
    `正在导出，已写 ${rows.toLocaleString('zh-CN')} 行${total ? `，共 ${total.toLocaleString('zh-CN')} 行` : ''}`,
  exportStop: '停止',
  exported: (rows: number) => `已导出 ${rows.toLocaleString('zh-CN')} 行`,
  exportFile: '再次下载',
  exportFailed: '导出中断，请重试',
  count: (rows: number) => `${rows} 行`,
  status: '状态',
  anyStatus: '全部状态',
  registered: '登记状态',
  nothingFiltered: '没有符合条件的企业。',
  anyIndustry: '全部行业',
  anyGrade: '全部等级',
  shown: (count: number, from: number, more: boolean) =>
    more ? `第 ${from}–${from + count - 1} 家，后面还有` : `第 ${from}–${from + count - 1} 家，到此为止`,
};
