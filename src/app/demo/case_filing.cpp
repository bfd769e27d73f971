// A case's tale from its filing to the end of the investigation.
#include "app/demo/case_tale.h"

namespace xiezhi::app::demo {
namespace {

namespace casefile = core::casefile;

struct Piece {
  casefile::EvidenceKind kind;
  const char* caption;
};
constexpr Piece kPieces[] = {{casefile::EvidenceKind::site_record, "现场检查记录"},
                             {casefile::EvidenceKind::audiovisual, "现场照片（演示图）"},
                             {casefile::EvidenceKind::party_statement, "主要负责人询问笔录"},
                             {casefile::EvidenceKind::documentary, "企业安全管理台账复印件"}};

}  // namespace

CaseTale::CaseTale(Story& story) : story_(story), id_(story.id()), stream_("case/" + id_) {}

void CaseTale::add_unit() {
  casefile::PartyInput unit;
  unit.id = "party-1";
  unit.name = story_.firm().name;
  unit.credit_code = story_.firm().credit_code;
  unit.enterprise = story_.firm().id;
  parties_.push_back({std::move(unit), {}, {}, ""});
}

void CaseTale::add_charge(const std::string& violation, const std::string& facts, base::Date until,
                          const std::string& party) {
  casefile::Charge charge;
  charge.id = "charge-" + std::to_string(charges_.size() + 1);
  charge.violation = violation;
  charge.act = "act-" + std::to_string(charges_.size() + 1);
  charge.facts = facts;
  charge.parties = {party};
  charge.act_from = until.plus_days(-story_.random().between(3, 60));
  charge.act_until = until;
  charges_.push_back(std::move(charge));
}

void CaseTale::add_principal(base::Date until) {
  casefile::PartyInput person;
  person.id = "party-2";
  person.kind = core::dossier::PartyKind::person;
  person.person_name = core::rule::Personal{story_.firm().representative};
  person.subject = core::law::Subject::principal;
  person.age = story_.random().between(30, 62);
  parties_.push_back({std::move(person), {}, {}, ""});
  add_charge("wsl.94.p1", "主要负责人未组织制定并实施本单位安全生产教育和培训计划", until, "party-2");
}

void CaseTale::file_with(casefile::FileCase command, const std::string& inspection) {
  command.body = story_.bureau().code;
  command.division = story_.firm().division;
  command.investigators = story_.officer_ids();
  command.charges = charges_;
  std::int64_t from_findings = 0;
  for (const Party& party : parties_) command.parties.push_back(party.input);
  for (const casefile::Charge& charge : charges_) from_findings += charge.finding ? 1 : 0;
  Step& step = act(story_.bureau().head, command);
  if (inspection.empty()) return;
  step.also = inspection;
  step.also_events = from_findings;
}

void CaseTale::file(const InspectionTale& inspection, std::vector<core::law::Trigger> triggers) {
  const base::Date today = story_.today();
  add_unit();
  for (const InspectionTale::Found& found : inspection.found()) {
    add_charge(found.hazard->violation, story_.firm().workplace + std::string("：") + found.hazard->description, today,
               "party-1");
    charges_.back().finding = found.id;
    charges_.back().triggers = triggers;
  }
  if (with_principal_) add_principal(today);
  casefile::FileCase command;
  command.source = casefile::Source::inspection;
  command.reference = "监督检查发现";
  command.inspection = inspection.id();
  command.discovered_on = today;
  file_with(std::move(command), inspection.stream());
}

void CaseTale::file_complaint(const Hazard& hazard) {
  add_unit();
  add_charge(hazard.violation, hazard.description, story_.today(), "party-1");
  casefile::FileCase command;
  command.source = casefile::Source::complaint;
  command.reference = "群众举报线索（演示）";
  command.discovered_on = story_.today();
  file_with(std::move(command), "");
}

void CaseTale::collect(int pieces) {
  for (int i = 0; i < pieces; ++i) {
    const Piece& piece = kPieces[static_cast<std::size_t>(i) % std::size(kPieces)];
    casefile::CollectEvidence command;
    command.id = story_.id();
    command.kind = piece.kind;
    command.caption = piece.caption;
    if (piece.kind == casefile::EvidenceKind::audiovisual) command.sha256 = story_.picture();
    for (const casefile::Charge& charge : charges_) command.charges.push_back(charge.id);
    command.officers = story_.officer_ids();
    command.certificates_shown = true;
    command.lawful_means = true;
    evidence_.push_back(command.id);
    act(story_.first(), command);
  }
}

// 行政处罚法(2021) 第五十六条.
void CaseTale::preserve() {
  casefile::PreserveEvidence command;
  command.id = story_.id();
  command.items = "安全教育培训台账2册、设备检测记录1册";
  command.approved_by = story_.bureau().head.id();
  preservation_ = command.id;
  act(story_.first(), command);
}

void CaseTale::dispose() {
  act(story_.first(), casefile::DisposePreservation{preservation_, "复制后退还当事人", true});
}

void CaseTale::end_investigation(casefile::Character character) {
  for (const std::string& id : evidence_) {
    act(story_.second(), casefile::VerifyEvidence{id, true, "与原件核对一致"});
  }
  act(story_.first(), casefile::EndInvestigation{character, "违法事实清楚，证据确凿，建议依法处理"});
}

void CaseTale::terminate() { act(story_.bureau().head, casefile::TerminateCase{"当事人已注销，案件无法继续调查"}); }

}  // namespace xiezhi::app::demo
