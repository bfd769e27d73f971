// An officer at a desk: signed in on one connection, he reads dossiers, lists his county's tasks, searches the ledger
// and records findings at his inspections.
#pragma once

#include <map>
#include <random>
#include <vector>

#include "client.h"

namespace xiezhi::bench {

enum class Operation : std::uint8_t { dossier, tasks, finding, search1, search2, search3, initials, filter, figures };
inline constexpr std::size_t kOperations = 9;
const char* name_of(Operation operation);

struct Enterprise {
  std::string id;
  std::string name;
};
/// County code → enterprises; "23" → all of them.
using Ledger = std::map<std::string, std::vector<Enterprise>>;
Ledger read_ledger(const std::string& file);

struct Account {
  std::string division;
  std::string name;
  std::string password;
};
std::vector<Account> read_accounts(const std::string& file);

class Desk {
 public:
  Desk(std::uint16_t port, const Account& account, const Ledger& ledger, std::uint64_t seed);

  /// Looks for inspections without a finding, in which findings will be recorded.
  void find_inspections();
  void start(Operation operation);
  /// True when the answer to what was started is there.
  bool finish();

  [[nodiscard]] const Client& client() const { return client_; }
  [[nodiscard]] bool accepted() const { return accepted_; }
  [[nodiscard]] Operation operation() const { return operation_; }

 private:
  struct Inspection {
    std::string id;
    std::int64_t version = 0;
    int findings = 0;
  };

  std::string finding();
  std::string part_of_a_name(std::size_t characters);
  std::string some_initials();
  std::string some_filter();
  std::string some_place();
  std::string uuid();
  template <typename List>
  const auto& pick(const List& list) {
    return list[static_cast<std::size_t>(random_()) % list.size()];
  }

  Client client_;
  std::string account_division_;
  std::string head_;       ///< cookie
  std::string csrf_head_;  ///< the cookie and the token against forgery
  const std::vector<Enterprise>& enterprises_;
  std::mt19937_64 random_;
  std::vector<Inspection> inspections_;
  std::size_t current_ = 0;
  Operation operation_ = Operation::dossier;
  bool accepted_ = true;
};

}  // namespace xiezhi::bench
