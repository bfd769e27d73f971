// Finding a violation by what is seen.
export const match = {
  ask: '输入看到的情况查找违法行为，例如：电焊工无证作业',
  how: '输入看到的情况、条号或者编号',
  failed: '没有查成，请检查网络后重新点开',
  none: '没有匹配的违法行为，换个说法试试',
  violated: (places: string[]) => `违反：${places.join('、')}`,
  penalty: (places: string[]) => `处罚：${places.join('、')}`,
  transfer: '依法移送，本部门不予处罚',
  notOurs: '不由本部门处罚',
  checklist: (items: string) => `检查项：${items}`,
};
