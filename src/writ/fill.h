// Placeholders of a template's text: "{name}" stands for a value; where there is none a line is left to write on, of
// four characters or, as "{name:8}", of as many as are given; "{name:0}" leaves nothing. "//" begins a new line.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "writ/facts.h"

namespace xiezhi::writ {

/// Bytes of the filled text that are a line to write on.
struct Span {
  std::size_t begin = 0;
  std::size_t end = 0;

  bool operator==(const Span&) const = default;
};

struct Filled {
  std::string text;
  std::vector<Span> blanks;
};

/// Values go in as they are: nothing in them is taken for a placeholder.
Filled fill(std::string_view text, const Scope& scope);

/// Names of the placeholders, in order.
std::vector<std::string> placeholders_in(std::string_view text);

}  // namespace xiezhi::writ
