// What a region sets beside its decision tables, as a department makes it: the list of acts that stay unpunished
// (包容免罚清单), the circumstances that move an amount, the amounts and terms that the law leaves to it.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/benchmark/state.h"
#include "core/law/region_list.h"

namespace xiezhi::core::regulation {

struct Draft {
  std::string author;
  std::vector<std::string> editors;  ///< whoever has changed it or handed it in, the author first
  std::string reason;
  base::Instant opened_at;
  base::Instant saved_at;
  law::ListContent content;  ///< its days decide nothing: they come with the publication
  benchmark::DraftStatus status = benchmark::DraftStatus::editing;
  std::optional<benchmark::Opinion> returned;  ///< the last time
  std::optional<benchmark::Opinion> approval;
};
BOOST_DESCRIBE_STRUCT(Draft, (), (author, editors, reason, opened_at, saved_at, content, status, returned, approval))

struct Version {
  base::Date from;  ///< first day on which it applies
  law::ListContent content;
  std::string author;
  std::string approved_by;
  std::string published_by;
  base::Instant published_at;
  std::string published_in;               ///< where the public finds it: document number, site
  std::optional<base::Date> replaced_by;  ///< a later publication begins no later: it never applied from then on
};
BOOST_DESCRIBE_STRUCT(Version, (),
                      (from, content, author, approved_by, published_by, published_at, published_in, replaced_by))

/// The stream "regulation/<region>.<kind>".
struct Regulation {
  std::string id;      ///< "23.leniency"
  std::string region;  ///< "23"
  law::ListKind kind = law::ListKind::leniency;
  std::string body;  ///< that makes it
  std::optional<Draft> draft;
  std::vector<Version> versions;  ///< in the order of publication
};
BOOST_DESCRIBE_STRUCT(Regulation, (), (id, region, kind, body, draft, versions))

}  // namespace xiezhi::core::regulation
