// XML as a tree, read strictly and within limits: no document type (so no entities of one's own and nothing from
// outside), a bounded size, depth and number of elements.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/result.h"

namespace xiezhi::dmnfile {

inline constexpr std::size_t kLargestXml = std::size_t{64} << 20;
inline constexpr std::size_t kDeepestXml = 128;
inline constexpr std::size_t kMostElements = 2'000'000;

struct XmlError {
  std::size_t line = 0;
  std::size_t column = 0;
  std::string message;
};

struct Element {
  std::string name;        ///< without prefix
  std::string name_space;  ///< "" when it has none
  std::size_t line = 0;
  std::vector<std::pair<std::string, std::string>> attributes;  ///< names without prefix
  std::string text;                                             ///< all character data directly inside
  std::vector<Element> children;

  /// The attribute of that name, or null.
  [[nodiscard]] const std::string* attribute(std::string_view wanted) const;
  /// The first child of that name, or null.
  [[nodiscard]] const Element* child(std::string_view wanted) const;
};

base::Result<Element, XmlError> parse_xml(std::string_view text);

}  // namespace xiezhi::dmnfile
