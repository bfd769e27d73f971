// What users read when a request fails: one table, permanent code to status and Chinese title. The wording of the law's
// own refusals is law/wording/zh-CN.json.
#pragma once

#include <string_view>

namespace xiezhi::http {

struct Wording {
  std::string_view code;
  int status;
  std::string_view title;
};

/// The wording of a code; a code without one is a bug.
const Wording& wording_of(std::string_view code);

}  // namespace xiezhi::http
