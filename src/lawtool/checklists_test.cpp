#include <gtest/gtest.h>

#include "core/law/validate.h"
#include "lawtool/source.h"

namespace xiezhi::lawtool {
namespace {

law::PackFile gardens() {
  law::Instrument garden;
  garden.id = "garden";
  garden.short_title = "园林条例";
  garden.from = base::Date::of(2021, 1, 1);
  law::Instrument old = garden;
  old.id = "garden_old";
  old.from = base::Date::of(2014, 1, 1);
  old.until = base::Date::of(2020, 12, 31);
  law::Violation thirst;
  thirst.id = "g.3.1";
  thirst.penalty.instrument = "garden";
  law::PackFile out;
  out.instruments = {old, garden};
  out.violations = {thirst};
  return out;
}

law::ChecklistItem item(const char* id, std::optional<std::string> violation, std::vector<std::string> basis) {
  law::ChecklistItem out;
  out.id = id;
  out.text = "花木有人浇水";
  out.violation = std::move(violation);
  out.basis = std::move(basis);
  return out;
}

law::Checklist list(std::vector<law::ChecklistItem> items) { return {"roses", "月季种植", {"A01"}, std::move(items)}; }

/// "/items/1/violation pack.unknown_violation", or "" when nothing is wrong with the list.
std::string problem_of(const law::Checklist& source) {
  const auto error = checklist_error(source, gardens());
  if (!error) return "";
  EXPECT_EQ(error->file, "checklist/roses.json");
  return error->error.path + " " + error->error.code;
}

TEST(Checklists, CitePlacesOfTheTextInForceAsPeopleDo) {
  const law::PackFile pack = gardens();
  EXPECT_EQ(read_citation("园林条例 第一百零二条第二款第十一项", pack), (law::Citation{"garden", 102, 2, 11}));
  EXPECT_EQ(read_citation("园林条例 第三条", pack), (law::Citation{"garden", 3, {}, {}}));
  EXPECT_EQ(read_citation("花木条例 第三条第二项", pack), (law::Citation{"", 3, {}, 2}));
  for (const char* wrong :
       {"园林条例", "园林条例 第三条之一", "园林条例 第3条", "园林条例第三条", "园林条例 第三条第零款",
        "园林条例 第三条 ", "园林条例 三条", " 第三条", "园林条例 第三条第一项第二款", ""}) {
    EXPECT_FALSE(read_citation(wrong, pack).has_value()) << wrong;
  }
}

TEST(Checklists, NameTheFileAndTheItemThatIsWrong) {
  EXPECT_EQ(problem_of(list({item("1", "g.3.1", {}), item("2", {}, {"园林条例 第一条"})})), "");
  EXPECT_EQ(problem_of(list({item("1", "g.3.1", {}), item("2", "g.9.9", {})})),
            "/items/1/violation pack.unknown_violation");
  EXPECT_EQ(problem_of(list({item("1", "g.3.1", {}), item("1", "g.3.1", {})})), "/items/1/id pack.duplicate");
  EXPECT_EQ(problem_of(list({item("1", {}, {"园林条例 第1条"})})), "/items/0/basis/0 law.bad_citation");
  EXPECT_EQ(problem_of(list({item("1", {}, {})})), "/items/0 pack.checklist");
  EXPECT_EQ(problem_of(list({})), " pack.checklist");
  law::Checklist wrong = list({item("1", "g.3.1", {})});
  wrong.industries = {"C", "33"};
  EXPECT_EQ(problem_of(wrong), "/industries/1 pack.checklist");
}

TEST(Checklists, OfTheNarrowestIndustryComeFirstAndTheGeneralOneLast) {
  const std::vector<law::Checklist> lists = {{"all", "通用", {}, {}},
                                             {"metal", "金属", {"C33", "C34"}, {}},
                                             {"blank", "通用二", {""}, {}},
                                             {"knives", "刀具", {"C332", "C3391"}, {}},
                                             {"mines", "矿山", {"B"}, {}}};
  const auto ids = [&](const char* industry) {
    std::vector<std::string> out;
    for (const law::Checklist* one : law::checklists_for(lists, industry)) out.push_back(one->id);
    return out;
  };
  EXPECT_EQ(ids("C3391"), (std::vector<std::string>{"knives", "metal", "all", "blank"}));
  EXPECT_EQ(ids("C3399"), (std::vector<std::string>{"metal", "all", "blank"}));
  EXPECT_EQ(ids("3391"), ids("C3391"));
  EXPECT_EQ(ids("06"), (std::vector<std::string>{"mines", "all", "blank"}));
  EXPECT_EQ(ids(""), (std::vector<std::string>{"all", "blank"}));
}

}  // namespace
}  // namespace xiezhi::lawtool
