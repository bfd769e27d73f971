// 统一社会信用代码 as GB 32100-2015 builds it: 18 characters, the last of which checks the others.
#pragma once

#include <boost/describe.hpp>
#include <cstdint>
#include <string>
#include <string_view>

namespace xiezhi::core::dossier {

enum class CreditCodeFault : std::uint8_t { none, length, character, check_digit };
BOOST_DESCRIBE_ENUM(CreditCodeFault, none, length, character, check_digit)

inline constexpr std::size_t kCreditCodeLength = 18;

/// The form in which codes are kept and compared: full-width forms folded, white space removed, upper case.
/// The text must be valid UTF-8.
std::string normalise_credit_code(std::string_view text);

/// What is wrong with a normalised code; the first fault in the order of the enum (GB 32100-2015, 4.2 and annex A).
CreditCodeFault check_credit_code(std::string_view code);

/// The check character of the first 17 characters; '\0' when one of them is outside the alphabet.
char credit_code_check_character(std::string_view first_seventeen);

/// Characters 3 to 8: the division of the authority that registered the unit first. Empty for a code of wrong length.
std::string_view registering_division(std::string_view code);

}  // namespace xiezhi::core::dossier
