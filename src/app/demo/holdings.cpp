#include "app/demo/holdings.h"

#include "app/demo/names.h"
#include "core/dossier/holding_commands.h"

namespace xiezhi::app::demo {
namespace {

using namespace core::dossier;

constexpr std::uint64_t kSeed = 0xD0551E5;
constexpr int kLicenceMonths = 36;
constexpr const char* kSources[] = {"液氨储罐区", "甲醇储罐区", "液化石油气储罐区", "氧气汇流排间"};
struct Reason {
  RiskGrade grade;
  const char* text;
};
constexpr Reason kReasons[] = {{RiskGrade::a, "构成重大危险源，涉及有限空间、动火等高风险作业"},
                               {RiskGrade::b, "近三年发现过重大事故隐患，已经整改，需要重点监督"},
                               {RiskGrade::c, "涉及一般危险作业，双重预防机制运行正常"},
                               {RiskGrade::c, "从业人员较多，现场管理有待加强"},
                               {RiskGrade::d, "工艺简单，作业风险低，近三年没有处罚"},
                               {RiskGrade::d, "规模小，管理规范"}};

class Gathering {
 public:
  Gathering(std::string stream, base::Instant at, CallerPtr registrar)
      : stream_(std::move(stream)), at_(at), registrar_(std::move(registrar)) {}

  template <typename Command>
  void add(const Command& command) {
    at_.ms += 20;
    steps.push_back(step_of(at_, registrar_, stream_, command));
  }
  std::vector<Step> steps;

 private:
  std::string stream_;
  base::Instant at_;
  CallerPtr registrar_;
};

/// Some terms are over, some end within the months to come.
void add_licence(Gathering& out, Random& random, LicenceKind kind, const char* id, const char* words, base::Date day,
                 std::size_t numbered) {
  RecordLicence command;
  command.licence_id = id;
  command.kind = kind;
  command.number =
      "（演示）" + std::string(words) + "〔" + std::to_string(day.year()) + "〕" + std::to_string(numbered);
  command.issuer = "黑龙江省应急管理厅";
  command.valid_from = day.plus_days(-random.between(0, 1'120));
  command.valid_until = command.valid_from.plus_months(kLicenceMonths);
  out.add(command);
}

void add_person(Gathering& out, Random& random, KeyRole role, const char* id, base::Date day, std::size_t numbered) {
  RecordKeyPerson command;
  command.person_id = id;
  command.role = role;
  command.name = {person_name(random.below(5'000))};
  command.qualification = "演示" + std::to_string(100'000 + numbered * 10 + out.steps.size());
  command.valid_until = day.plus_days(random.between(-60, 1'000));
  out.add(command);
}

}  // namespace

std::vector<Step> holdings_of(const std::string& firm, std::size_t numbered, const std::string& division,
                              base::Instant at, const CallerPtr& registrar) {
  Random random(seed_of(kSeed, numbered));
  Gathering out("enterprise/" + firm, at, registrar);
  const base::Date day = at.date();
  const bool grave = random.chance(20);
  if (grave) {
    add_licence(out, random, LicenceKind::safety_production, "licence-1", "安许证字", day, numbered);
    RecordHazardSource source;
    source.source_id = "source-1";
    source.name = random.pick(kSources);
    source.grade = random.chance(30) ? SourceGrade::third : SourceGrade::fourth;
    source.assessed_on = day.plus_days(-random.between(60, 900));
    if (random.chance(70)) {
      source.filed_on = source.assessed_on.plus_days(random.between(5, 50));
      source.filed_number = "BA" + division + "（演示）" + std::to_string(numbered);
    }
    out.add(source);
    add_person(out, random, KeyRole::special_worker, "person-3", day, numbered);
  } else if (random.chance(25)) {
    add_licence(out, random, LicenceKind::chemicals_operation, "licence-1", "危化经字", day, numbered);
  }
  add_person(out, random, KeyRole::principal, "person-1", day, numbered);
  add_person(out, random, KeyRole::safety_manager, "person-2", day, numbered);
  const Reason& reason = grave ? kReasons[random.below(2)] : kReasons[2 + random.below(4)];
  out.add(GradeEnterprise{reason.grade, reason.text});
  return std::move(out.steps);
}

}  // namespace xiezhi::app::demo
