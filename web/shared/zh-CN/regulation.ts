// The lists of a region in the making: acts that stay unpunished, circumstances, amounts and terms.
const kDigits = ['零', '一', '二', '三', '四', '五', '六', '七', '八', '九'];
/** 1 to 999 as statutes number articles: 十, 三十三, 一百一十四. */
function inChinese(value: number): string {
  const hundreds = Math.floor(value / 100);
  const tens = Math.floor((value % 100) / 10);
  const ones = value % 10;
  const head = hundreds ? `${kDigits[hundreds]}百` : '';
  const ten = tens ? `${tens === 1 && !hundreds ? '' : kDigits[tens]}十` : hundreds && ones ? '零' : '';
  return head + ten + (ones || value === 0 ? kDigits[ones] : '');
}

export const regulationTexts = {
  section: '裁量清单',
  sectionNote:
    '包容免罚清单、从轻减轻从重情节，以及法律交给本地区规定的数额和期限。修改、审批、公布与裁量基准一样由两人办理。',
  back: '全部裁量基准和清单',
  entries: '条目',
  count: (count: number) => `${count} 条`,
  add: '新增条目',
  edit: '修改',
  remove: '删除',
  removed: (title: string) => `已从草案中删除“${title}”`,
  empty: '清单没有条目。',
  hint: '修改后请保存草案；保存前的修改只在本机。条件只能比法律更严。',
  figureHint: '只能修改数值；法律没有交给本地区规定的数额不在这里。',
  columns: {
    leniency: ['事项', '适用的违法行为和档次', '须同时具备', '告知文书', '依据'],
    circumstances: ['情节', '作用', '移动幅度', '依据'],
    figures: ['项目', '数值', '依据'],
  } as Record<string, string[]>,
  fields: {
    id: '编号',
    title: '名称',
    violations: '适用的违法行为',
    tiers: '裁量档次',
    conditions: '须同时具备的条件',
    writ: '告知文书名称',
    source: '依据',
    effect: '作用',
    percent: '移动幅度（裁量幅度的百分比）',
    value: '数值',
    subject: '项目',
  } as Record<string, string>,
  usualTiers: ['轻微', '一般', '较重', '严重'],
  cite: (title: string, article: number, paragraph?: number, item?: number) =>
    `${title} 第${inChinese(article)}条${paragraph ? `第${inChinese(paragraph)}款` : ''}${item ? `第${inChinese(item)}项` : ''}`,
  units: {
    fen: '元',
    working_days: '个工作日',
    calendar_days: '日',
    hours: '小时',
    months: '个月',
    years: '年',
    percent: '%',
    times: '倍',
    count: '',
  } as Record<string, string>,
  valueIn: (unit: string) => (unit ? `数值（${unit}）` : '数值'),
  idHint: '字母、数字和点，公布后不再改变',
  tiersHint: '裁量基准里的档次，例如 轻微、一般；可以自己输入',
  sourceHint: '例如 行政处罚法 第三十三条第一款',
  sourceUnread: '没有读懂依据。请写法规名称和条款，例如 行政处罚法 第三十三条第一款。',
  percentHint: '从轻、从重填 1 至 100；减轻填 0，在法定最低额以下确定',
  missing: (label: string) => `请填写${label}`,
  take: '放入草案',
  percentOf: (percent: number) => `${percent}%`,
  sound: '没有发现问题，可以提请审批。',
  faults: '校核',
  faultCount: (count: number) => `发现 ${count} 处问题`,
  changes: '与现行清单的差别',
  same: '没有差别。',
  fieldChange: (field: string) => field,
  goTo: '转到条目',
};
