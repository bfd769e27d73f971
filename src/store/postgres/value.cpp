#include "store/postgres/value.h"

#include "base/text.h"

namespace xiezhi::store::postgres {
namespace {

using base::Err;

// From PostgreSQL's pg_type.dat; these numbers never change.
enum : Oid {
  kBool = 16,
  kBytea = 17,
  kName = 19,
  kInt8 = 20,
  kInt2 = 21,
  kInt4 = 23,
  kText = 25,
  kOid = 26,
  kJson = 114,
  kUnknown = 705,
  kBpchar = 1042,
  kVarchar = 1043,
  kNumeric = 1700,
  kVoid = 2278,
  kJsonb = 3802
};

std::int64_t big_endian(const char* data, int size) {
  std::uint64_t out = (static_cast<unsigned char>(data[0]) & 0x80) != 0 ? ~std::uint64_t{0} : 0;
  for (int i = 0; i < size; ++i) out = out << 8 | static_cast<unsigned char>(data[i]);
  return static_cast<std::int64_t>(out);
}

/// A whole number that came as numeric, which is what sum(bigint) yields: groups of four decimal digits.
bool read_numeric(const char* data, int size, std::int64_t& out) {
  if (size < 8) return false;
  const std::int64_t digits = big_endian(data, 2);
  const std::int64_t weight = big_endian(data + 2, 2);
  const std::int64_t sign = big_endian(data + 4, 2) & 0xFFFF;
  if (size != 8 + 2 * digits || (sign != 0 && sign != 0x4000) || digits > weight + 1 || weight > 4) return false;
  out = 0;
  for (std::int64_t i = 0; i <= weight; ++i) {
    const std::int64_t group = i < digits ? big_endian(data + 8 + 2 * i, 2) : 0;
    if (__builtin_mul_overflow(out, std::int64_t{10000}, &out) || __builtin_add_overflow(out, group, &out)) {
      return false;
    }
  }
  if (sign != 0) out = -out;
  return true;
}

bool read_value(Oid type, const char* data, int size, Value& out) {
  switch (type) {
    case kInt2:
    case kInt4:
    case kInt8: out = big_endian(data, size); return true;
    case kOid: out = big_endian(data, size) & 0xFFFF'FFFF; return true;
    case kBool: out = std::int64_t{data[0] != 0}; return true;
    case kText:
    case kVarchar:
    case kBpchar:
    case kName:
    case kJson:
    case kUnknown: out = std::string(data, static_cast<std::size_t>(size)); return true;
    case kJsonb: out = std::string(data + 1, static_cast<std::size_t>(size) - 1); return true;
    case kBytea: out = Bytes{std::string(data, static_cast<std::size_t>(size))}; return true;
    case kVoid: out = std::monostate(); return true;
    case kNumeric: {
      std::int64_t number = 0;
      if (!read_numeric(data, size, number)) return false;
      out = number;
      return true;
    }
    default: return false;
  }
}

void append_copy_text(std::string& out, std::string_view text) {
  std::size_t plain = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    if (c != '\\' && c != '\n' && c != '\r' && c != '\t') continue;
    out.append(text.substr(plain, i - plain));
    plain = i + 1;
    out += '\\';
    out += c == '\n' ? 'n' : c == '\r' ? 'r' : c == '\t' ? 't' : '\\';
  }
  out.append(text.substr(plain));
}

}  // namespace

Parameters::Parameters(const Row& row) {
  numbers_.reserve(row.size());
  for (const Value& value : row) {
    const char* data = nullptr;
    int length = 0;
    int format = 0;
    if (const auto* number = std::get_if<std::int64_t>(&value)) {
      data = numbers_.emplace_back(std::to_string(*number)).c_str();
    } else if (const auto* string = std::get_if<std::string>(&value)) {
      data = string->c_str();
    } else if (const auto* held = std::get_if<Bytes>(&value)) {
      data = held->data.data();
      length = static_cast<int>(held->data.size());
      format = 1;
    }
    values_.push_back(data);
    lengths_.push_back(length);
    formats_.push_back(format);
  }
}

DbResult<std::vector<Row>> read_rows(const PGresult* result, std::string_view statement) {
  const int columns = PQnfields(result);
  const int count = PQntuples(result);
  std::vector<Row> rows(static_cast<std::size_t>(count));
  for (int i = 0; i < count; ++i) {
    Row& row = rows[static_cast<std::size_t>(i)];
    row.resize(static_cast<std::size_t>(columns));
    for (int k = 0; k < columns; ++k) {
      if (PQgetisnull(result, i, k) != 0) continue;
      Value& out = row[static_cast<std::size_t>(k)];
      if (!read_value(PQftype(result, k), PQgetvalue(result, i, k), PQgetlength(result, i, k), out)) {
        return Err{DbError{DbErrorKind::refused, std::string(statement),
                           "column " + std::string(PQfname(result, k)) + " has type " +
                               std::to_string(PQftype(result, k)) + ", which is not an integer, text or bytes"}};
      }
    }
  }
  return rows;
}

void append_copy_row(std::string& out, const Row& row) {
  for (std::size_t i = 0; i < row.size(); ++i) {
    if (i != 0) out += '\t';
    if (const auto* number = std::get_if<std::int64_t>(&row[i])) {
      out += std::to_string(*number);
    } else if (const auto* string = std::get_if<std::string>(&row[i])) {
      append_copy_text(out, *string);
    } else if (const auto* held = std::get_if<Bytes>(&row[i])) {
      out += "\\\\x" + base::to_hex(held->data);
    } else {
      out += "\\N";
    }
  }
  out += '\n';
}

}  // namespace xiezhi::store::postgres
