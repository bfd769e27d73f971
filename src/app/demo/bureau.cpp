#include "app/demo/bureau.h"

#include <algorithm>

#include "app/demo/names.h"
#include "app/founding.h"
#include "base/text.h"
#include "core/org/commands.h"

namespace xiezhi::app::demo {
namespace {

using core::org::Division;
using core::org::DivisionKind;
using core::org::Duty;
using core::org::Rank;

constexpr int kInvestigators = 3;
constexpr int kTeamOfficers = 3;

/// 哈尔滨市道里区, for names that more than one city has.
std::string local_name(const core::org::Divisions& divisions, const Division& division) {
  std::string name;
  for (const Division* step : divisions.path(division.code)) {
    if (step->kind != DivisionKind::province || division.kind == DivisionKind::province) name += step->name;
  }
  return name;
}

/// The characters of a text, each as a string.
std::vector<std::string> characters(std::string_view text) {
  std::vector<std::string> out;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t begin = at;
    base::next_code_point(text, at);
    out.emplace_back(text.substr(begin, at - begin));
  }
  return out;
}

std::string parent_of(const core::org::Divisions& divisions, const Division& division) {
  const auto path = divisions.path(division.code);
  return path.size() < 2 ? "" : path[path.size() - 2]->code;
}

bool has_team(const Bureau& bureau) {
  if (bureau.kind == DivisionKind::city || in_small_set(bureau.code)) return bureau.kind != DivisionKind::province;
  return bureau.kind == DivisionKind::county && std::stoi(bureau.code) % 4 == 0;
}

}  // namespace

bool in_small_set(std::string_view code) {
  return code == "23" || code == "2301" || code == "230102" || code == "230103";
}

Founding::Founding(const core::law::Pack& pack, base::Date day, std::uint64_t seed)
    : pack_(pack),
      day_(day),
      at_{base::Instant::start_of(day).ms + 9 * 3'600'000},
      random_(seed),
      beside_(seed_of(seed, 0x62656e63)) {
  founder_ = std::make_shared<Caller>(Caller{"system", "系统", "", "", "23", {"administrator"}, "staff"});
}

template <typename Command>
void Founding::command(const std::string& stream, const Command& payload) {
  steps_.push_back(step_of(at_, founder_, stream, payload));
  at_.ms += 1'000;
}

// 哈 of 哈尔滨市, 哈里 of 哈尔滨市道里区: the first that no other body has.
std::string Founding::short_name_for(const Division& division) {
  const auto name = characters(division.name);
  if (division.kind == DivisionKind::province) return *short_names_.insert(name.front()).first;
  std::string city;
  for (const Division* step : pack_.divisions().path(division.code)) {
    if (step->kind == DivisionKind::city && step->code != division.code) city = characters(step->name).front();
  }
  // Without 市, 区, 县: of a district its last character as a rule, of a city its first.
  std::vector<std::string> own(name.begin(), name.size() > 1 ? name.end() - 1 : name.end());
  if (division.kind != DivisionKind::city) std::rotate(own.begin(), own.end() - 1, own.end());
  for (const std::string& character : own) {
    if (short_names_.insert(city + character).second) return city + character;
  }
  return *short_names_.insert(city + division.name).first;
}

void Founding::certify(Person& person, const std::string& code) {
  char number[16];
  std::snprintf(number, sizeof number, "%05zu", ++certificates_);
  person.certificate = "演示" + code + number;
  core::org::IssueCertificate issue;
  issue.number = person.certificate;
  issue.kind = "行政执法证";
  issue.valid_from = day_.plus_days(-random_.between(30, 400));
  issue.valid_until = day_.plus_months(12 * random_.between(3, 5));
  command("officer/" + person.id(), issue);
}

Person Founding::appoint(const std::string& body, const Bureau& bureau, Rank rank, std::vector<Duty> duties,
                         bool certified) {
  core::org::RegisterOfficer officer;
  officer.name = person_name(people_++);
  officer.body = body;
  officer.rank = rank;
  officer.duties = duties;
  officer.qualified_in_law = std::find(duties.begin(), duties.end(), Duty::legal_reviewer) != duties.end();
  const std::string rank_name(base::enum_name(rank));
  Caller caller{random_.uuid(at_), officer.name, body, bureau.name, bureau.code, {}, rank_name};
  for (const Duty duty : duties) caller.duties.emplace_back(base::enum_name(duty));
  Person person{std::make_shared<Caller>(std::move(caller)), ""};
  command("officer/" + person.id(), officer);
  if (certified) certify(person, bureau.code);
  return person;
}

Bureau Founding::found_one(const Division& division) {
  Bureau bureau;
  bureau.code = division.code;
  bureau.kind = division.kind;
  const std::string local = local_name(pack_.divisions(), division);
  const bool province = division.kind == DivisionKind::province;
  bureau.name = local + (province ? "应急管理厅" : "应急管理局");
  bureau.place = province ? local : pack_.divisions().find("23")->name + local;
  core::org::RegisterBody body;
  body.name = bureau.name;
  body.level = level_of(division.kind);
  body.division = division.code;
  if (!province) body.parent = parent_of(pack_.divisions(), division);
  body.short_name = short_name_for(division);
  if (division.kind == DivisionKind::zone) {
    body.penalty_authorisation = "演示：省人民政府公布的授权决定";
    // 安全生产法(2021) 第九条第二款: within its authorisation, which names compulsion too.
    body.authorisation_scope = core::org::AuthorisationScope{{"wsl."}, day_, std::nullopt, true};
  }
  command("body/" + bureau.code, body);
  bureau.administrator = appoint(bureau.code, bureau, Rank::staff, {Duty::administrator}, false);
  if (province) founder_ = bureau.administrator.caller;
  bureau.head = appoint(bureau.code, bureau, Rank::head, {Duty::approver}, true);
  bureau.deputy = appoint(bureau.code, bureau, Rank::deputy_head, {Duty::approver}, true);
  bureau.reviewer = appoint(bureau.code, bureau, Rank::staff, {Duty::legal_reviewer}, false);
  bureau.presider = appoint(bureau.code, bureau, Rank::staff, {Duty::hearing_presider}, false);
  bureau.registrar = appoint(bureau.code, bureau, Rank::staff, {Duty::registrar}, false);
  for (int i = 0; i < kInvestigators; ++i) {
    const Rank rank = i == 0 ? Rank::team_leader : Rank::staff;
    bureau.investigators.push_back(appoint(bureau.code, bureau, rank, {Duty::investigator}, true));
  }
  if (has_team(bureau)) entrust(bureau);
  return bureau;
}

// 行政处罚法(2021) 第二十条: in writing, with items and term, and published.
void Founding::entrust(Bureau& bureau) {
  const bool city = bureau.kind == DivisionKind::city;
  const std::string team = bureau.code + "-team";
  core::org::RegisterBody body;
  body.name =
      bureau.name.substr(0, bureau.name.size() - std::string("局").size()) + "综合行政执法" + (city ? "支队" : "大队");
  body.level = level_of(bureau.kind);
  body.kind = core::org::BodyKind::team;
  body.division = bureau.code;
  body.parent = bureau.code;
  command("body/" + team, body);
  core::org::EntrustTeam letter;
  letter.entrustment_id = random_.uuid(at_);
  letter.team = team;
  letter.items = {"wsl."};
  letter.from = day_;
  letter.until = day_.plus_months(36);
  letter.published_on = day_;
  command("body/" + bureau.code, letter);
  for (int i = 0; i < kTeamOfficers; ++i) {
    const Rank rank = i == 0 ? Rank::team_leader : Rank::staff;
    bureau.team.push_back(appoint(team, bureau, rank, {Duty::investigator}, true));
  }
}

std::vector<Bureau> Founding::found(bool small) {
  std::vector<Bureau> bureaus;
  for (const Division& division : pack_.divisions().all()) {
    if (small && !in_small_set(division.code)) continue;
    bureaus.push_back(found_one(division));
  }
  // Drawn apart, so that everything that follows stays as it was without him.
  std::swap(random_, beside_);
  Bureau& province = bureaus.front();
  province.second_reviewer = appoint(province.code, province, Rank::staff, {Duty::legal_reviewer}, false);
  std::swap(random_, beside_);
  return bureaus;
}

}  // namespace xiezhi::app::demo
