#include "cli/commands.h"

#include <cstdio>
#include <span>

#include "cli/demo.h"
#include "cli/dmn.h"
#include "cli/journal_command.h"
#include "cli/law_guards.h"
#include "cli/law_tool.h"
#include "cli/ledger_import.h"
#include "cli/privacy.h"
#include "cli/rebuild.h"
#include "http/openapi_command.h"
#include "server/server.h"

namespace xiezhi::cli {
namespace {

using Arguments = std::span<const std::string>;

struct Subcommand {
  const char* group;  ///< first word
  const char* name;   ///< second word, or "" for a subcommand of one word
  int (*run)(Arguments);
  const char* help;
};

constexpr Subcommand kSubcommands[] = {
    {"serve", "", server::serve, "--data DIR --web DIR --law PACK [--database ADDRESS] [--listen HOST:PORT]"},
    {"found", "", server::found, "DIVISION BODY ADMINISTRATOR LOGIN --law PACK [--data DIR] [--database ADDRESS]"},
    {"account", "", server::account, "add NAME OFFICER | password NAME | disable NAME --database ADDRESS"},
    {"demo", "", demo, "--data DIR --law PACK [--database ADDRESS] [--small]"},
    {"ledger", "import", ledger_import, "FILE --database ADDRESS [--dry-run] [--map COLUMN=HEADER,…] [--report FILE]"},
    {"journal", "verify", journal_verify, "--database ADDRESS"},
    {"rebuild", "", rebuild, "--database ADDRESS --law PACK [--check]"},
    {"privacy", "find", privacy_find, "--database ADDRESS"},
    {"privacy", "erase", privacy_erase, "--database ADDRESS --stream STREAM --by OFFICER --reason TEXT [--only-value]"},
    {"backup", "", backup, "--database ADDRESS --to FILE"},
    {"law", "build", law_build, "[--law DIR] --out FILE"},
    {"law", "check", law_check, "[--law DIR] --texts DIR [--seed-errors N]"},
    {"law", "items", law_items, "[check] [--law DIR] [--on DAY] [--markdown] [--items FILE]"},
    {"law", "match", law_match, "TEXT [--top N] [--on DAY] [--law DIR | --pack FILE]"},
    {"law", "penalty", law_penalty, "--violation ID --facts FILE.json [--law DIR | --pack FILE]"},
    {"law", "prove", law_prove, "[FILE.dmn…] [--use VIOLATION:SUBJECT:STAGE] [--law DIR] [--json]"},
    {"law", "diff", law_diff, "A B [--law DIR]"},
    {"law", "what-if", law_what_if,
     "--benchmark ID --draft FILE.dmn (--database ADDRESS | --cases FILE | --synthetic N)"},
    {"law", "import", law_import, "DIR [--data DIR]"},
    {"law", "guards", law_guards, "[--law DIR] [--cases DIR] [--texts DIR] [--markdown]"},
    {"dmn", "tck", dmn_tck, "DIR [--wasm] [--verbose]"},
    {"openapi", "", http::print_openapi, ""},
};

int usage() {
  std::fprintf(stderr, "usage:\n");
  for (const Subcommand& subcommand : kSubcommands) {
    std::fprintf(stderr, "  xiezhi %s%s%s %s\n", subcommand.group, *subcommand.name ? " " : "", subcommand.name,
                 subcommand.help);
  }
  return 2;
}

}  // namespace

int run(const std::vector<std::string>& words) {
  for (const Subcommand& subcommand : kSubcommands) {
    const std::size_t used = *subcommand.name ? 2 : 1;
    if (words.size() < used || words[0] != subcommand.group) continue;
    if (used == 2 && words[1] != subcommand.name) continue;
    return subcommand.run(Arguments(words).subspan(used));
  }
  return usage();
}

}  // namespace xiezhi::cli
