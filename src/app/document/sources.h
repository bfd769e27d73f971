// What documents are gathered from. What is asked for and not there yet is noted; the shell loads it and gathers again.
#pragma once

#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "app/document/views.h"
#include "core/engine/world.h"
#include "core/journal/entry.h"
#include "core/law/pack.h"
#include "writ/facts.h"
#include "writ/library.h"

namespace xiezhi::app::document {

struct Sources {
  const core::law::Pack* pack = nullptr;
  const writ::Library* library = nullptr;
  base::Instant now;
  core::engine::World world;
  std::vector<core::journal::Entry> entries;  ///< of the file's own stream, up to its version in `world`
  std::map<std::string, std::string> personal;
  std::map<std::string, std::string> images;  ///< SHA-256 in hex → PNG bytes, "" when there is no such blob

  mutable std::set<std::string> missing_personal;
  mutable std::set<std::string> missing_images;

  /// A personal value, or "" when it was erased or never given.
  [[nodiscard]] std::string person(const core::rule::Commitment& commitment) const {
    return commitment.hex.empty() ? std::string() : look_up(commitment.hex, personal, missing_personal);
  }
  [[nodiscard]] std::string image(const std::optional<std::string>& hash) const {
    return hash ? look_up(*hash, images, missing_images) : std::string();
  }
  [[nodiscard]] bool complete() const {
    return world.missing().empty() && missing_personal.empty() && missing_images.empty();
  }

  /// The events of one type in the file's stream, with the entries they stand in.
  template <typename Event, typename Visit>
  void each(Visit visit) const {
    for (const core::journal::Entry& entry : entries) {
      if (entry.type != Event::kType) continue;
      const auto event = base::from_json<Event>(entry.payload);
      if (event.ok()) visit(*event, entry);
    }
  }

 private:
  static std::string look_up(const std::string& key, const std::map<std::string, std::string>& known,
                             std::set<std::string>& missing) {
    const auto found = known.find(key);
    if (found != known.end()) return found->second;
    missing.insert(key);
    return {};
  }
};

/// One document: what the list shows and what the PDF says.
struct Document {
  DocumentRow row;
  const writ::Template* form = nullptr;
  writ::Facts facts;
};

// One function for each document. Several rows where a file has several; a row without facts where there is none yet.
Document inspection_record(const Sources& sources, const core::inspection::Inspection& file);
std::vector<Document> measure_decisions(const Sources& sources, const core::inspection::Inspection& file);
std::vector<Document> correction_orders(const Sources& sources, const core::inspection::Inspection& file);
std::vector<Document> reinspection_opinions(const Sources& sources, const core::inspection::Inspection& file);
Document penalty_notice(const Sources& sources, const core::casefile::CaseFile& file,
                        const core::casefile::CaseParty& party);
Document penalty_decision(const Sources& sources, const core::casefile::CaseFile& file,
                          const core::casefile::CaseParty& party);
/// Nothing where no charge rests on the region's list of acts that need not be punished.
std::optional<Document> leniency_notice(const Sources& sources, const core::casefile::CaseFile& file,
                                        const core::casefile::CaseParty& party);
Document service_receipt(const Sources& sources, const core::casefile::CaseFile& file,
                         const core::casefile::CaseParty& party);

/// All documents of a file, in the order in which they come about.
std::vector<Document> documents_of(const Sources& sources, const core::inspection::Inspection& file);
std::vector<Document> documents_of(const Sources& sources, const core::casefile::CaseFile& file);

}  // namespace xiezhi::app::document
