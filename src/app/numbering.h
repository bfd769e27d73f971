// Numbers of documents (文号): which command makes a numbered document, and how its number reads.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "base/json.h"
#include "core/inspection/state.h"
#include "core/org/org.h"

namespace xiezhi::app {

/// What a body counts the document of a command as ("罚", "责改" …), when the host is to give its number; nothing for a
/// command that makes no numbered document, or whose payload brings the number of a paper.
std::optional<std::string> counted_as(std::string_view command, const base::Json& payload);

/// The number of a document that the command goes on with instead of beginning one: the decision on measures of the
/// same day, the opinion of a re-inspection that has not looked at this finding yet.
std::optional<std::string> number_continued(const core::inspection::Inspection& file, std::string_view command,
                                            const base::Json& payload, base::Date today);

/// "（哈里）应急罚〔2026〕12号": with the body's short name, or its division code where it has none.
std::string document_number(const core::org::Body& body, std::string_view kind, std::int64_t year, std::int64_t number);

/// Writes the number into the payload of the command.
void set_number(base::Json& payload, const std::string& number);

}  // namespace xiezhi::app
