// The schema as a list of numbered steps. A step that was applied is recorded with its hash and never changes again.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>

#include "store/connection.h"

namespace xiezhi::store {

/// src/store/schema/NNNN_name.sql. Tokens: @INT64@ @BYTES@ @STRICT@; blocks: @SQLITE{ … }@ and @POSTGRES{ … }@.
struct Migration {
  std::int64_t number;
  std::string_view name;
  std::string_view text;
};

/// Every migration of this program, in order.
std::span<const Migration> migrations();

/// The text with the tokens of one engine filled in and the blocks of the other left out.
std::string render_schema(std::string_view text, Engine engine);

/// SHA-256 of the unrendered text, hex.
std::string migration_hash(const Migration& migration);

/// Applies what is missing, in one transaction. Several processes may call this at once.
DbStatus apply_migrations(Connection& connection, std::span<const Migration> wanted);

/// Whether exactly these migrations were applied; the error names the first that differs.
DbStatus check_migrations(Connection& connection, std::span<const Migration> wanted);

}  // namespace xiezhi::store
