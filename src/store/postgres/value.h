// Values on the wire to and from PostgreSQL.
#pragma once

#include <libpq-fe.h>

#include <string>
#include <vector>

#include "store/connection.h"

namespace xiezhi::store::postgres {

/// The parameters of one statement as libpq wants them: integers and text in text format, bytes in binary.
class Parameters {
 public:
  explicit Parameters(const Row& row);
  [[nodiscard]] int count() const { return static_cast<int>(values_.size()); }
  [[nodiscard]] const char* const* values() const { return values_.data(); }
  [[nodiscard]] const int* lengths() const { return lengths_.data(); }
  [[nodiscard]] const int* formats() const { return formats_.data(); }

 private:
  std::vector<std::string> numbers_;
  std::vector<const char*> values_;
  std::vector<int> lengths_;
  std::vector<int> formats_;
};

/// The rows of a result in binary format. A type that is no integer, boolean, text or bytes is refused.
DbResult<std::vector<Row>> read_rows(const PGresult* result, std::string_view statement);

/// Appends a row in the text format of COPY.
void append_copy_row(std::string& out, const Row& row);

}  // namespace xiezhi::store::postgres
