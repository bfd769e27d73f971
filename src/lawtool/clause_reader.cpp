#include "lawtool/clause_reader.h"

#include <algorithm>

#include "base/text.h"
#include "core/law/citation.h"
#include "lawtool/clause_sentence.h"

namespace xiezhi::lawtool {
namespace {

/// Sentences of a lead; a closing colon is no sentence of its own.
std::vector<std::string_view> sentences_of(std::string_view lead) {
  std::vector<std::string_view> out;
  while (!lead.empty()) {
    constexpr std::string_view kStop = "。";
    const std::size_t end = lead.find(kStop);
    const std::string_view sentence = lead.substr(0, end);
    if (!sentence.empty()) out.push_back(sentence);
    lead = end == std::string_view::npos ? std::string_view() : lead.substr(end + kStop.size());
  }
  return out;
}

/// Whether the items below a sentence are what it imposes.
bool imposes_by_items(std::string_view sentence) { return occurrences(sentence, "依照下列规定处以罚款") > 0; }

/// Whether each item says what is violated and what it costs (矿山安全法实施条例 第五十二条).
bool imposes_item_by_item(std::string_view sentence) { return occurrences(sentence, "分别按照下列规定执行") > 0; }

std::optional<bool> speaks_of_deciding(std::string_view sentence) {
  for (std::string_view head : {"本法规定的行政处罚，", "本条例规定的行政处罚，"}) {
    if (sentence.starts_with(head)) return false;
  }
  if (sentence.starts_with("本条例规定的罚款的行政处罚，")) return true;
  return std::nullopt;
}

/// "第二项、第三项、第五项" at a place: the numbers.
std::vector<std::int32_t> items_at(std::string_view text) {
  std::vector<std::int32_t> out;
  constexpr std::string_view kFirst = "第";
  while (text.starts_with(kFirst)) {
    const auto number = read_numeral(text, kFirst.size());
    if (!number || !text.substr(number->end).starts_with("项")) break;
    out.push_back(static_cast<std::int32_t>(number->value));
    text.remove_prefix(number->end + std::string_view("项").size());
    constexpr std::string_view kAnd = "、";
    if (text.starts_with(kAnd)) text.remove_prefix(kAnd.size());
  }
  return out;
}

/// Which paragraph's violations a sentence speaks of: 前款, or 有本条第一款….
void read_addition(std::string_view sentence, ReadSentence& facts) {
  constexpr std::string_view kBefore = "前款";
  constexpr std::string_view kNamed = "有本条第";
  const std::size_t before = sentence.find(kBefore);
  if (before != std::string_view::npos) {
    facts.adds_to = facts.paragraph - 1;
    facts.only_items = items_at(sentence.substr(before + kBefore.size()));
  } else if (sentence.starts_with(kNamed)) {
    const auto number = read_numeral(sentence, kNamed.size());
    if (!number || !sentence.substr(number->end).starts_with("款")) return;
    facts.adds_to = static_cast<std::int32_t>(number->value);
    facts.only_items = items_at(sentence.substr(number->end + std::string_view("款").size()));
  }
}

class ArticleReader {
 public:
  ArticleReader(ReadArticle& out, DefaultDecider decides) : out_(out), decides_(decides) {}

  void paragraph(const Paragraph& paragraph, std::int32_t number) {
    bool items_impose = false;
    Inherited down;
    std::int32_t index = 0;
    for (std::string_view sentence : sentences_of(paragraph.lead)) {
      ReadSentence facts;
      facts.paragraph = number;
      facts.sentence = ++index;
      read_addition(sentence, facts);
      const auto offset = static_cast<std::size_t>(sentence.data() - paragraph.lead.data());
      down = read_sentence(sentence, offset, facts);
      const bool one_by_one = imposes_item_by_item(sentence);
      items_impose = items_impose || one_by_one || imposes_by_items(sentence);
      facts.lists_items = !paragraph.items.empty() && (one_by_one || !items_impose);
      // A sentence that only takes its measures from elsewhere does not add to the paragraph it names.
      if (facts.as_before || facts.refers) facts.adds_to.reset();
      out_.sentences.push_back(facts);
    }
    if (!items_impose) return;
    for (std::size_t i = 0; i < paragraph.items.size(); ++i) {
      ReadSentence& facts = out_.sentences.back();
      SentenceReader reader(paragraph.items[i], 0, down, facts, out_);
      reader.read(static_cast<std::int32_t>(i) + 1);
    }
  }

 private:
  Inherited read_sentence(std::string_view sentence, std::size_t offset, ReadSentence& facts) {
    if (speaks_of_deciding(sentence)) out_.decides = true;
    if (out_.decides) {
      if (deciding_paragraph_ == 0) deciding_paragraph_ = facts.paragraph;
      if (deciding_paragraph_ == facts.paragraph) name_bodies(sentence);
      return {};
    }
    std::optional<law::Subject> subject;
    if (sentence.starts_with("有前款")) {
      subject = before_;
    } else if (const SubjectWords* opening = opening_of(sentence)) {
      subject = opening->subject;
    }
    Inherited inherited;
    inherited.subject = subject.value_or(law::Subject::anyone);
    inherited.decides = decides_;
    SentenceReader reader(sentence, offset, inherited, facts, out_);
    reader.read(std::nullopt);
    if (facts.imposes && !subject) {
      out_.unread.push_back("第" + law::chinese_numeral(facts.paragraph) + "款: subject of “" +
                            std::string(phrase_around(sentence, 0, 0)) + "”");
    }
    if (subject) before_ = subject;
    return reader.handed_down();
  }

  void name_bodies(std::string_view sentence) {
    for (const auto& [words, decider] :
         {std::pair<std::string_view, law::Decider>{"应急管理部门", law::Decider::emergency_department},
          {"予以关闭的行政处罚", law::Decider::government},
          {"公安机关", law::Decider::police}}) {
      if (occurrences(sentence, words) > 0) out_.bodies.push_back(decider);
    }
    for (const BodyWords& words : body_words()) {
      const std::size_t at = sentence.find(words.words);
      if (at != std::string_view::npos && longest(body_words(), sentence.substr(at)) == &words) {
        out_.bodies.push_back(words.decider);
      }
    }
  }

  ReadArticle& out_;
  DefaultDecider decides_;
  std::optional<law::Subject> before_;
  std::int32_t deciding_paragraph_ = 0;
};

}  // namespace

std::optional<DefaultDecider> decider_by(const Article& article) {
  for (const Paragraph& paragraph : article.paragraphs) {
    for (std::string_view sentence : sentences_of(paragraph.lead)) {
      const auto fines_only = speaks_of_deciding(sentence);
      if (!fines_only) continue;
      // The last body named before the first 决定 of its own: "除…由公安机关…决定的外，由…决定".
      std::optional<law::Decider> found;
      const std::string_view statement = sentence.substr(0, sentence.find("；"));
      for (std::size_t at = 0; at < statement.size(); ++at) {
        if (const BodyWords* words = longest(body_words(), statement.substr(at))) found = words->decider;
      }
      if (found) return DefaultDecider{*found, *fines_only};
    }
  }
  return std::nullopt;
}

ReadArticle read_article(const Article& article, DefaultDecider decides) {
  ReadArticle out;
  ArticleReader reader(out, decides);
  for (std::size_t i = 0; i < article.paragraphs.size(); ++i) {
    reader.paragraph(article.paragraphs[i], static_cast<std::int32_t>(i) + 1);
  }
  return out;
}

}  // namespace xiezhi::lawtool
