// A case's tale after the decision.
#include <algorithm>

#include "app/demo/case_tale.h"
#include "core/casefile/fine.h"

namespace xiezhi::app::demo {
namespace {

namespace casefile = core::casefile;

}  // namespace

void CaseTale::serve() {
  for (Party& party : parties_) {
    party.track.service = casefile::ServiceRecord{casefile::ServiceMethod::direct, story_.now()};
    act(story_.first(), casefile::ServeDecision{party.input.id, casefile::ServiceMethod::direct});
  }
}

void CaseTale::disclose() {
  for (const Party& party : parties_) {
    if (party.input.kind != core::dossier::PartyKind::unit) continue;
    act(story_.first(), casefile::DiscloseDecision{party.input.id});
  }
}

base::Date CaseTale::pay_by() const {
  const auto last = casefile::pay_by(parties_.front().track, story_.today(), story_.pack(), story_.firm().division);
  VERIFY(last.has_value());
  return *last;
}

/// All that is due today, with what lateness added.
void CaseTale::pay() {
  for (const Party& party : parties_) {
    const auto balance = casefile::balance_on(party.track, story_.today(), story_.pack(), story_.firm().division);
    casefile::RecordPayment command;
    command.party = party.input.id;
    command.amount_fen = balance.due_fen;
    command.paid_on = story_.today();
    command.receipt = "演示票据" + std::to_string(story_.random().between(100'000, 999'999));
    act(story_.first(), command);
  }
}

// 行政处罚法(2021) 第六十六条第二款.
void CaseTale::defer(int days) {
  for (Party& party : parties_) {
    casefile::ApproveDeferral command;
    command.party = party.input.id;
    command.until = story_.today().plus_days(days);
    command.applied_for = true;
    command.reason = "当事人确有经济困难，申请延期缴纳";
    party.track.deferrals = {casefile::Deferral{story_.today(), command.until, {}}};
    act(story_.bureau().head, command);
  }
}

void CaseTale::demand() {
  for (const Party& party : parties_) {
    const auto balance = casefile::balance_on(party.track, story_.today(), story_.pack(), story_.firm().division);
    casefile::ServeDemand command;
    command.party = party.input.id;
    command.pay_by = story_.today().plus_days(static_cast<int>(figure("payment.days")));
    command.manner = "到决定书载明的银行缴款，或者通过电子支付系统缴款";
    command.amount_fen = balance.due_fen;
    command.defence_offered = true;
    act(story_.first(), command);
  }
}

void CaseTale::remedy() {
  Party& party = parties_.front();
  party.pending = story_.id();
  casefile::RecordRemedy command;
  command.id = party.pending;
  command.party = party.input.id;
  command.kind = casefile::RemedyKind::reconsideration;
  command.from = story_.today();
  party.track.remedies.push_back({command.id, command.kind, command.from, std::nullopt, ""});
  act(story_.first(), command);
}

void CaseTale::end_remedy() {
  Party& party = parties_.front();
  party.track.remedies.back().until = story_.today();
  casefile::EndRemedy command;
  command.party = party.input.id;
  command.remedy = party.pending;
  command.until = story_.today();
  command.result = "维持原行政处罚决定";
  act(story_.first(), command);
}

void CaseTale::revoke() {
  act(story_.bureau().head,
      casefile::RevokeDecision{parties_.front().input.id, "经复核，认定事实的主要证据不足，自行撤销"});
}

void CaseTale::withdraw_disclosure() {
  act(story_.first(), casefile::WithdrawDisclosure{parties_.front().input.id, "行政处罚决定已撤销，撤回公示信息"});
}

void CaseTale::report_summary() { act(story_.first(), casefile::ReportSummary{"当场处罚决定已报所属机关备案"}); }

void CaseTale::close() { act(story_.bureau().head, casefile::CloseCase{"处罚决定执行完毕，予以结案"}); }

}  // namespace xiezhi::app::demo
