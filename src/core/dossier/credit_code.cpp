#include "core/dossier/credit_code.h"

#include "core/text/fold.h"

namespace xiezhi::core::dossier {
namespace {

// GB 32100-2015 table 1: no I, O, S, V, Z.
constexpr std::string_view kAlphabet = "0123456789ABCDEFGHJKLMNPQRTUWXY";
constexpr int kModulus = 31;

}  // namespace

std::string normalise_credit_code(std::string_view text) {
  std::string out;
  for (const char c : text::fold_width(text)) {
    if (c == ' ' || c == '\t' || c == '\r' || c == '\n') continue;
    out += c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
  }
  return out;
}

char credit_code_check_character(std::string_view first_seventeen) {
  // Weight of position i is 3^(i-1) mod 31 (annex A).
  int weight = 1;
  int sum = 0;
  for (const char c : first_seventeen) {
    const std::size_t value = kAlphabet.find(c);
    if (value == std::string_view::npos) return '\0';
    sum = (sum + static_cast<int>(value) * weight) % kModulus;
    weight = weight * 3 % kModulus;
  }
  return kAlphabet[static_cast<std::size_t>((kModulus - sum) % kModulus)];
}

CreditCodeFault check_credit_code(std::string_view code) {
  if (code.size() != kCreditCodeLength) return CreditCodeFault::length;
  const char expected = credit_code_check_character(code.substr(0, kCreditCodeLength - 1));
  if (expected == '\0' || kAlphabet.find(code.back()) == std::string_view::npos) return CreditCodeFault::character;
  for (const char digit : registering_division(code)) {
    if (digit < '0' || digit > '9') return CreditCodeFault::character;
  }
  return code.back() == expected ? CreditCodeFault::none : CreditCodeFault::check_digit;
}

std::string_view registering_division(std::string_view code) {
  return code.size() == kCreditCodeLength ? code.substr(2, 6) : std::string_view();
}

}  // namespace xiezhi::core::dossier
