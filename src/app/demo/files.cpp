#include "app/demo/files.h"

#include "app/demo/tales.h"

namespace xiezhi::app::demo {
namespace {

constexpr std::size_t kFirmsOfCounty = 40;
constexpr std::size_t kFirmsOfShownCounty = 150;
constexpr std::size_t kFirmsOfSmallCounty = 34;
constexpr std::size_t kEverydayFiles = 2;  ///< of a county that is not shown

bool is_shown(std::string_view code) { return code == "230102" || code == "230103"; }

bool keeps_files(const Bureau& bureau) { return bureau.kind == core::org::DivisionKind::county; }

class Teller {
 public:
  Teller(const Stage& stage, std::uint64_t seed) : stage_(stage), seed_(seed) {}

  void tell(const NamedTale& tale, const Bureau& bureau) {
    const std::uint64_t seed = seed_of(seed_, told_++);
    Random random(seed);
    const int ago = random.between(tale.ago_least, tale.ago_most);
    auto steps = place(stage_, {&bureau, &next_firm(bureau), tale.by_team}, seed, ago, tale.tell);
    steps_.insert(steps_.end(), std::make_move_iterator(steps.begin()), std::make_move_iterator(steps.end()));
  }
  std::vector<Step> take_steps() { return std::move(steps_); }

 private:
  const Firm& next_firm(const Bureau& bureau) {
    std::size_t& next = next_firm_[bureau.code];
    while (!bureau.firms.at(next).operating) ++next;
    return bureau.firms[next++];
  }

  const Stage& stage_;
  std::uint64_t seed_;
  std::uint64_t told_ = 0;
  std::map<std::string, std::size_t> next_firm_;
  std::vector<Step> steps_;
};

std::vector<const NamedTale*> all_tales() {
  std::vector<const NamedTale*> tales;
  for (const auto& list : {inspection_tales(), case_tales()}) {
    for (const NamedTale& tale : list) tales.push_back(&tale);
  }
  return tales;
}

std::vector<const NamedTale*> everyday_tales() {
  std::vector<const NamedTale*> tales = all_tales();
  std::erase_if(tales, [](const NamedTale* tale) { return !tale->everyday; });
  return tales;
}

/// One tale of every kind, in turn.
std::vector<Step> small_steps(const Stage& stage, const std::vector<Bureau>& bureaus, std::uint64_t seed) {
  Teller teller(stage, seed);
  std::vector<const Bureau*> counties;
  for (const Bureau& bureau : bureaus) {
    if (keeps_files(bureau)) counties.push_back(&bureau);
  }
  std::size_t turn = 0;
  for (const NamedTale* tale : all_tales()) teller.tell(*tale, *counties[turn++ % counties.size()]);
  return teller.take_steps();
}

}  // namespace

std::size_t firms_of(const Bureau& bureau, bool small) {
  if (!keeps_files(bureau)) return 0;
  if (small) return kFirmsOfSmallCounty;
  return is_shown(bureau.code) ? kFirmsOfShownCounty : kFirmsOfCounty;
}

std::vector<Step> file_steps(const Stage& stage, const std::vector<Bureau>& bureaus, std::uint64_t seed, bool small) {
  if (small) return small_steps(stage, bureaus, seed);
  Teller teller(stage, seed);
  const auto all = all_tales();
  const auto everyday = everyday_tales();
  std::size_t any = 0;
  std::size_t usual = 0;
  for (const Bureau& bureau : bureaus) {
    if (is_shown(bureau.code)) {
      for (const NamedTale* tale : all) teller.tell(*tale, bureau);
    } else if (keeps_files(bureau)) {
      teller.tell(*all[any++ % all.size()], bureau);
      for (std::size_t i = 0; i < kEverydayFiles; ++i) teller.tell(*everyday[usual++ % everyday.size()], bureau);
    }
  }
  return teller.take_steps();
}

}  // namespace xiezhi::app::demo
