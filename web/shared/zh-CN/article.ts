// The panel with an article's text.
export const article = {
  label: '法律条文',
  open: (place: string) => `${place}：查看条文`,
  version: (day: string) => `${day} 公布文本`,
  notLoaded: '本系统还没有导入法律文本，只能显示条号。',
  textNotLoaded: (title: string) => `已导入的法律文本中没有《${title}》的这一版本。`,
  howTo: '由系统管理员在服务器上准备好文本文件夹，执行下面的命令后即可在这里查看：',
  command: 'xiezhi law import 文件夹',
  absent: '已导入的文本中没有这一条，请核对条号或者文本版本。',
};
