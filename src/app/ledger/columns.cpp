#include "app/ledger/columns.h"

#include <algorithm>
#include <initializer_list>
#include <string_view>

#include "core/text/fold.h"

namespace xiezhi::app::ledger {
namespace {

struct Names {
  Column column;
  std::initializer_list<std::string_view> names;  ///< the first is the title in reports
};

// Written as identity_form leaves them.
const Names kNames[] = {
    {Column::name,
     {"企业名称", "单位名称", "名称", "企业", "单位", "公司名称", "主体名称", "市场主体名称", "生产经营单位名称",
      "name", "companyname", "enterprisename"}},
    {Column::credit_code,
     {"统一社会信用代码", "信用代码", "社会信用代码", "统一信用代码", "统一社会信用代码注册号", "统一社会信用代码证号",
      "uscc", "creditcode", "code"}},
    {Column::address,
     {"注册地址", "地址", "住所", "生产经营地址", "企业地址", "单位地址", "详细地址", "经营地址", "经营场所",
      "住所经营场所", "企业住所", "address"}},
    {Column::region,
     {"地区", "所属地区", "城市", "所在地区", "所属城市", "所属市", "行政区划", "所属区划", "所属区县", "区县", "属地",
      "所属辖区", "region", "city"}},
    {Column::registered_on,
     {"注册日期", "成立日期", "登记日期", "成立时间", "注册时间", "核准日期", "registeredon", "registrationdate"}},
    {Column::type, {"企业类型", "单位类型", "类型", "主体类型", "市场主体类型", "经济类型", "type"}},
    {Column::registered_capital, {"注册资金", "注册资本", "注册资本金", "注册资金万元", "注册资本万元", "capital"}},
    {Column::scope, {"经营范围", "经营项目", "主营业务", "许可经营项目", "scope"}},
    {Column::industry,
     {"行业代码", "行业", "国民经济行业代码", "行业类别代码", "所属行业", "行业类别", "industry", "industrycode"}},
    {Column::legal_representative,
     {"法定代表人", "法人", "法人代表", "法定代表人姓名", "负责人", "主要负责人", "经营者", "legalrepresentative"}},
    {Column::phone, {"联系电话", "电话", "手机", "手机号", "联系方式", "法人电话", "负责人电话", "phone", "tel"}},
    {Column::grade, {"风险等级"}},
    {Column::status, {"登记状态", "经营状态", "企业状态", "状态", "存续状态", "status"}},
};

std::string plain_header(std::string_view cell) {
  std::string out = core::text::identity_form(cell);
  for (const std::string_view remark : {"必填", "选填", "可选", "必须"}) {
    if (out.size() > remark.size() && out.ends_with(remark)) out.resize(out.size() - remark.size());
  }
  return out;
}

const Names* names_for(std::string_view header) {
  for (const Names& names : kNames) {
    if (std::find(names.names.begin(), names.names.end(), header) != names.names.end()) return &names;
  }
  return nullptr;
}

}  // namespace

std::string column_title(Column column) {
  for (const Names& names : kNames) {
    if (names.column == column) return std::string(*names.names.begin());
  }
  VERIFY_NOT_REACHED();
}

std::optional<Column> column_named(std::string_view text) {
  const Names* names = names_for(plain_header(text));
  if (names == nullptr || names->column == Column::grade) return std::nullopt;  // no list gives a grade
  return names->column;
}

std::vector<ColumnAt> propose_columns(const std::vector<std::string>& cells) {
  std::vector<ColumnAt> out;
  for (std::size_t i = 0; i < cells.size(); ++i) {
    const auto column = column_named(cells[i]);
    const bool taken =
        column && std::any_of(out.begin(), out.end(), [&](const ColumnAt& one) { return one.column == *column; });
    if (column && !taken) out.push_back({*column, static_cast<std::int32_t>(i)});
  }
  return out;
}

base::Result<ColumnMap, HeaderFault> map_columns(const std::vector<ColumnAt>& chosen, std::size_t cells) {
  ColumnMap map;
  HeaderFault fault;
  map.cells = cells;
  for (const ColumnAt& one : chosen) {
    if (one.at < 0 || static_cast<std::size_t>(one.at) >= cells) {
      fault.missing.push_back(column_title(one.column));
      continue;
    }
    int& at = map.at[static_cast<std::size_t>(one.column)];
    if (at >= 0) fault.twice.push_back(column_title(one.column));
    at = one.at;
  }
  if (!map.has(Column::name)) fault.missing.push_back(column_title(Column::name));
  if (!map.has(Column::credit_code) && !map.has(Column::address)) {
    fault.missing.push_back(column_title(Column::credit_code) + "或" + column_title(Column::address));
  }
  if (!fault.missing.empty() || !fault.twice.empty()) return base::Err{std::move(fault)};
  return map;
}

base::Result<ColumnMap, HeaderFault> match_header(const std::vector<std::string>& cells) {
  std::vector<ColumnAt> all;
  for (std::size_t i = 0; i < cells.size(); ++i) {
    if (const auto column = column_named(cells[i])) all.push_back({*column, static_cast<std::int32_t>(i)});
  }
  return map_columns(all, cells.size());
}

}  // namespace xiezhi::app::ledger
