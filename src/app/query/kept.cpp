// What an officer keeps for himself on the desk, so that it is there on every machine.
#include <algorithm>

#include "app/query/query_tools.h"
#include "app/service.h"
#include "store/query.h"

namespace xiezhi::app {
namespace {

constexpr std::size_t kLongestName = 40;
constexpr std::size_t kLongestValue = 16'384;  // bytes
constexpr std::int64_t kMostKept = 32;         // names of one officer

bool acceptable_name(std::string_view name) {
  return !name.empty() && name.size() <= kLongestName && std::all_of(name.begin(), name.end(), [](char letter) {
    return (letter >= 'a' && letter <= 'z') || letter == '-';
  });
}

}  // namespace

QueryResult<KeptView> Service::kept(const Caller& caller, const std::string& name) {
  if (!acceptable_name(name)) return invalid_query("name: 1 to 40 of a-z and -");
  const auto rows = TRY_DB(readers_.once([&](store::Connection& connection) {
    return connection.run(store::query::kKeptChoiceFind, {caller.officer, name});
  }));
  if (rows.empty()) return KeptView{};
  return KeptView{store::text(rows[0][0])};
}

QueryResult<KeptView> Service::keep(const Caller& caller, const std::string& name, const std::string& value) {
  if (!acceptable_name(name)) return invalid_query("name: 1 to 40 of a-z and -");
  if (value.size() > kLongestValue) return invalid_query("value: at most 16384 bytes");
  const auto rows =
      TRY_DB(beside_.write(store::query::kKeptChoicePut, {caller.officer, name, value, now().ms, kMostKept}));
  if (rows.empty()) return invalid_query("name: 32 are kept already");
  return KeptView{value};
}

}  // namespace xiezhi::app
