#include "core/text/tokens.h"

#include <algorithm>

#include "base/text.h"
#include "core/text/fold.h"

namespace xiezhi::core::text {
namespace {

bool is_word(char32_t c) {
  // Below U+3000 letters beyond ASCII (Greek, Cyrillic, Latin with marks) count as parts of a run too.
  return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 0xC0 && c < 0x2000 && c != 0xD7 && c != 0xF7);
}

std::string utf8(char32_t c) {
  std::string out;
  base::append_code_point(out, c);
  return out;
}

/// Calls `ideographs` with each run of ideographs and `word` with each run of letters and digits.
template <typename OnIdeographs, typename OnWord>
void each_run(std::string_view text, OnIdeographs ideographs, OnWord word) {
  const std::vector<char32_t> all = base::code_points(fold(text));
  for (std::size_t from = 0; from < all.size();) {
    const bool cjk = is_cjk(all[from]);
    if (!cjk && !is_word(all[from])) {
      ++from;
      continue;
    }
    std::size_t until = from;
    while (until < all.size() && (cjk ? is_cjk(all[until]) : is_word(all[until]))) ++until;
    if (cjk) {
      ideographs(all.data() + from, until - from);
    } else {
      std::string run;
      for (std::size_t i = from; i < until; ++i) base::append_code_point(run, all[i]);
      word(std::move(run));
    }
    from = until;
  }
}

std::vector<std::string> sorted_once(std::vector<std::string> tokens) {
  std::sort(tokens.begin(), tokens.end());
  tokens.erase(std::unique(tokens.begin(), tokens.end()), tokens.end());
  return tokens;
}

}  // namespace

std::vector<std::string> index_tokens(std::string_view text) {
  std::vector<std::string> out;
  each_run(
      text,
      [&](const char32_t* run, std::size_t size) {
        for (std::size_t i = 0; i < size; ++i) {
          out.push_back(utf8(run[i]));
          if (i + 1 < size) out.push_back(out.back() + utf8(run[i + 1]));
        }
      },
      [&](std::string word) { out.push_back(std::move(word)); });
  return sorted_once(std::move(out));
}

std::vector<std::string> query_tokens(std::string_view query) {
  std::vector<std::string> out;
  each_run(
      query,
      [&](const char32_t* run, std::size_t size) {
        if (size == 1) out.push_back(utf8(run[0]));
        for (std::size_t i = 0; i + 1 < size; ++i) out.push_back(utf8(run[i]) + utf8(run[i + 1]));
      },
      [&](std::string word) { out.push_back(std::move(word)); });
  return sorted_once(std::move(out));
}

std::vector<std::string> query_terms(std::string_view query) {
  std::vector<std::string> out;
  const std::string folded = fold(query);
  for (const std::string_view part : base::split(folded, ' ')) {
    if (const std::string_view term = base::trim(part); !term.empty()) out.emplace_back(term);
  }
  return out;
}

}  // namespace xiezhi::core::text
