#pragma once

#include <set>

#include "cli/product_test_fixture.h"

namespace xiezhi::cli {

/// What the workbench, the load and the lists of files say, on demonstration data.
class DeskTest : public ProductTest<DeskTest> {
 protected:
  using Rows = std::vector<base::Json>;

  Rows rows(const std::string& person, const std::string& target, const char* of = "rows") {
    const base::Json answer = product->read(person, target);
    const base::Json* list = answer.find(of);
    return list == nullptr ? Rows() : *list->array();
  }
  static std::string text(const base::Json& row, const char* key) {
    const base::Json* value = row.find(key);
    return value == nullptr || value->is_null() ? "" : value->text();
  }
  static std::int64_t number(const base::Json& row, const char* key) { return *row.find(key)->integer(); }
  static std::set<std::string> all_of(const Rows& rows, const char* key) {
    std::set<std::string> out;
    for (const base::Json& row : rows) out.insert(text(row, key));
    return out;
  }
  /// The row of a stream, or null.
  static const base::Json* row_of(const Rows& rows, const std::string& stream) {
    for (const base::Json& row : rows) {
      if (text(row, "stream") == stream) return &row;
    }
    return nullptr;
  }
  /// "yes", "no", or "" where the row has no such step.
  static std::string lawful(const base::Json& row, const std::string& command) {
    for (const base::Json& step : *row.find("steps")->array()) {
      if (text(step, "command") == command) return *step.find("lawful")->boolean() ? "yes" : "no";
    }
    return "";
  }
  /// An inspection of 道里区, signed by both sides, with one major hazard.
  std::string signed_inspection();
};

}  // namespace xiezhi::cli
