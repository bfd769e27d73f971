#include "app/ledger/reason.h"

namespace xiezhi::app::ledger {

std::string in_chinese(RowResult result) {
  switch (result) {
    case RowResult::created: return "新增";
    case RowResult::updated: return "更新";
    case RowResult::unchanged: return "无变化";
    case RowResult::duplicate: return "重复";
    case RowResult::conflict: return "冲突";
    case RowResult::rejected: return "未导入";
  }
  VERIFY_NOT_REACHED();
}

std::string in_chinese(const Remark& remark) {
  const std::string& what = remark.detail;
  switch (remark.reason) {
    case RowReason::cell_count: return "列数与表头不一致：" + what;
    case RowReason::unclosed_quote: return "引号没有闭合";
    case RowReason::stray_quote: return "引号之后还有文字";
    case RowReason::record_too_long: return "一行超过 256 KB";
    case RowReason::bad_encoding: return "文件第 " + what + " 字节起不是有效的文字";
    case RowReason::missing_name: return "缺少企业名称";
    case RowReason::missing_identity: return "既无统一社会信用代码又无地址，无法识别企业";
    case RowReason::field_too_long: return "内容过长：" + what;
    case RowReason::credit_code_length: return "统一社会信用代码不是 18 位：" + what;
    case RowReason::credit_code_character: return "统一社会信用代码含有不允许的字符：" + what;
    case RowReason::credit_code_check_digit: return "统一社会信用代码校验位错误：" + what;
    case RowReason::bad_date: return "注册日期无法识别：" + what;
    case RowReason::future_date: return "注册日期晚于今天：" + what;
    case RowReason::unplaceable: return "无法确定所在市县：地址、信用代码和地区都没有说明";
    case RowReason::other_province: return "不在本省：" + what;
    case RowReason::place_of_several: return "地名在本省不止一处，无法确定所在市县：" + what;
    case RowReason::outside_area: return "不在导入人所在单位的管辖区域：" + what;
    case RowReason::cell_error: return "单元格 " + what + "：公式出错，没有内容";
    case RowReason::digits_lost:
      return "单元格 " + what + "：存成了数字，第 15 位以后已经丢失，请改为文本格式后重新填写";
    case RowReason::duplicate_of_row: return "与第 " + what + " 行重复";
    case RowReason::conflicts_with_row: return "与第 " + what;  // "5 行是同一企业而内容不同：注册地址"
    case RowReason::fields_changed: return "变化的内容：" + what;
    case RowReason::code_of_other_division: return "信用代码的登记机关在别处（" + what + "），按地址归属";
    case RowReason::region_differs: return "“地区”一列与地址不符（" + what + "），按地址归属";
    case RowReason::code_of_other_province: return "信用代码由外省登记（" + what + "），按地址归属";
    case RowReason::industry_not_a_code: return "行业不是国民经济行业代码，未采用：" + what;
  }
  VERIFY_NOT_REACHED();
}

}  // namespace xiezhi::app::ledger
