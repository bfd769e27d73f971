// The phrases of penalty clauses, as data for the reader.
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

/// A measure without a number of its own.
struct MeasureWords {
  std::string_view words;
  std::vector<law::MeasureKind> kinds;  ///< two kinds: either of them
  std::optional<law::Subject> subject;  ///< where the words name it
};

/// A ban: for life, or after a number of years.
struct BanWords {
  std::string_view words;
  bool for_life;
  law::BanScope scope;
};

const std::vector<TriggerWords>& trigger_words();
/// "对其直接负责的…": in the middle of a phrase, for that phrase.
const std::vector<SubjectWords>& subject_words();
/// What a sentence begins with; whom it speaks of until it ends.
const std::vector<SubjectWords>& opening_words();
const std::vector<MeasureWords>& measure_words();
const std::vector<BanWords>& ban_words();
/// Phrases that hold a word of sanction and impose nothing.
const std::vector<std::string_view>& silent_words();
/// Words that must not be left over when a clause has been read.
const std::vector<std::string_view>& sanction_words();

}  // namespace xiezhi::lawtool
