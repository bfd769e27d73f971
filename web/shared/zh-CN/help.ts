// The guide's frame; the guide itself is docs/guide.
export const helpTexts = {
  title: '帮助',
  contents: '目录',
  missing: '没有这一页。请从目录选择。',
  toLogin: '返回登录',
};
