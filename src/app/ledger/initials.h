// Names found by the first letters of their sounds: "hebyjx" finds 哈尔滨一机械厂. Sounds are those of ICU's Han-Latin
// transliteration, with the other sounds of a few common characters.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace xiezhi::app::ledger {

/// The letters that a character may be typed as: "h" of 哈, "cz" of 长, itself of a Latin letter; "" of what has no
/// sound and is left out.
std::string initials_of(char32_t character);

/// What the search index learns of a name: three letters in a row wherever they stand, and the first two. In order.
std::vector<std::string> initials_tokens(std::string_view name);

/// Whether a query is meant as initials: 2 to 24 Latin letters and nothing else.
bool initials_query(std::string_view query);
/// Tokens that every name with these initials has.
std::vector<std::string> initials_query_tokens(std::string_view query);
/// Whether they stand in the name: in a row; two letters at its beginning.
bool has_initials(std::string_view name, std::string_view query);

}  // namespace xiezhi::app::ledger
