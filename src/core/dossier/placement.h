// Where an enterprise is: the division that its address names, else the one its credit code or its list points to.
#pragma once

#include <boost/describe.hpp>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "core/org/divisions.h"

namespace xiezhi::core::dossier {

enum class PlacedBy : std::uint8_t {
  address,       ///< the address names the county
  code,          ///< the credit code names the county, and nothing speaks against it
  address_city,  ///< the address names the city alone
  code_city,     ///< the credit code names the city alone
  region,        ///< the column of the list names it
  nothing
};
BOOST_DESCRIBE_ENUM(PlacedBy, address, code, address_city, code_city, region, nothing)

enum class PlaceDoubt : std::uint8_t {
  code_differs,         ///< the credit code was given out in another division; the address stands
  region_differs,       ///< the list's column names another division; the address stands
  other_province_code,  ///< the credit code was given out in another province
  other_province,       ///< the address lies in another province: not placed
  several               ///< the name belongs to several divisions and nothing tells which: not placed
};
BOOST_DESCRIBE_ENUM(PlaceDoubt, code_differs, region_differs, other_province_code, other_province, several)

struct Placement {
  std::string division;  ///< county, zone or city code; "" when it cannot be placed
  PlacedBy by = PlacedBy::nothing;
  std::vector<PlaceDoubt> doubts;
};
BOOST_DESCRIBE_STRUCT(Placement, (), (division, by, doubts))

/// Finds division names in addresses. Built once from the divisions; pure and safe to share.
class Placer {
 public:
  explicit Placer(const org::Divisions& divisions);

  /// `register_code` is characters 3 to 8 of the credit code or ""; `region` is what the list says of the place, a name
  /// such as 哈尔滨 or 道里区, or "". The address names the place and goes before the others. Texts are valid UTF-8.
  [[nodiscard]] Placement place(std::string_view address, std::string_view register_code,
                                std::string_view region) const;

 private:
  enum class NameKind : std::uint8_t { full, former, short_form };
  struct Name {
    std::string text;
    std::size_t division = 0;  ///< position in divisions.all()
    NameKind kind = NameKind::full;
  };
  struct Spoken {
    std::string code;
    bool several = false;
    bool other_province = false;
    bool bare = false;  ///< a county's name without its city or province
  };

  void add(std::string_view text, std::size_t division, NameKind kind);
  [[nodiscard]] std::vector<const Name*> longest_at(std::string_view text, std::size_t at, std::string_view city,
                                                    bool counties) const;
  [[nodiscard]] std::string county_after(std::string_view text, std::size_t at, std::string_view city) const;
  [[nodiscard]] std::string county_within(std::string_view text, std::size_t from, std::string_view city) const;
  [[nodiscard]] Spoken read(std::string_view text, std::string_view likely_city) const;
  [[nodiscard]] std::string city_within(std::string_view text) const;

  const org::Divisions& divisions_;
  std::map<std::string, std::vector<Name>, std::less<>> by_first_;  ///< by first character; longest first
};

}  // namespace xiezhi::core::dossier
