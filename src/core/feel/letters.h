// Upper and lower case, and the classes of characters that patterns name, as Unicode has them.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace xiezhi::core::feel {

/// The other case of a letter that has one of a single letter; else itself.
char32_t to_upper(char32_t c);
char32_t to_lower(char32_t c);
/// Of a whole text, without regard to a language: "ß" becomes "SS", a Σ that ends a word "ς".
std::string upper_case(std::string_view text);
std::string lower_case(std::string_view text);

/// Whether a character is in the category ("L", "Lu", "Nd") or block ("IsBasicLatin") of that name; nothing for a name
/// that is not known.
std::optional<bool> in_category(char32_t c, std::string_view name);

}  // namespace xiezhi::core::feel
