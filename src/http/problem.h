// Failures as RFC 9457 problem details with a permanent code.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "app/command.h"
#include "http/message.h"

namespace xiezhi::http {

struct Problem {
  std::string type;   ///< "urn:xiezhi:problem:<code>"
  std::string title;  ///< Chinese, for the user
  std::int32_t status = 500;
  std::string code;                   ///< dotted and permanent
  std::optional<std::string> detail;  ///< for a developer
  std::optional<std::string> path;    ///< RFC 6901 pointer into the body, or "?name" of a query parameter
  std::optional<std::vector<core::rule::Refusal>> refusals;
  std::optional<std::int64_t> current_version;  ///< of the stream, with command.conflict
  std::optional<std::int64_t> received;         ///< bytes, with blob.offset
};
BOOST_DESCRIBE_STRUCT(Problem, (), (type, title, status, code, detail, path, refusals, current_version, received))

/// Title and status come from the code's wording.
Problem make_problem(std::string_view code, std::string detail = {}, std::string path = {});
Problem body_problem(const base::JsonError& error);
/// The problem of a command that was not accepted.
Problem command_problem(const app::CommandReply& reply);

/// Specialised for every error type that a read may end with: `static Problem of(const E&)`.
template <typename E>
struct ProblemOf;

Response problem_response(const Problem& problem);
inline Response problem_response(std::string_view code, std::string detail = {}) {
  return problem_response(make_problem(code, std::move(detail)));
}

}  // namespace xiezhi::http
