// law/wording/zh-CN.json against what the core can say.
#include <fstream>
#include <set>
#include <sstream>

#include "core/benchmark/proof.h"
#include "core/dossier/credit_code.h"
#include "core/engine/commands.h"
#include "core/regulation/check.h"
#include "runner.h"

namespace xiezhi::case_runner {
namespace {

struct RefusalWording {
  std::string title;
  std::string text;     ///< with {fact} placeholders
  std::string instead;  ///< what to do now
};
BOOST_DESCRIBE_STRUCT(RefusalWording, (), (title, text, instead))

struct Wording {
  std::map<std::string, RefusalWording> refusals;
  std::map<std::string, std::string> commands;
  std::map<std::string, std::string> events;
  std::map<std::string, std::map<std::string, std::string>> enums;  ///< "law.MeasureKind" → enumerator → words
  std::map<std::string, std::string> facts;  ///< how a fact is shown: text, date, fen, officer, enum law.MeasureKind
};
BOOST_DESCRIBE_STRUCT(Wording, (), (refusals, commands, events, enums, facts))

using Names = std::set<std::string>;

template <typename Enum>
void add_enum(const std::string& name, std::map<std::string, Names>& out) {
  boost::mp11::mp_for_each<boost::describe::describe_enumerators<Enum>>(
      [&](auto enumerator) { out[name].insert(enumerator.name); });
}

std::map<std::string, Names> enums_of_core() {
  namespace core = xiezhi::core;
  std::map<std::string, Names> out;
  add_enum<core::rule::Severity>("rule.Severity", out);
  add_enum<core::org::Level>("org.Level", out);
  add_enum<core::org::BodyKind>("org.BodyKind", out);
  add_enum<core::org::Duty>("org.Duty", out);
  add_enum<core::org::Rank>("org.Rank", out);
  add_enum<core::dossier::Status>("dossier.Status", out);
  add_enum<core::dossier::PartyKind>("dossier.PartyKind", out);
  add_enum<core::dossier::CreditCodeFault>("dossier.CreditCodeFault", out);
  add_enum<core::dossier::LicenceKind>("dossier.LicenceKind", out);
  add_enum<core::dossier::LicenceEnd>("dossier.LicenceEnd", out);
  add_enum<core::dossier::SourceGrade>("dossier.SourceGrade", out);
  add_enum<core::dossier::KeyRole>("dossier.KeyRole", out);
  add_enum<core::dossier::RiskGrade>("dossier.RiskGrade", out);
  add_enum<core::inspection::TriggerKind>("inspection.TriggerKind", out);
  add_enum<core::inspection::ItemResult>("inspection.ItemResult", out);
  add_enum<core::inspection::FindingStatus>("inspection.FindingStatus", out);
  add_enum<core::inspection::MeasureKind>("inspection.MeasureKind", out);
  add_enum<core::inspection::SupplyKind>("inspection.SupplyKind", out);
  add_enum<core::inspection::TestingKind>("inspection.TestingKind", out);
  add_enum<core::casefile::Source>("casefile.Source", out);
  add_enum<core::casefile::EvidenceKind>("casefile.EvidenceKind", out);
  add_enum<core::casefile::Ruling>("casefile.Ruling", out);
  add_enum<core::casefile::Condition>("casefile.Condition", out);
  add_enum<core::casefile::Reduction>("casefile.Reduction", out);
  add_enum<core::casefile::Correction>("casefile.Correction", out);
  add_enum<core::casefile::Designation>("casefile.Designation", out);
  add_enum<core::casefile::ServiceMethod>("casefile.ServiceMethod", out);
  add_enum<core::casefile::PaymentChannel>("casefile.PaymentChannel", out);
  add_enum<core::casefile::RemedyKind>("casefile.RemedyKind", out);
  add_enum<core::casefile::RemedyOutcome>("casefile.RemedyOutcome", out);
  add_enum<core::casefile::ReferralOutcome>("casefile.ReferralOutcome", out);
  add_enum<core::casefile::ExecutionEnd>("casefile.ExecutionEnd", out);
  add_enum<core::casefile::ClosureItem>("casefile.ClosureItem", out);
  add_enum<core::benchmark::DraftStatus>("benchmark.DraftStatus", out);
  add_enum<core::benchmark::Flaw>("benchmark.Flaw", out);
  add_enum<core::regulation::Fault>("regulation.Fault", out);
  add_enum<core::law::ListKind>("law.ListKind", out);
  add_enum<core::law::Effect>("law.Effect", out);
  add_enum<core::law::Subject>("law.Subject", out);
  add_enum<core::law::Trigger>("law.Trigger", out);
  add_enum<core::law::MeasureKind>("law.MeasureKind", out);
  add_enum<core::law::Decider>("law.Decider", out);
  add_enum<core::law::Provenance>("law.Provenance", out);
  return out;
}

Names commands_of_core() {
  Names out;
  boost::mp11::mp_for_each<boost::mp11::mp_transform<boost::mp11::mp_identity, core::engine::Commands>>(
      [&](auto command) { out.emplace(decltype(command)::type::kName); });
  return out;
}

Names events_of_core() {
  Names out{std::string(core::rule::AdvicePassed::kType)};
  boost::mp11::mp_for_each<boost::mp11::mp_transform<boost::mp11::mp_identity, core::engine::Events>>(
      [&](auto event) { out.emplace(decltype(event)::type::kType); });
  return out;
}

std::vector<std::string> placeholders(const std::string& text) {
  std::vector<std::string> out;
  for (std::size_t at = text.find('{'); at != std::string::npos; at = text.find('{', at + 1)) {
    out.push_back(text.substr(at + 1, text.find('}', at) - at - 1));
  }
  return out;
}

class Check {
 public:
  Check(std::string file, std::vector<Failure>& failures) : file_(std::move(file)), failures_(failures) {}

  void that(bool holds, const std::string& message) {
    ++made;
    if (!holds) failures_.push_back({file_, 0, "wording", message});
  }

  template <typename Map>
  void same_names(const Names& wanted, const Map& worded, const std::string& what) {
    for (const std::string& name : wanted) that(worded.contains(name), what + " " + name + " has no words");
    for (const auto& [name, words] : worded) that(wanted.contains(name), what + " " + name + " is not in the core");
  }

  std::size_t made = 0;

 private:
  std::string file_;
  std::vector<Failure>& failures_;
};

void check_placeholders(const Wording& wording, const SeenFacts& seen, Check& check) {
  for (const auto& [code, words] : wording.refusals) {
    check.that(!words.title.empty() && !words.text.empty() && !words.instead.empty(), code + " has an empty text");
    const auto facts = seen.find(code);
    if (facts == seen.end()) continue;
    for (const std::string& name : placeholders(words.title + words.text + words.instead)) {
      for (const auto& given : facts->second)
        check.that(given.contains(name), code + " is refused without {" + name + "}");
    }
    for (const auto& given : facts->second) {
      for (const auto& [name, value] : given) check.that(wording.facts.contains(name), "fact " + name + " has no form");
    }
  }
}

}  // namespace

std::size_t check_wording(const std::string& file, const SeenFacts& seen, std::vector<Failure>& failures) {
  Check check(file, failures);
  std::ifstream in(file, std::ios::binary);
  std::stringstream bytes;
  bytes << in.rdbuf();
  const auto wording = base::parse_json<Wording>(bytes.str());
  if (!wording.ok()) {
    check.that(false, wording.error().path + ": " + wording.error().message);
    return check.made;
  }
  Names codes;
  for (const auto& guard : core::engine::list_guards()) codes.insert(guard.code);
  check.same_names(codes, wording->refusals, "refusal");
  check.same_names(commands_of_core(), wording->commands, "command");
  check.same_names(events_of_core(), wording->events, "event");
  const auto enums = enums_of_core();
  for (const auto& [name, names] : enums) {
    const auto worded = wording->enums.find(name);
    check.that(worded != wording->enums.end(), "enum " + name + " has no words");
    if (worded != wording->enums.end()) check.same_names(names, worded->second, name);
  }
  for (const auto& [name, words] : wording->enums)
    check.that(enums.contains(name), "enum " + name + " is not in the core");
  check_placeholders(*wording, seen, check);
  return check.made;
}

}  // namespace xiezhi::case_runner
