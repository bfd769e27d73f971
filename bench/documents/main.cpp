// Milliseconds of one processor for a document, once the fonts are loaded: an order with twelve findings on three
// pages.
#include <time.h>

#include <cstdio>
#include <filesystem>

#include "writ/library.h"
#include "writ/press.h"

namespace {

using namespace xiezhi;

constexpr int kRounds = 40;

double milliseconds() {
  timespec now{};
  clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
  return static_cast<double>(now.tv_sec) * 1e3 + static_cast<double>(now.tv_nsec) / 1e6;
}

writ::Facts facts_of(const writ::Template& form) {
  writ::Facts out;
  for (const std::string& name : writ::names_in(form)) out.set(name, "哈尔滨市道里区某某木业有限公司砂光车间");
  for (const char* list : {"findings", "charges", "items", "documents", "evidence", "measures"}) {
    for (int i = 1; i <= 12; ++i) {
      writ::Facts row;
      row.set("index", std::to_string(i));
      row.set("description", "木工车间除尘系统未按规定清理粉尘，作业现场积尘严重，电气设备不符合防爆要求");
      out.list[list].push_back(row);
    }
  }
  return out;
}

}  // namespace

int main() {
  const auto folder = std::filesystem::temp_directory_path() / "xiezhi-bench-font";
  writ::Press press(folder);
  const double begun = milliseconds();
  MUST(press.warm());
  std::fprintf(stderr, "fonts: %.0f ms\n", milliseconds() - begun);
  for (const auto& [kind, form] : writ::Library::built_in().templates()) {
    const writ::Facts facts = facts_of(form);
    MUST(press.print(form, facts, {"XZ1|bench", "某局", "2026-10-09", false}));
    const double start = milliseconds();
    for (int i = 0; i < kRounds; ++i) MUST(press.print(form, facts, {"XZ1|bench", "某局", "2026-10-09", false}));
    const double each = (milliseconds() - start) / kRounds;
    std::printf("{\"bench\":\"document.%s\",\"value\":%.1f,\"unit\":\"ms\",\"peer\":\"aim\",\"peer_value\":50}\n",
                kind.c_str(), each);
  }
  return 0;
}
