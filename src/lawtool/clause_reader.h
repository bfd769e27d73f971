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
  bool as_before = false;            ///< 依照前款规定处罚
  bool of_paragraph_before = false;  ///< it speaks of 前款
  bool lists_items = false;          ///< the items are what is violated, not what is imposed
};

struct ReadArticle {
  std::vector<ReadMeasure> measures;
  std::vector<ReadSentence> sentences;
  std::vector<std::string> unread;  ///< "第一款: …", words of sanction or subjects not understood
  bool decides = false;             ///< the article says which body decides (安全生产法 第一百一十五条)
};

ReadArticle read_article(const Article& article);

}  // namespace xiezhi::lawtool
