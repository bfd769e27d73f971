// The versions of one discretion benchmark (裁量基准) as a department makes them: a draft, its way through review, and
// what was published.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/law/benchmark.h"

namespace xiezhi::core::benchmark {

enum class DraftStatus : std::uint8_t {
  editing,    ///< may be changed
  submitted,  ///< waits for approval
  approved    ///< waits for publication
};
BOOST_DESCRIBE_ENUM(DraftStatus, editing, submitted, approved)

/// What somebody said of a draft: its return, its approval.
struct Opinion {
  std::string officer;
  base::Instant at;
  std::string text;
};
BOOST_DESCRIBE_STRUCT(Opinion, (), (officer, at, text))

struct Draft {
  std::string author;
  std::vector<std::string> editors;  ///< whoever has changed it or handed it in, the author first
  std::string reason;
  base::Instant opened_at;
  base::Instant saved_at;
  base::Date based_on;   ///< the day from which the version applies that it began as
  std::string dmn;       ///< the file as last saved; "" until then
  law::Benchmark table;  ///< as it would be published; its model is what `dmn` says
  DraftStatus status = DraftStatus::editing;
  std::optional<Opinion> returned;  ///< the last time
  std::optional<Opinion> approval;
};
BOOST_DESCRIBE_STRUCT(Draft, (),
                      (author, editors, reason, opened_at, saved_at, based_on, dmn, table, status, returned, approval))

struct Version {
  law::Benchmark table;
  std::string digest;  ///< law::model_digest of its model
  std::string dmn;
  std::string author;
  std::string approved_by;
  std::string published_by;
  base::Instant published_at;
  std::string published_in;  ///< where the public finds it: document number, site
  std::optional<base::Date>
      replaced_by;  ///< a later publication begins no later than this version: it never applied from then on
};
BOOST_DESCRIBE_STRUCT(Version, (),
                      (table, digest, dmn, author, approved_by, published_by, published_at, published_in, replaced_by))

/// The stream "benchmark/<id of the table>".
struct Series {
  std::string id;
  std::string region;  ///< "23"
  std::string body;    ///< that makes it
  std::optional<Draft> draft;
  std::vector<Version> versions;  ///< in the order of publication
};
BOOST_DESCRIBE_STRUCT(Series, (), (id, region, body, draft, versions))

/// Gives a table another model. Its only decision is the table's, whatever it is called now.
void take_model(law::Benchmark& table, dmn::Model model);

}  // namespace xiezhi::core::benchmark
