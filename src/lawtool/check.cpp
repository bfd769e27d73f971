#include "lawtool/check.h"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <sstream>

#include "base/text.h"
#include "lawtool/check_context.h"

namespace xiezhi::lawtool {
namespace {

std::optional<std::string> read_text(const std::filesystem::path& path) {
  std::ifstream in(path, std::ios::binary);
  if (!in) return std::nullopt;
  std::stringstream bytes;
  bytes << in.rdbuf();
  return base::valid_utf8(bytes.str()) ? std::optional(bytes.str()) : std::nullopt;
}

std::string title_of(const InstrumentSource& head) { return head.short_title + "(" + head.version + ")"; }

void note_unverified(const InstrumentFolder& folder, const std::string& why, Report& report) {
  for (const FigureSource& figure : folder.figures) report.unverified.push_back({figure.key, why});
  for (const ArticleSource& article : folder.articles) {
    for (const ViolationSource& violation : article.violations) report.unverified.push_back({violation.id, why});
  }
}

/// Warns of data that come from an instrument no longer in force or from a provision that gives way.
void warn_of_old_law(const InstrumentFolder& folder, Report& report) {
  const InstrumentSource& head = folder.head;
  if (head.until) report.warnings.push_back({head.short_title, "in force only until " + head.until->iso()});
  for (const YieldSource& yield : head.yields) {
    if (yield.relation.value_or(law::Relation::gives_way) != law::Relation::gives_way) continue;
    report.warnings.push_back(
        {head.short_title + " 第" + law::chinese_numeral(yield.article) + "条",
         "gives way to " + yield.to_instrument + " 第" + law::chinese_numeral(yield.to_article) + "条: " + yield.note});
  }
}

void check_regions(const LawSource& source, const Texts& texts, Report& report) {
  for (const RegionSource& region : source.regions) {
    for (const FigureSource& figure : region.figures) {
      const std::string place = region.name + " " + figure.key;
      if (figure.status == law::Provenance::verified) {
        report.wrong.push_back({place, "a region's figure has no text here and cannot be verified"});
        continue;
      }
      report.unverified.push_back({place, "no text of the region"});
      const auto found = texts.statutes.find(figure.instrument.value_or(""));
      if (found == texts.statutes.end()) continue;
      const std::string* text = found->second.text(figure.article, figure.paragraph, figure.item);
      if (text == nullptr || occurrences(*text, figure.anchor) == 0) {
        report.wrong.push_back({place, "the provision it fills does not exist or lacks “" + figure.anchor + "”"});
      } else {
        ++report.citations;
      }
    }
  }
}

/// A region's benchmarks, circumstances and leniency list have no text here; the provisions they rest on have.
class DiscretionCheck {
 public:
  DiscretionCheck(const Texts& texts, Report& report) : texts_(texts), report_(report) {}

  void run(const law::Discretion& region) {
    for (const law::Benchmark& one : region.benchmarks) mark(one.id, one.status);
    for (const law::Circumstance& one : region.circumstances) entry(one.id, one.source, one.status);
    for (const law::Leniency& one : region.leniency) entry(one.id, one.source, one.status);
  }

 private:
  void mark(const std::string& id, law::Provenance status) {
    if (status == law::Provenance::verified) {
      report_.wrong.push_back({id, "what a region sets has no text here and cannot be verified"});
    } else {
      report_.unverified.push_back({id, "no text of the region"});
    }
  }
  void entry(const std::string& id, const law::Citation& source, law::Provenance status) {
    mark(id, status);
    const auto found = texts_.statutes.find(source.instrument);
    if (found == texts_.statutes.end()) return;
    if (found->second.text(source.article, source.paragraph, source.item) == nullptr) {
      report_.wrong.push_back({id, "the provision it rests on does not exist"});
    } else {
      ++report_.citations;
    }
  }

  const Texts& texts_;
  Report& report_;
};

/// What checklists rest on stands in the texts at hand.
class ChecklistCheck {
 public:
  ChecklistCheck(const law::PackFile& pack, const Texts& texts, Report& report)
      : pack_(pack), texts_(texts), report_(report) {}

  void run(const law::Checklist& list) {
    for (const law::ChecklistItem& item : list.items) {
      for (const std::string& basis : item.basis.value_or(std::vector<std::string>{})) {
        place("checklist/" + list.id + ".json item " + item.id, basis);
      }
    }
  }

 private:
  void place(const std::string& where, const std::string& basis) {
    const auto cited = read_citation(basis, pack_);
    if (!cited) return;  // then the pack was not built
    const auto found = texts_.statutes.find(cited->instrument);
    if (found == texts_.statutes.end()) return report_.unverified.push_back({where, "no text for " + basis});
    const bool whole = !cited->paragraph && !cited->item;
    const bool there = whole ? found->second.article(cited->article) != nullptr
                             : found->second.text(cited->article, cited->paragraph, cited->item) != nullptr;
    if (!there) return report_.wrong.push_back({where, basis + " does not exist"});
    ++report_.citations;
  }

  const law::PackFile& pack_;
  const Texts& texts_;
  Report& report_;
};

}  // namespace

Texts load_texts(const LawSource& source, const std::string& directory) {
  Texts out;
  for (const InstrumentFolder& folder : source.instruments) {
    const auto bytes = read_text(std::filesystem::path(directory) / (title_of(folder.head) + ".md"));
    if (folder.head.prefix) out.titles[*folder.head.prefix] = folder.head.short_title;
    if (!bytes) continue;
    const Statute& text = out.statutes[folder.head.id] = parse_statute(*bytes);
    DefaultDecider decides;
    if (folder.head.enforcer) decides.decider = folder.head.enforcer->decider;
    for (const auto& [number, article] : text.articles) {
      const auto said = in_ranges(folder.head.covered, number) ? decider_by(article) : std::nullopt;
      if (said) decides = *said;
    }
    out.deciders[folder.head.id] = decides;
    for (const auto& [number, article] : text.articles) {
      if (in_ranges(folder.head.covered, number)) out.readings[folder.head.id][number] = read_article(article, decides);
    }
  }
  return out;
}

Report check_law(const LawSource& source, const Texts& texts) {
  Report report;
  const auto built = to_pack_file(source);
  if (!built.ok()) {
    report.wrong.push_back({built.error().file + built.error().error.path, built.error().error.message});
  } else if (auto loaded = law::Pack::load(base::to_json(*built)); !loaded.ok()) {
    report.wrong.push_back({"pack" + loaded.error().path, loaded.error().message});
  }
  for (const InstrumentFolder& folder : source.instruments) {
    warn_of_old_law(folder, report);
    if (!texts.statutes.contains(folder.head.id)) {
      note_unverified(folder, "no text of " + title_of(folder.head), report);
      continue;
    }
    InstrumentCheck(folder, texts, report).run();
  }
  check_regions(source, texts, report);
  for (const law::Discretion& region : source.discretion) DiscretionCheck(texts, report).run(region);
  for (const law::Checklist& list : source.checklists) {
    if (built.ok()) ChecklistCheck(*built, texts, report).run(list);
  }
  return report;
}

bool in_ranges(const std::vector<ArticleRange>& ranges, std::int32_t article) {
  return std::any_of(ranges.begin(), ranges.end(),
                     [&](const ArticleRange& range) { return article >= range.first && article <= range.last; });
}

bool anchor_fits(const Statute& text, const InstrumentSource& head, std::int32_t article,
                 std::optional<std::int32_t> paragraph, std::optional<std::int32_t> item, const std::string& anchor) {
  const std::size_t length = base::length(anchor);
  if (length < 2 || length > 10) return false;
  const Article* cited = text.article(article);
  if (cited == nullptr) return false;
  std::size_t inside = 0;
  std::size_t everywhere = 0;
  const bool place_covered = in_ranges(head.covered, article);
  for (const auto& [number, other] : text.articles) {
    if (!place_covered && in_ranges(head.covered, number)) continue;
    for (std::size_t p = 0; p < other.paragraphs.size(); ++p) {
      const bool here = number == article && (!paragraph || static_cast<std::size_t>(*paragraph) == p + 1);
      const auto count = [&](const std::string& part, std::optional<std::int32_t> part_item) {
        const std::size_t found = occurrences(part, anchor);
        everywhere += found;
        if (here && (part_item == item || !paragraph)) inside += found;
      };
      count(other.paragraphs[p].lead, std::nullopt);
      for (std::size_t i = 0; i < other.paragraphs[p].items.size(); ++i) {
        count(other.paragraphs[p].items[i], static_cast<std::int32_t>(i) + 1);
      }
    }
  }
  return inside > 0 && inside == everywhere;
}

}  // namespace xiezhi::lawtool
