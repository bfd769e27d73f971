// Upper and lower case, and the classes of characters that patterns name. The tables cover Latin, Greek, Cyrillic,
// Armenian and full-width letters; other scripts of the project's texts have no case.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace xiezhi::core::feel {

char32_t to_upper(char32_t c);
char32_t to_lower(char32_t c);
std::string upper_case(std::string_view text);
std::string lower_case(std::string_view text);

/// Whether a character is in the category ("L", "Lu", "Nd") or block ("IsBasicLatin") of that name; nothing for a name
/// that is not known.
std::optional<bool> in_category(char32_t c, std::string_view name);

}  // namespace xiezhi::core::feel
