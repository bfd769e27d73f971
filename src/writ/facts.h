// What a document says: values by name, as text. A template names them; whoever gathers them knows where they stand.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace xiezhi::writ {

struct Facts {
  std::map<std::string, std::string> text;         ///< "" is the same as absent
  std::map<std::string, std::vector<Facts>> list;  ///< rows of a list, each with values of its own
  std::map<std::string, std::string> image;        ///< PNG bytes: signatures

  void set(const std::string& name, std::string value) { text[name] = std::move(value); }
};

/// The rows within rows that a name is looked up in: the innermost first.
class Scope {
 public:
  explicit Scope(const Facts& facts, const Scope* outer = nullptr) : facts_(facts), outer_(outer) {}

  /// The value, or "" where there is none.
  [[nodiscard]] std::string_view text(std::string_view name) const;
  /// The rows, none where there is no such list.
  [[nodiscard]] const std::vector<Facts>& list(std::string_view name) const;
  /// PNG bytes of this row itself, or "".
  [[nodiscard]] std::string_view image(std::string_view name) const;
  /// Whether there is a value or a row of that name.
  [[nodiscard]] bool has(std::string_view name) const { return !text(name).empty() || !list(name).empty(); }

 private:
  const Facts& facts_;
  const Scope* outer_;
};

/// SHA-256, in hex, of all values, rows and images in order of their names: two documents that say the same have the
/// same. It is printed in the code of each document.
std::string digest(const Facts& facts);

}  // namespace xiezhi::writ
