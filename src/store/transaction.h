// A transaction around a function: committed when it succeeds, rolled back when it fails.
#pragma once

#include "store/connection.h"

namespace xiezhi::store {

/// `body` returns a DbResult. Its value is returned once the transaction is committed.
template <typename Body>
auto in_transaction(Connection& connection, Access access, Body body) -> decltype(body()) {
  if (auto begun = connection.begin(access); !begun.ok()) return base::Err{std::move(begun).error()};
  auto result = body();
  if (!result.ok()) {
    connection.rollback();
    return result;
  }
  if (auto committed = connection.commit(); !committed.ok()) return base::Err{std::move(committed).error()};
  return result;
}

}  // namespace xiezhi::store
