// Forms of the same character made one: what NFKC does to the characters that occur in Chinese names and codes.
#pragma once

#include <string>
#include <string_view>

namespace xiezhi::core::text {

/// Full-width ASCII (U+FF01…U+FF5E) to ASCII, ideographic and no-break space to a space. The text must be valid UTF-8.
std::string fold_width(std::string_view text);

/// fold_width, then ASCII lower case. What search compares.
std::string fold(std::string_view text);

/// fold without white space and punctuation: two spellings of one name or address compare equal.
std::string identity_form(std::string_view text);

/// A character that stands for a word of its own: ideographs and the iteration mark.
bool is_cjk(char32_t c);

}  // namespace xiezhi::core::text
