#include "app/demo/bureau.h"
#include "app/demo/holdings.h"
#include "app/demo/names.h"
#include "core/dossier/commands.h"

namespace xiezhi::app::demo {
namespace {

constexpr int kCapitals[] = {50, 100, 200, 300, 500, 800, 1000, 2000, 5000};

/// 哈尔滨 of 哈尔滨市, 道里 of 道里区: what enterprises put before their names.
std::string short_name(const core::org::Division& division) {
  return division.short_names && !division.short_names->empty() ? division.short_names->front() : division.name;
}

}  // namespace

void Founding::register_firms(Bureau& bureau, std::size_t count) {
  const core::org::Division& division = *pack_.divisions().find(bureau.code);
  const base::Instant begin{base::Instant::start_of(day_.plus_days(1)).ms + 9 * 3'600'000};
  if (at_ < begin) at_ = begin;
  for (std::size_t i = 0; i < count; ++i) {
    const Trade& trade = pick_trade(random_);
    Firm firm;
    firm.name = enterprise_name(short_name(division), trade, random_);
    firm.credit_code = credit_code(bureau.code, ++firms_);
    firm.division = bureau.code;
    firm.workplace = trade.workplace;
    firm.representative = person_name(2'000 + random_.below(3'000));
    firm.id = random_.uuid(at_);
    core::dossier::RegisterEnterprise command;
    command.name = firm.name;
    command.credit_code = firm.credit_code;
    command.type = "有限责任公司";
    command.industry = trade.industry;
    command.scope = trade.scope;
    command.registered_on = day_.plus_days(-random_.between(200, 7'000));
    command.registered_capital = std::to_string(random_.pick(kCapitals)) + "万元人民币";
    command.address = bureau.place + street_address(random_);
    command.division = bureau.code;
    command.legal_representative = core::rule::Personal{firm.representative};
    command.phone = core::rule::Personal{"0000" + std::to_string(1'000'000 + firms_)};
    firm.operating = i % 25 != 24;
    if (!firm.operating) command.status = core::dossier::Status::suspended;
    steps_.push_back(step_of(at_, bureau.registrar.caller, "enterprise/" + firm.id, command));
    for (Step& step : holdings_of(firm.id, firms_, bureau.code, at_, bureau.registrar.caller)) {
      steps_.push_back(std::move(step));
    }
    at_.ms += 1'000;
    bureau.firms.push_back(std::move(firm));
  }
}

}  // namespace xiezhi::app::demo
