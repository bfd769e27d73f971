// What the core in the browser says before anything is sent.
export const check = {
  running: '正在检核…',
  lawful: '本机检核：依法可以办理',
  refused: (count: number) => `本机检核：还有 ${count} 项依法不能办理`,
  advised: '本机检核：可以办理，须说明理由',
  off: '本机检核暂不可用，以提交后的答复为准',
  article: '查看条文',
  articleTitle: '条文',
  articleMissing: '条文库尚未载入。管理员用 xiezhi law import 导入法规全文后，这里显示条文原文。',
  articleBroken: '条文暂时取不到，请稍后重试。',
};
