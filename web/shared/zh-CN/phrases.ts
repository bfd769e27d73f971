// Texts that officers write again and again, offered under a field. Choosing one is the officer's act.
export const phrases = {
  roles: ['法定代表人', '总经理', '厂长', '安全总监', '站长', '车间主任'],
  opinions: ['情况属实，立即改正', '情况属实，按期改正', '对检查情况没有异议'],
  statements: ['无', '没有异议'],
  correctedOnSpot: ['当场改正完毕', '已当场停止使用'],
  corrected: ['均已改正', '已按要求改正，现场核对无误'],
  uncorrected: ['未按要求改正', '部分改正，其余未改正'],
  inspectionSummaries: ['问题均已处理', '未发现问题'],
  verified: ['与原件、原物核对一致', '与现场检查记录、当事人陈述相互印证'],
  conclusions: ['违法事实清楚，证据确凿'],
  waivers: ['当事人书面表示放弃陈述、申辩', '当事人书面表示放弃陈述、申辩和要求听证'],
  reviews: ['主体适格，事实清楚，程序合法，适用依据正确，裁量适当'],
  deliberations: ['同意拟处罚意见'],
  paymentManners: ['到决定书载明的银行缴款，或者通过电子支付系统缴款'],
  caseSummaries: ['处罚决定已经执行完毕', '罚款已经缴清，问题已经改正'],
};
