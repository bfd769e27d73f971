#include "app/demo/demo.h"

#include <algorithm>
#include <filesystem>

#include "app/blobs.h"
#include "app/demo/demo_accounts.h"
#include "app/demo/files.h"
#include "app/demo/picture.h"
#include "app/sequencer.h"
#include "base/text.h"
#include "store/query.h"

namespace xiezhi::app::demo {
namespace {

using Done = base::Result<base::Unit, std::string>;

constexpr int kDaysBack = 250;
constexpr int kDaysAhead = 200;
constexpr std::size_t kPictures = 6;

std::string said(const store::DbError& error) { return "database: " + error.statement + " " + error.message; }

Done keep_picture(store::Connection& connection, const DemoOptions& options, const std::string& bytes) {
  const Blobs blobs(options.data + "/blob");
  const Upload upload{base::sha256(bytes), "system", false};
  const auto held = blobs.received(upload);
  if (!held.ok()) return base::Err{"pictures: " + held.error().message};
  if (*held == 0) {
    const auto appended = blobs.append(upload, 0, bytes, upload.hash);
    if (!appended.ok()) return base::Err{"pictures: " + appended.error().message};
  }
  const auto finished = blobs.finish(connection, upload, "image/png", options.now.ms);
  if (!finished.ok()) return base::Err{"pictures: " + finished.error().message};
  return base::Unit{};
}

std::int64_t count_of(const std::vector<Step>& steps, std::initializer_list<std::string_view> commands) {
  return std::count_if(steps.begin(), steps.end(), [&](const Step& step) {
    return std::find(commands.begin(), commands.end(), step.command) != commands.end();
  });
}

DemoCounts counts_of(const std::vector<Step>& steps) {
  DemoCounts counts;
  counts.bodies = count_of(steps, {"RegisterBody"});
  counts.officers = count_of(steps, {"RegisterOfficer"});
  counts.enterprises = count_of(steps, {"RegisterEnterprise"});
  counts.inspections = count_of(steps, {"OpenInspection"});
  counts.cases = count_of(steps, {"FileCase", "DecideSummarily"});
  counts.commands = static_cast<std::int64_t>(steps.size());
  return counts;
}

/// Gives every entry its leaf number, so that the journal can be checked before a server has run.
Done number_entries(store::Connection& connection, const DemoOptions& options) {
  const auto key = load_or_create_key(options.data + "/journal.key");
  if (!key.ok()) return base::Err{"journal key: " + key.error().message};
  const auto numbered = sequence_all(connection, *key, options.now.ms);
  if (!numbered.ok()) return base::Err{said(numbered.error())};
  return base::Unit{};
}

base::Result<DemoCounts, std::string> fill(store::Connection& connection, const DemoOptions& options) {
  const Workdays workdays(options.pack->calendar(), options.now.date(), kDaysBack, kDaysAhead);
  Stage stage{options.pack, &workdays, {}};
  for (std::size_t i = 0; i < kPictures; ++i) {
    stage.pictures.push_back(base::to_hex(base::as_bytes(base::sha256(striped_picture(i)))));
  }
  Founding founding(*options.pack, workdays.at(0), seed_of(options.seed, 0));
  std::vector<Bureau> bureaus = founding.found(options.small);
  for (Bureau& bureau : bureaus) founding.register_firms(bureau, firms_of(bureau, options.small));
  std::vector<Step> steps = founding.take_steps();
  std::vector<Step> files = file_steps(stage, bureaus, seed_of(options.seed, 1), options.small);
  steps.insert(steps.end(), std::make_move_iterator(files.begin()), std::make_move_iterator(files.end()));
  DemoCounts counts = counts_of(steps);
  Runner runner(connection, *options.pack, seed_of(options.seed, 2));
  TRY(runner.run(std::move(steps), options.progress));
  // As handhelds do: an act names its pictures, which arrive later. Here many counties share a picture.
  for (std::size_t i = 0; i < kPictures; ++i) TRY(keep_picture(connection, options, striped_picture(i)));
  options.progress("leaf numbers");
  TRY(number_entries(connection, options));
  const auto accounts = demo_accounts(bureaus);
  TRY(create_accounts(options, accounts));
  counts.accounts = static_cast<std::int64_t>(accounts.size());
  return counts;
}

}  // namespace

base::Result<DemoCounts, std::string> make_demo(const DemoOptions& options) {
  const bool placed = options.pack->divisions().find("230102") != nullptr;
  if (!placed) return base::Err{std::string("the law pack has no divisions of Heilongjiang")};
  std::error_code failed;
  std::filesystem::create_directories(options.data, failed);
  if (failed) return base::Err{"cannot make " + options.data + ": " + failed.message()};
  const auto migrated = store::migrate(options.database);
  if (!migrated.ok()) return base::Err{said(migrated.error())};
  auto connection = store::open(options.database, store::Access::write);
  if (!connection.ok()) return base::Err{said(connection.error())};
  const auto bodies = (*connection)->run(store::query::kBodyList, {});
  if (!bodies.ok()) return base::Err{said(bodies.error())};
  if (!bodies->empty()) {
    DemoCounts counts;
    counts.already_there = true;
    return counts;
  }
  return fill(**connection, options);
}

}  // namespace xiezhi::app::demo
