// Proves the data under law/ against the texts of the statutes: every citation, every figure, every measure.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "lawtool/clause_reader.h"
#include "lawtool/source.h"
#include "lawtool/statute.h"

namespace xiezhi::lawtool {

/// The texts at hand, read once: instrument id → text. Reading is independent of the data.
struct Texts {
  std::map<std::string, Statute> statutes;
  /// Instrument id → article → what its words impose; only for articles that some instrument covers.
  std::map<std::string, std::map<std::int32_t, ReadArticle>> readings;
  std::map<std::string, DefaultDecider> deciders;  ///< instrument id → whose its measures are by default
  std::map<std::string, std::string> titles;       ///< prefix of ids → short title of the instrument
};

/// Texts are found as "<short title>(<version>).md". A missing directory or text is simply not there.
Texts load_texts(const LawSource& source, const std::string& directory);

struct Note {
  std::string place;  ///< "安全生产法 第九十七条第一款", or the file
  std::string message;
};
BOOST_DESCRIBE_STRUCT(Note, (), (place, message))

struct Report {
  std::vector<Note> wrong;
  std::vector<Note> warnings;
  std::vector<Note> unverified;  ///< data whose text is not at hand or whose status says so
  std::int64_t citations = 0;    ///< places found, with their anchors
  std::int64_t figures = 0;      ///< numbers of the texts claimed by exactly one datum
  std::int64_t measures = 0;     ///< measures that the text says in just this way
  std::int64_t violations = 0;
  std::int64_t covered_articles = 0;
};

/// A datum is wrong when the text does not say it; a figure or measure of a covered article is wrong when no datum or
/// more than one claims it. Covered are the articles that instrument.json lists; a figure from another one is wrong.
Report check_law(const LawSource& source, const Texts& texts);

}  // namespace xiezhi::lawtool
