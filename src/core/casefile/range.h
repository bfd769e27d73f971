// What the penalty clause allows and demands for one charge against one subject.
#pragma once

#include <optional>
#include <vector>

#include "core/casefile/state.h"
#include "core/law/pack.h"
#include "core/rule/refusal.h"

namespace xiezhi::core::casefile {

/// The lawful amounts of a fine. `known` is false when a fact is missing that the clause reckons from (gains, income).
struct FineRange {
  base::Money min;
  base::Money max;
  bool known = true;
  bool due = true;  ///< false where the clause leaves the choice (可以, 单处或者并处)
};

/// The part of a penalty clause that holds for the facts of a charge.
struct Clause {
  std::vector<const law::Branch*> branches;
  std::optional<FineRange> fine;
  std::vector<const law::Measure*> measures;  ///< penalties other than fines, ours to decide or not
};

/// Whether a clause that speaks of `named` strikes a party who is `subject`.
bool clause_strikes(law::Subject named, law::Subject subject);

/// Class of an accident: larger, major, extraordinary, else general (生产安全事故报告和调查处理条例 第三条:
/// 以上包括本数).
law::Trigger accident_class(const AccidentToll& toll, const law::Pack& pack, base::Date on, std::string_view division);

/// All triggers that hold for a charge: those stated, and those that follow from toll and gains.
std::vector<law::Trigger> triggers_of(const Charge& charge, const law::Pack& pack, std::string_view division);

/// The clause for a charge and subject. A later branch with a fine replaces the fine of an earlier one
/// (逾期未改正的，处……).
Clause clause_for(const law::Violation& violation, law::Subject subject, const Charge& charge, const law::Pack& pack,
                  std::string_view division);

/// The heaviest ban that holds for the facts and that the department decides: for life, else for the most years; or
/// null.
const law::Measure* strictest_ban(const Clause& clause);

/// What a daily penalty comes to, to the fen: the original fine for each day from the day after the order. Unknown
/// without its basis, where the violation that was fined is not one of 安全生产法, and where no day has passed.
// 安全生产法(2021) 第一百一十二条第一款.
FineRange daily_range(const Charge& charge, const law::Pack& pack, std::string_view division);

/// Whether a kind is paid as a fine: it counts in the total, and the additional fine runs on it.
bool paid_as_fine(law::MeasureKind kind);

/// The sum of what is paid as a fine.
base::Money total_fine(const std::vector<Sanction>& sanctions);

/// Whether a measure is a penalty at all (行政处罚法 第九条), not an order or a sanction of service law.
bool is_penalty(law::MeasureKind kind);
/// Whether the department itself decides it (安全生产法 第一百一十五条).
bool decided_by_department(const law::Measure& measure);
/// Whether the clause is the department's at all: false for 依照有关法律处罚 and service-law sanctions alone.
bool has_own_penalty(const law::Violation& violation);
/// Gains that must be confiscated (行政处罚法 第二十八条第二款).
base::Money gains_to_confiscate(const Charge& charge);

/// Whether a kind of penalty is heavy whatever its amount (行政处罚法 第六十三条第一款第三项、第四项).
bool heavy_by_kind(law::MeasureKind kind);

/// Whether sanctions give the right to a hearing (行政处罚法 第六十三条第一款).
bool hearing_required(const std::vector<Sanction>& sanctions, dossier::PartyKind kind, const law::Pack& pack,
                      base::Date on, std::string_view division);

}  // namespace xiezhi::core::casefile
