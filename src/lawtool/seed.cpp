#include "lawtool/seed.h"

#include <utility>

namespace xiezhi::lawtool {

std::uint64_t Random::next() {
  state_ += 0x9E3779B97F4A7C15ULL;
  std::uint64_t z = state_;
  z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9ULL;
  z = (z ^ (z >> 27)) * 0x94D049BB133111EBULL;
  return z ^ (z >> 31);
}

SeedReport seed_errors(const LawSource& source, const Texts& texts, std::int64_t count, std::uint64_t seed,
                       const std::function<void(std::int64_t)>& progress) {
  Random random(seed);
  std::vector<PlantedError> errors = plantable_errors(source, texts);
  SeedReport out;
  while (out.seeded < count && !errors.empty()) {
    const std::size_t turn = static_cast<std::size_t>(out.seeded) % errors.size();
    if (turn == 0) {
      for (std::size_t i = errors.size() - 1; i > 0; --i) std::swap(errors[i], errors[random.below(i + 1)]);
    }
    const PlantedError& error = errors[turn];
    LawSource spoilt = source;
    error.spoil(spoilt, random);
    ++out.seeded;
    ++out.by_sort[std::string(base::enum_name(error.sort))];
    if (check_law(spoilt, texts).wrong.empty()) {
      out.missed.push_back({std::string(base::enum_name(error.sort)), error.what});
    } else {
      ++out.found;
    }
    progress(out.seeded);
  }
  return out;
}

}  // namespace xiezhi::lawtool
