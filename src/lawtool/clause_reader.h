// Reads a penalty article's own words into the structure of core::law::Branch, independently of the data, so that the
// data can be compared with it. It knows the phrases of such clauses; a word of sanction it cannot place is reported,
// never passed over.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/law/penalty.h"
#include "lawtool/figure_text.h"
#include "lawtool/statute.h"

namespace xiezhi::lawtool {

/// One measure, with whom it strikes and when, as the text says it.
struct ReadMeasure {
  std::int32_t paragraph = 0;
  std::int32_t sentence = 0;  ///< of the paragraph's lead, from 1
  std::optional<std::int32_t> item;
  core::law::Subject subject = core::law::Subject::unit;
  std::vector<core::law::Trigger> when;  ///< sorted
  std::optional<base::Money> threshold_fen;
  core::law::Measure measure;
  std::vector<TextFigure> figures;  ///< of the lead or item it stands in
};

/// What a sentence says besides measures.
struct ReadSentence {
  std::int32_t paragraph = 0;
  std::int32_t sentence = 0;
  bool criminal_reference = false;
  bool as_before = false;                ///< 依照前款规定处罚, and no body of its own
  bool refers = false;                   ///< 依照本条例第十九条的规定处罚: a measure as_provision
  bool lists_items = false;              ///< the items are what is violated, not what is imposed
  bool imposes = false;                  ///< it has measures, or takes them from elsewhere
  std::optional<std::int32_t> adds_to;   ///< 有前款违法行为…: the paragraph whose violations it strikes too
  std::vector<std::int32_t> only_items;  ///< 前款第二项、第三项…: just these of them; empty for all
};

struct ReadArticle {
  std::vector<ReadMeasure> measures;
  std::vector<ReadSentence> sentences;
  std::vector<std::string> unread;  ///< "第一款: …", words of sanction or subjects not understood
  bool decides = false;             ///< the article says which body decides (安全生产法 第一百一十五条)
  std::vector<core::law::Decider> bodies;  ///< of a deciding article: those it names
};

/// Whose a measure is where its clause names nobody.
struct DefaultDecider {
  core::law::Decider decider = core::law::Decider::department;
  bool fines_only = false;  ///< 本条例规定的罚款的行政处罚，由…决定
};

/// What the sentence "本法规定的行政处罚，由…决定" of an instrument says; nothing when `article` has none.
std::optional<DefaultDecider> decider_by(const Article& article);

ReadArticle read_article(const Article& article, DefaultDecider decides = {});

}  // namespace xiezhi::lawtool
