// UTF-8 text: validity, code points, and the little trimming and splitting the project needs. No locale.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace xiezhi::base {

/// Whether the bytes are well-formed UTF-8 (no surrogates, no overlong forms, at most U+10FFFF).
bool valid_utf8(std::string_view bytes);

/// Decodes the code point at `at` and moves `at` past it. The text must be valid UTF-8.
char32_t next_code_point(std::string_view text, std::size_t& at);
void append_code_point(std::string& out, char32_t code_point);
std::vector<char32_t> code_points(std::string_view text);
/// Number of code points in valid UTF-8.
std::size_t length(std::string_view text);

/// Without leading and trailing white space: ASCII, U+00A0, U+3000 and U+FEFF.
std::string_view trim(std::string_view text);
std::vector<std::string_view> split(std::string_view text, char separator);
std::string join(const std::vector<std::string>& parts, std::string_view separator);

std::string to_hex(std::string_view bytes);
/// Bytes of lower- or upper-case hex; empty for malformed or empty input.
std::string from_hex(std::string_view hex);
std::string to_base64(std::string_view bytes);
/// Bytes of standard padded base64 (RFC 4648 section 4); `ok` is false for malformed input.
std::string from_base64(std::string_view text, bool& ok);

}  // namespace xiezhi::base
