#include "app/founding.h"

#include "app/account_secret.h"
#include "core/org/commands.h"

namespace xiezhi::app {
namespace {

using base::Err;
using core::org::DivisionKind;

std::string told(const CommandReply& reply) {
  std::string out = reply.message.value_or("the command was not accepted");
  for (const auto& refusal : reply.refusals.value_or(std::vector<core::rule::Refusal>{})) out += " " + refusal.code;
  return out;
}

template <typename Command>
base::Result<base::Unit, std::string> give(Service& service, const Caller& caller, const std::string& stream,
                                           const Command& command) {
  CommandRequest request;
  request.command_id = time_uuid(service.options().clock().ms);
  request.stream = stream;
  request.payload = MUST(base::Json::parse(base::to_json(command)));
  const CommandReply reply = service.execute(caller, std::string(Command::kName), std::move(request));
  if (reply.status != CommandStatus::accepted) return Err{stream + ": " + told(reply)};
  return base::Unit{};
}

}  // namespace

core::org::Level level_of(DivisionKind kind) {
  switch (kind) {
    case DivisionKind::province: return core::org::Level::province;
    case DivisionKind::city: return core::org::Level::city;
    case DivisionKind::county: return core::org::Level::county;
    case DivisionKind::zone: return core::org::Level::zone;
  }
  VERIFY_NOT_REACHED();
}

base::Result<std::string, std::string> found(Service& service, Accounts& accounts, const Founding& founding) {
  const auto* division = service.pack().divisions().find(founding.division);
  if (division == nullptr) return Err{"no division " + founding.division + " in the law pack"};
  const auto bodies = service.bodies();
  if (!bodies.ok()) return Err{bodies.error().message};
  if (!bodies->rows.empty()) return Err{std::string("there are bodies already: their administrators appoint others")};
  if (founding.body.empty() || founding.administrator.empty()) {
    return Err{std::string("the body and the administrator need a name")};
  }
  if (founding.login.empty() || !acceptable(founding.password, founding.login)) {
    return Err{std::string("a password has 10 to 128 characters and is not the name")};
  }

  const std::string officer = time_uuid(service.options().clock().ms);
  Caller caller;
  caller.officer = officer;
  caller.name = founding.administrator;
  caller.body = founding.division;
  caller.body_name = founding.body;
  caller.division = founding.division;
  caller.duties.emplace_back(base::enum_name(core::org::Duty::administrator));
  caller.rank = base::enum_name(core::org::Rank::staff);

  core::org::RegisterBody body;
  body.name = founding.body;
  body.level = level_of(division->kind);
  body.division = founding.division;
  body.short_name = founding.short_name;
  TRY(give(service, caller, "body/" + founding.division, body));
  core::org::RegisterOfficer person;
  person.name = founding.administrator;
  person.body = founding.division;
  person.rank = core::org::Rank::staff;
  person.duties = {core::org::Duty::administrator};
  TRY(give(service, caller, "officer/" + officer, person));
  const auto opened = accounts.create(founding.login, officer, founding.password);
  if (!opened.ok()) return Err{"the body stands, the account does not: xiezhi account add NAME " + officer};
  return officer;
}

}  // namespace xiezhi::app
