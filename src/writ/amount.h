// Amounts of money as documents write them: in capital numerals, which cannot be altered with a stroke, and in figures.
#pragma once

#include <string>

#include "base/money.h"

namespace xiezhi::writ {

/// "人民币贰万元整", "人民币壹拾万零伍佰元零叁分". Not negative; below a million million yuan.
std::string amount_in_capitals(base::Money amount);
/// "¥20,000.00".
std::string amount_in_figures(base::Money amount);
/// Both: "人民币贰万元整（¥20,000.00）".
std::string amount_in_full(base::Money amount);

}  // namespace xiezhi::writ
