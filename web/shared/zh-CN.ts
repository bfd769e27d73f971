// Every word the desk itself says. The law's own words (refusals, commands, events, enumerators) are law/wording/zh-CN.json.
export const zh = {
  app: { name: '獬豸', subtitle: '安全生产行政执法', title: '獬豸 · 安全生产行政执法' },
  nav: { main: '主导航', home: '待办', ledger: '企业台账', inspections: '执法检查', cases: '行政处罚案件', imports: '台账导入', signOut: '退出登录', skip: '跳到正文' },
  login: {
    title: '登录', account: '账号', password: '密码', submit: '登录', submitting: '正在登录…',
    missing: '请填写账号和密码', note: '账号由本单位机构与人员管理员开立。连续登录失败会暂时锁定账号。',
  },
  common: {
    submit: '提交', save: '保存', cancel: '取消', close: '关闭', retry: '重试', reload: '刷新', search: '查询', clear: '清除条件', add: '添加',
    remove: '删除', more: '加载更多', previous: '上一页', next: '下一页', all: '全部', yes: '是', no: '否', none: '无', optional: '选填',
    yuan: '元', loading: '正在载入…', unknownOfficer: '未知人员', back: '返回', details: '详情', detailsOf: (name: string) => `${name}：详情`,
    and: '、', colon: '：', open: '查看', total: (count: number) => `共 ${count} 项`, chars: '字',
  },
  states: {
    emptyTitle: '没有内容',
    forbiddenTitle: '没有查看权限', forbidden: '这项内容不在您的职责或辖区范围内。需要查看的，请联系有管辖权的单位或者本单位管理员。',
    missingTitle: '没有找到', missing: '地址有误，或者内容不在您的查看范围内。请从台账、检查或案件列表重新进入。',
    networkTitle: '连接不上服务器', network: '请检查网络后重试；已填写的内容仍保留在本机。',
    errorTitle: '服务器出错', error: '请稍后重试；仍不成功的，请把下面的代码告知管理员。',
    changed: '该事项已被他人更新，现已显示最新内容，请核对后重新提交。',
  },
  status: {
    inspection: {
      opened: '待批方案', scheme_approved: '待进场', on_site: '现场检查', signing: '签字确认', correcting: '整改复查', ready_to_close: '可以结束', closed: '已结束',
    } as Record<string, string>,
    case: {
      investigating: '调查取证', investigated: '调查终结', notified: '已告知', decided: '已决定', served: '已送达', closed: '已结案', terminated: '已终止',
    } as Record<string, string>,
  },
  due: { overdue: (days: number) => `已过 ${days} 天`, today: '今天到期', left: (days: number) => `还有 ${days} 天` },
  home: {
    title: '待办事项', below: '包括下级单位', kind: '类别', matter: '事项', enterprise: '企业', place: '所在地', status: '进度', due: '期限',
    inspection: '检查', case: '案件', empty: '现在没有待办事项。可以从企业台账选一家企业开始检查。', toLedger: '去企业台账',
    enterprises: '台账企业', openInspections: '办理中的检查', openCases: '办理中的案件', closed: '已办结',
  },
  ledger: {
    title: '企业台账', search: '按企业名称、统一社会信用代码查询', division: '辖区', anyDivision: '全部辖区', name: '企业名称', code: '统一社会信用代码',
    place: '所在地', industry: '行业代码', status: '状态', address: '地址', page: (page: number) => `第 ${page} 页`,
    empty: '台账还是空的。请由台账管理人员从“台账导入”上传企业名单。', nothing: (text: string) => `没有符合“${text}”的企业。可以换一个词、缩短名称，或者清除条件。`,
    nothingHere: '这个辖区还没有企业。', toImports: '去台账导入', hint: '按 / 键可直接输入查询词',
  },
  dossier: {
    title: '一企一档', basics: '登记信息', sites: '生产经营场所', penalties: '处罚记录', inspections: '检查记录', cases: '案件记录', open: '开启检查', file: '直接立案',
    type: '企业类型', scope: '经营范围', registered_on: '成立日期', capital: '注册资本', representative: '法定代表人', phone: '联系电话', noSites: '没有登记其他场所。',
    noPenalties: '没有处罚记录。', noInspections: '还没有检查过。可以点“开启检查”。', noCases: '没有案件。', decidedOn: '决定日期', basis: '依据', major: '重大隐患', hidden: '已删除或未登记',
  },
  imports: {
    title: '台账导入', choose: '选择 CSV 文件', note: '支持 UTF-8（有无 BOM 均可）和 GB18030 编码的 CSV 文件，第一行为表头。重复导入同一文件不会产生重复企业；中断后重新上传同一文件会接着导入。',
    upload: '开始导入', uploading: '正在上传', file: '文件', state: '进度', started: '开始时间', rows: '行数', created: '新增', updated: '更新', unchanged: '未变',
    duplicates: '重复', conflicts: '冲突', rejected: '未采用', remarked: '有备注', report: '下载核对报告', empty: '还没有导入过。选择一个 CSV 文件即可开始。',
    running: '导入中', done: '已完成', failed: '失败', reportNote: '报告逐行写明未采用、重复、冲突的原因，可用 Excel 打开，改正后重新导入。', noDuty: '导入台账须由台账管理人员办理，您可以查看历次导入的结果。',
    wrongType: '请选择 .csv 文件', history: '历次导入',
  },
  inspections: {
    title: '执法检查', enterprise: '企业', place: '检查地', body: '执法单位', status: '进度', opened: '开启时间', findings: '问题', unresolved: (open: number) => `未办结 ${open}`, due: '期限',
    empty: '没有检查。请从企业台账进入企业档案，点“开启检查”。', emptyStatus: '没有处于这一进度的检查。',
  },
  cases: {
    title: '行政处罚案件', matter: '案由', place: '发生地', body: '办案单位', status: '进度', filed: '立案时间', fine: '罚没款', due: '期限',
    empty: '没有案件。检查中发现违法行为的，从检查页立案。', emptyStatus: '没有处于这一进度的案件。',
  },
  steps: {
    title: '下一步', lawful: '现在可以办理', others: '须由他人办理', blocked: '尚不能办理', noneLawful: '您现在没有可以办理的步骤。请看下面由谁办理、还缺什么。', all: '本事项已办结', stillLawful: '办结后仍可办理',
    by: '办理人', instead: '怎么办', advice: '提示', reasons: (count: number) => `另有 ${count} 条原因`, basis: '依据', party: '当事人', show: '展开', hide: '收起',
    duties: { head: '行政机关负责人', reviewer: '法制审核人员', investigator: '本案调查人员', onSite: '到场的执法人员', certified: '持有效执法证件的本单位执法人员', superior: '上级行政机关负责人', presider: '通知书载明的听证主持人' } as Record<string, string>,
  },
  dialog: {
    late: '补录', lateNote: '办理时间不是今天的，须写明补录原因', occurredDay: '办理日期', occurredTime: '办理时间', lateReason: '补录原因', refused: '依法不能办理', refusedNote: '下列各项须先解决：',
    advised: '可以办理，但须说明理由', advisedNote: '下列事项不禁止办理，继续办理的理由将记入执法记录：', adviceReason: '继续办理的理由', sendAnyway: '说明理由并办理', done: (name: string) => `${name}：已办理并记入执法记录`,
    invalid: '填写内容不符合要求', missing: '请填写', shortcut: 'Ctrl+Enter 提交', kept: '已恢复上次未提交的内容', discard: '清空重填', sending: '正在提交…', timeWrong: '时间格式不对，例如 1405 或 14:05',
  },
  input: {
    day: '输入 8 位数字，例如 20260930', dayWrong: '不是有效日期，请按年月日输入，例如 20260930', money: '元，可用“万”', moneyWrong: '不是有效金额，例如 12000 或 1.2万',
    choose: '请选择', violation: '输入关键词查找违法行为', noViolation: '没有匹配的违法行为，换个关键词试试', files: '选择文件', nothingChosen: '还没有选择文件', sending: (share: number) => `正在上传 ${share}%`, caption: '说明',
    fileNote: '照片、录音录像、文书等。文件以 SHA-256 校验值存档，入档后不能改动。', uploadFailed: '文件没有上传成功', officers: '选择执法人员', weekdays: ['日', '一', '二', '三', '四', '五', '六'].map((day) => `星期${day}`),
    noCertificate: '无有效证件',
  },
  inspection: {
    title: '执法检查', overview: '基本情况', scheme: '检查方案', onSite: '现场检查', items: '检查项目', findings: '发现的问题', orders: '责令限期改正', measures: '现场处理措施', signatures: '检查记录签字', reinspections: '复查',
    history: '办理过程', trigger: '检查来由', officers: '执法人员', recused: '已回避', body: '执法单位', place: '检查地', approvedBy: '批准人', notApproved: '方案还没有批准。由行政机关负责人批准后才能进入现场。', schemeCount: (count: number) => `${count} 项`,
    begunAt: '到场时间', notBegun: '还没有进入现场。', person: '现场负责人', role: '职务', shown: '出示证件', noItems: '批准方案后显示检查项目。', unchecked: '未检查', noFindings: '没有发现问题。', finding: (number: number) => `问题 ${number}`, major: '重大事故隐患', at: '位置',
    evidence: (count: number) => `证据 ${count} 份`, noOrders: '没有责令改正。', deadline: '改正期限', requirements: '改正要求', noMeasures: '没有采取现场处理措施。', object: '对象', until: '期限', approved: '批准人', urgent: '紧急实施，待补批', ended: '已解除',
    officerSigned: '执法人员签字', enterpriseSigned: '被检查单位签字', refusedToSign: '被检查单位拒绝签字', reportedTo: '已报告', unsigned: '未签字', feedback: '已反馈检查情况', noFeedback: '尚未反馈检查情况', corrected: '已改正', uncorrected: '未改正', noReinspections: '还没有复查。',
    openedCase: '已立案', fileCase: '立案', fileFrom: '从问题立案', fileCaseNote: '由行政机关负责人批准立案', step: '办理', result: '检查结果', note: '说明', order: (number: number) => `责令改正 ${number}`, measure: (number: number) => `措施 ${number}`,
  },
  open: { title: '开启检查', enterprise: '被检查单位', note: '执法人员不少于两人，均须持有效执法证件。' },
  filing: { title: '立案', note: '由本单位行政机关负责人批准立案。', fromInspection: '来自检查', findings: '据以立案的问题', noFindings: '该检查没有可以立案的问题。', notHead: '立案须由行政机关负责人批准。您可以先填写核对，由负责人登录后提交。' },
  summary: { title: '当场处罚', note: '适用简易程序。只能处警告或者小额罚款，决定书当场交付当事人。' },
  casefile: {
    title: '行政处罚案件', overview: '案件情况', parties: '当事人', charges: '违法行为', evidence: '证据', preservations: '先行登记保存', procedure: '办案程序', track: '当事人的程序', history: '办理过程', source: '案件来源', reference: '来源文号', investigators: '调查人员',
    discovered: '发现日期', filed: '立案时间', decideBy: '作出决定的期限', inspection: '来自检查', facts: '违法事实', act: '行为', actDays: '行为时间', range: '法定罚款幅度', rangeUnknown: '幅度尚不能计算：缺少违法所得或收入数额', noFine: '本条未对该当事人规定罚款', otherMeasures: '其他处罚', noEvidence: '还没有证据。',
    verified: '查证属实', notVerified: '未查实', unverified: '待查证', newFacts: '新事实', ended: '调查终结', notEnded: '调查未终结', review: '法制审核', reviewPassed: '通过', reviewFailed: '不通过', deliberation: '集体讨论', noReview: '未审核', noDeliberation: '未讨论', character: '案件性质', ordinary: '一般', notices: '告知', noNotice: '尚未告知',
    hearingOffered: '告知听证权', waived: '已放弃陈述申辩和听证', defences: '陈述申辩', adopted: '已采纳', notAdopted: '未采纳', unreviewed: '待复核', hearing: '听证', hearingOn: '定于', hearingHeld: '已举行', decision: '处罚决定', undecided: '尚未决定', number: '决定书文号', decidedBy: '决定人', total: '罚没款合计', sanctions: '处罚',
    correction: '改正', service: '送达', unserved: '尚未送达', payment: '缴款', payBy: '缴款期限', due: '应缴余额', paid: '已缴', additional: '加处罚款', fine: '罚没款', noPayment: '没有缴款记录', remedies: '复议诉讼', disclosure: '公示', disclosed: '已公示', discloseBy: '公示期限', undisclosed: '尚未公示', revoked: '决定已撤销', noPenalty: '不予处罚', charge: (number: number) => `违法行为 ${number}`,
    deferred: '延期至', demand: '已催告', court: '已申请强制执行', referred: '移送公安机关', reconsideration: (days: number) => `复议 ${days} 日`, litigation: (months: number) => `诉讼 ${months} 个月`, years: (years: number) => `${years} 年`, person: '自然人', evidenceNo: (number: number) => `证据 ${number}`,
  },
  history: { version: '序', event: '事项', actor: '办理人', occurred: '办理时间', recorded: '记录时间', leaf: '日志序号', empty: '没有记录。', unnumbered: '待编号' },
  fields: {
    items: '检查内容', person_in_charge: '现场负责人姓名', person_role: '现场负责人职务', certificates: '到场人员与出示的执法证件', item: '检查项目', result: '检查结果', note: '说明', violation: '涉嫌违法行为', description: '问题描述', place: '位置', major_hazard: '属于重大事故隐患', evidence: '证据', finding: '问题', reason: '理由', person: '姓名', opinion: '意见',
    findings: '问题', requirements: '改正要求', deadline: '改正期限', kind: '种类', object: '场所、设施、设备或者物品', approved_by: '事先批准的负责人', urgent: '情况紧急，先行实施后补批', measure: '措施', days: '天数', agreed: '同意恢复生产经营和使用', signature: '签名图片', reported_to: '报告给', corrected: '已经改正', officers: '执法人员', department: '移送的部门', officer: '人员', grounds: '理由', summary: '小结',
    trigger: '检查来由', trigger_reference: '计划、任务或者线索的名称文号', division: '检查地', site: '场所', caption: '名称', charges: '证明的违法行为', certificates_shown: '已主动出示执法证件', new_facts: '告知后发现的新事实', lawful_means: '以合法手段取得', equipment_reviewed: '监控设备经法制和技术审核', verified: '查证属实', preservation: '保存事项', disposition: '处理决定', released: '解除保存、退还', replacement: '接替人员', conclusion: '结论', character: '案件性质', complex: '情节复杂、疑难复杂', major: '重大违法行为', public_interest: '涉及重大公共利益', suspected_crime: '涉嫌犯罪', harms_life: '涉及公民生命健康安全且有危害后果',
    party: '当事人', facts: '事实', sanctions: '拟给予的处罚', defence_offered: '已告知陈述、申辩的权利', hearing_offered: '已告知要求听证的权利', statement: '放弃的表示', content: '陈述申辩内容', defence: '陈述申辩', adopted: '采纳', scheduled_on: '听证日期', presider: '听证主持人', party_absent: '当事人无正当理由未到场', record: '听证笔录', passed: '审核通过', members: '参加讨论的负责人', basis: '法律、法规、规章依据', authority: '公安机关', number: '决定书文号', verdicts: '对各违法行为的认定', correction: '责令改正', remedies: '复议诉讼告知', educated: '已对当事人进行教育', report: '备案内容', method: '送达方式', address: '电子送达地址', amount_fen: '金额', paid_on: '缴款日期', channel: '缴款方式', receipt: '财政票据号', until: '截止日期', applied_for: '当事人已经申请', from: '受理日期', remedy: '复议或者诉讼', court: '人民法院', government: '人民政府', to_body: '移送到', reference: '文号', discovered_on: '发现日期', investigators: '调查人员', parties: '当事人', source: '案件来源', delivered: '已当场交付决定书', collect: '当场收缴罚款', hard_to_collect_later: '不当场收缴事后难以执行', remote_and_requested: '边远地区当事人提出当场缴纳', fine_fen: '罚款金额', body: '执法单位', reconsideration_days: '申请行政复议（日）', litigation_months: '提起行政诉讼（月）', reconsideration_first: '应先申请行政复议',
    'CorrectOnSpot.note': '改正情况', 'Reinspect.note': '复查情况', 'ReviewResumption.note': '审查情况', 'GiveFeedback.person': '被检查单位负责人姓名', 'GiveFeedback.opinion': '负责人意见', 'SignByEnterprise.person': '签字人姓名', 'RecordRefusalToSign.person': '拒绝签字人姓名', 'RecordRefusalToSign.reason': '拒绝的理由', 'EndInvestigation.conclusion': '调查结论', 'Deliberate.conclusion': '讨论结论', 'ReviewLegality.opinion': '审核意见', 'ReplaceInvestigator.officer': '退出的人员', 'Decide.sanctions': '处罚', 'GiveNotice.grounds': '理由和依据', 'TransferCase.kind': '管辖变动', 'NotifyHearing.place': '听证地点', 'PreserveEvidence.items': '保存的物品', 'VerifyEvidence.note': '查证说明', 'PreserveEvidence.approved_by': '批准的负责人', 'EndRemedy.until': '终结日期', 'EndRemedy.result': '处理结果', 'ApproveDeferral.until': '延期到', 'CollectEvidence.officers': '取证人员', 'Reinspect.officers': '复查人员', 'FileCase.division': '违法行为发生地', 'FileCase.reference': '来源文号或者说明', 'VerifyEvidence.evidence': '证据', 'FileCase.charges': '违法行为', 'DecideSummarily.charges': '违法行为', 'DecideSummarily.officers': '执法人员', 'DecideSummarily.receipt': '当场收缴的财政票据号', 'CollectEvidence.sha256': '证据文件', 'ExtendDecisionTerm.days': '延长的天数', 'ExtendMeasure.days': '延长的天数', 'DecideSummarily.kind': '处罚种类',
    'DecideSummarily.division': '违法行为发生地', 'RecordItem.note': '检查情况',
  } as Record<string, string>,
  list: {
    item: '检查内容', itemViolation: '对应的违法行为', addItem: '添加一项', paste: '可一次粘贴多行，每行一项', certificate: '证件编号', addParty: '添加当事人', removeParty: '删除当事人', partyName: '单位名称', personName: '姓名', idNumber: '证件号码', creditCode: '统一社会信用代码', subject: '责任身份', age: '年龄（未成年人须填）', addCharge: '添加违法行为', removeCharge: '删除违法行为', actFrom: '行为开始', actUntil: '行为结束', chargeParties: '涉及当事人', triggers: '情形', gains: '违法所得', refundable: '违法所得应当退赔', income: '上一年年收入', sameAct: '同一行为', deaths: '死亡人数', injuries: '重伤人数', loss: '直接经济损失', accident: '造成生产安全事故', addSanction: '添加处罚', sanctionKind: '处罚种类', amount: '金额', years: '年限', ruling: '认定', conditions: '情形', reduction: '减轻处罚的情形', noReduction: '不减轻', verdictReason: '理由', range: (min: string, max: string) => `法定幅度：${min} 元至 ${max} 元`, partyNo: (number: number) => `当事人 ${number}`,
    noSanctions: '没有列处罚，请添加。', noCharges: '请添加违法行为。',
  },
};
