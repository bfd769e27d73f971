// Discretion in a case as the desk shows it.
#pragma once

#include "app/view/views.h"
#include "core/casefile/discretion.h"

namespace xiezhi::app {

/// What is stated about one charge against one party, to be explained. Nothing of it is kept.
struct DiscretionRequest {
  std::string party;
  std::string charge;
  std::map<std::string, base::Json> facts;
  std::vector<std::string> circumstances;
  std::vector<core::casefile::Condition> conditions;
};
BOOST_DESCRIBE_STRUCT(DiscretionRequest, (), (party, charge, facts, circumstances, conditions))

struct PastFine {
  std::string case_id;
  std::string decided_on;
  base::Money fine_fen;
  std::optional<std::string> tier;
  std::string division;
};
BOOST_DESCRIBE_STRUCT(PastFine, (), (case_id, decided_on, fine_fen, tier, division))

/// Decisions on the same violation by the same kind of party, the last ones of the province, and where an amount lies
/// among them.
struct ComparableView {
  std::int64_t count = 0;
  base::Money lowest_fen;
  base::Money middle_fen;
  base::Money highest_fen;
  std::int64_t below = 0;      ///< of them, fines less than the recommended one
  std::int64_t same_tier = 0;  ///< weighed to the same tier
  std::vector<PastFine> last;
};
BOOST_DESCRIBE_STRUCT(ComparableView, (), (count, lowest_fen, middle_fen, highest_fen, below, same_tier, last))

struct DiscretionView {
  core::casefile::Explanation explanation;
  std::vector<core::casefile::CircumstanceView> offered;  ///< circumstances of the region's list
  std::vector<std::string> proposed;                      ///< of them, those that the records bear out
  std::optional<core::casefile::Weighing> weighed;        ///< the last weighing of this charge
  ComparableView comparable;
  core::casefile::Combination combination;  ///< with the party's other charges, as they were last weighed
};
BOOST_DESCRIBE_STRUCT(DiscretionView, (), (explanation, offered, proposed, weighed, comparable, combination))

/// Explains discretion for a charge of a case. An unknown charge or party is not found.
QueryResult<DiscretionView> explain_discretion(const core::casefile::CaseFile& state, const DiscretionRequest& request,
                                               const core::law::Pack& pack, base::Date today,
                                               store::Connection& connection);

}  // namespace xiezhi::app
