// The steps of a case, as a tale tells them. Every party goes the same way.
#pragma once

#include <map>

#include "app/demo/inspection_tale.h"
#include "core/casefile/commands.h"

namespace xiezhi::app::demo {

class CaseTale {
 public:
  explicit CaseTale(Story& story);

  /// From findings of an inspection that has been put to the enterprise.
  void file(const InspectionTale& inspection, std::vector<core::law::Trigger> triggers = {});
  /// From elsewhere: there is no inspection.
  void file_complaint(const Hazard& hazard);
  /// Before file: the unit's head answers as well, for his own duties (安全生产法 第九十四条).
  void with_principal() { with_principal_ = true; }
  void collect(int pieces);
  void preserve();
  void dispose();
  void end_investigation(core::casefile::Character character = {});
  /// States facts by which the amount comes to about `percent` of the way from the least fine to the most: at most
  /// that, or at least. Nothing for a charge without a benchmark.
  void weigh(int percent, bool at_least = false);
  /// Fines as they were weighed, else at a hundredth part of the way from least to most.
  void notice(int percent);
  void waive();
  void defend();
  void review_defence(bool adopted);
  void request_hearing();
  void notify_hearing();
  void hold_hearing();
  void review();
  void deliberate();
  void refer();
  void decide();
  void decide_no_penalty();
  void decide_summarily(const Hazard& hazard);
  void report_summary();
  void serve();
  void disclose();
  void pay();
  void defer(int days);
  void demand();
  void remedy();
  void end_remedy();
  void revoke();
  void withdraw_disclosure();
  void terminate();
  void close();

  /// The days of the notice are over.
  void wait_for_answer();
  /// The last day to pay.
  [[nodiscard]] base::Date pay_by() const;

 private:
  struct Party {
    core::casefile::PartyInput input;
    std::vector<core::casefile::Sanction> sanctions;
    core::casefile::Track track;  ///< decision, service and remedies, for the balance
    std::string pending;          ///< id of the defence or remedy under way
  };

  void add_unit();
  void add_charge(const std::string& violation, const std::string& facts, base::Date until, const std::string& party);
  void add_principal(base::Date until);
  void file_with(core::casefile::FileCase command, const std::string& inspection);
  [[nodiscard]] std::vector<core::casefile::Sanction> sanctions_of(const Party& party, int percent) const;
  [[nodiscard]] std::vector<core::casefile::ChargeVerdict> verdicts_of(const Party& party,
                                                                       core::casefile::Ruling ruling) const;
  [[nodiscard]] core::casefile::RemedyStatement remedies(bool reconsideration_first) const;
  [[nodiscard]] bool hearing_due(const Party& party) const;
  [[nodiscard]] std::int64_t figure(const char* key) const;
  template <typename Command>
  Step& act(const Person& who, const Command& command) {
    return story_.act(who, stream_, command);
  }

  Story& story_;
  std::string id_;
  std::string stream_;
  bool with_principal_ = false;
  std::vector<core::casefile::Charge> charges_;
  std::vector<Party> parties_;
  std::map<std::string, base::Money> weighed_;  ///< by charge
  std::vector<std::string> evidence_;
  std::string preservation_;
  base::Date hearing_on_;
};

}  // namespace xiezhi::app::demo
