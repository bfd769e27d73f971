// The administrative divisions of a region, as law/region/*/divisions.json lists them: a tree of province, cities,
// counties and functional zones, with the names and codes under which texts and registers still mention them.
#pragma once

#include <boost/describe.hpp>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/codec.h"

namespace xiezhi::core::org {

enum class DivisionKind : std::uint8_t {
  province,
  city,    ///< 地级市, 地区
  county,  ///< 县, 县级市, 区
  zone     ///< a functional zone with a body of its own; a node of the tree, no level of administration
};
BOOST_DESCRIBE_ENUM(DivisionKind, province, city, county, zone)

struct Division {
  std::string code;  ///< "23", "2301" or "230102"
  std::string name;
  DivisionKind kind = DivisionKind::county;
  std::optional<std::vector<std::string>> short_names;   ///< 南岗, 杜蒙县
  std::optional<std::vector<std::string>> former_names;  ///< names before a reform, and of what was merged into it
  std::optional<std::vector<std::string>> other_codes;   ///< former codes, and codes that registers use for the place
};
BOOST_DESCRIBE_STRUCT(Division, (), (code, name, kind, short_names, former_names, other_codes))

/// divisions.json
struct DivisionFile {
  std::string province;
  std::vector<std::string> other_provinces;  ///< full names: an address that begins with one lies elsewhere
  std::vector<Division> divisions;           ///< superior before inferior
};
BOOST_DESCRIBE_STRUCT(DivisionFile, (), (province, other_provinces, divisions))

class Divisions {
 public:
  Divisions() = default;
  /// Refuses a file with a code twice, or without its superior before it; the error names the path.
  static base::Result<Divisions, base::JsonError> from(DivisionFile file);
  static base::Result<Divisions, base::JsonError> load(std::string_view json);

  [[nodiscard]] const DivisionFile& file() const { return file_; }
  [[nodiscard]] const std::vector<Division>& all() const { return file_.divisions; }
  /// The division of a current code, or null.
  [[nodiscard]] const Division* find(std::string_view code) const;
  /// The division that six digits of a register mean: a current county, a former or a register's own code, or the city
  /// that the first four name ("230199" is 哈尔滨市); null when they say nothing below the province.
  [[nodiscard]] const Division* of_register_code(std::string_view six_digits) const;
  /// "黑龙江省", "哈尔滨市", "道里区" for "230102": the way from the province down. Empty for an unknown code.
  [[nodiscard]] std::vector<const Division*> path(std::string_view code) const;

 private:
  DivisionFile file_;
  std::vector<std::pair<std::string, std::size_t>> by_code_;        ///< sorted
  std::vector<std::pair<std::string, std::size_t>> by_other_code_;  ///< sorted
};

/// The city part of a division code ("2301" of "230102"); the code itself when it is a city's or a province's.
std::string_view city_of(std::string_view code);

}  // namespace xiezhi::core::org
