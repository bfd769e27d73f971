// Numbers of a file's documents, by which files are found.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/casefile/state.h"
#include "core/inspection/state.h"

namespace xiezhi::app {

/// Without doubles, in order.
std::vector<std::string> numbers_of(const core::inspection::Inspection& state);
std::vector<std::string> numbers_of(const core::casefile::CaseFile& state);

/// "2026-12" of "（哈里）应急罚〔2026〕12号" and of "2026 12": the last two runs of digits.
std::optional<std::string> number_key(std::string_view number);

}  // namespace xiezhi::app
