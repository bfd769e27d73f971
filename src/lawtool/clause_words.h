// The phrases of penalty clauses, as data for the reader. Every table is read by the longest phrase that fits.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "core/law/penalty.h"

namespace xiezhi::lawtool {

namespace law = core::law;

struct TriggerWords {
  std::string_view words;
  law::Trigger trigger;
};

struct SubjectWords {
  std::string_view words;
  law::Subject subject;
};

/// "由公安机关…": whose the measures are from here to the next such words.
struct BodyWords {
  std::string_view words;
  law::Decider decider;
};

/// A measure without a number of its own.
struct MeasureWords {
  std::string_view words;
  std::vector<law::MeasureKind> kinds;       ///< two or three kinds: either of them, unless all are
  std::optional<law::Subject> subject = {};  ///< where the words name it
  std::optional<law::Decider> decider = {};  ///< where the words name it
  bool all = false;                          ///< 没收…物品及违法所得: both
};

/// A ban: for life, or after a number of years.
struct BanWords {
  std::string_view words;
  bool for_life;
  law::BanScope scope;
};

/// The entry of a table whose words `text` begins with, the longest; null without one.
template <typename T>
const T* longest(const std::vector<T>& table, std::string_view text) {
  const T* best = nullptr;
  for (const T& entry : table) {
    if (text.starts_with(entry.words) && (best == nullptr || best->words.size() < entry.words.size())) best = &entry;
  }
  return best;
}

const std::vector<TriggerWords>& trigger_words();
/// "对其直接负责的…": in the middle of a phrase, for that phrase.
const std::vector<SubjectWords>& subject_words();
/// What a sentence or a statement of it begins with; whom it speaks of until it ends.
const std::vector<SubjectWords>& opening_words();
const std::vector<BodyWords>& body_words();
const std::vector<MeasureWords>& measure_words();
const std::vector<BanWords>& ban_words();
/// Phrases that hold a word of sanction and impose nothing.
const std::vector<std::string_view>& silent_words();
/// Words that must not be left over when a clause has been read.
const std::vector<std::string_view>& sanction_words();

}  // namespace xiezhi::lawtool
