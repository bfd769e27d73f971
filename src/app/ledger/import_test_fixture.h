// For the tests of the import: lists written to a temporary file, and a law pack that holds the region's divisions.
#pragma once

#include <fstream>
#include <map>
#include <set>
#include <sstream>

#include "app/ledger/enterprise_query.h"
#include "app/ledger/importer.h"
#include "core/dossier/credit_code.h"
#include "store/journal.h"
#include "store/test_database.h"

namespace xiezhi::app::ledger {

inline std::string source_text(const std::string& path) {
  std::ifstream file(std::string(XIEZHI_SOURCE_DIR) + "/" + path, std::ios::binary);
  std::stringstream text;
  text << file.rdbuf();
  return text.str();
}

/// No figures and no violations: the import needs the divisions alone.
inline const core::law::Pack& division_pack() {
  static const core::law::Pack kPack = [] {
    core::law::PackFile file;
    file.divisions =
        MUST(base::parse_json<core::org::DivisionFile>(source_text("law/region/heilongjiang/divisions.json")));
    return MUST(core::law::Pack::load(base::to_json(file)));
  }();
  return kPack;
}

/// A valid code: 91, the division, and a number.
inline std::string code_of(int number, const std::string& division = "230103") {
  std::string digits = std::to_string(number);
  digits.insert(0, 9 - digits.size(), '0');
  const std::string first = "91" + division + digits;
  return first + core::dossier::credit_code_check_character(first);
}

class ImportTest : public store::DatabaseTest {
 protected:
  void SetUp() override {
    DatabaseTest::SetUp();
    if (HasFatalFailure()) return;
    folder_ = std::filesystem::temp_directory_path() / ("xiezhi_import_" + std::to_string(getpid()));
    std::filesystem::create_directories(folder_);
    db_ = connection();
  }
  void TearDown() override { std::filesystem::remove_all(folder_); }

  std::string file(const std::string& content, const std::string& name = "list.csv") {
    const std::string path = (folder_ / name).string();
    std::ofstream(path, std::ios::binary | std::ios::trunc) << content;
    return path;
  }

  /// The clock goes on by a second with each look at it, from 2026-06-01.
  ImportOptions options(const std::string& actor = "officer-1") {
    ImportOptions out;
    out.actor = actor;
    out.pack = &division_pack();
    out.batch_rows = batch_rows_;
    out.clock = [this] { return base::Instant{clock_ms_ += 1000}; };
    return out;
  }
  ImportJob import(const std::string& content, const std::string& actor = "officer-1") {
    auto done = import_file(*db_, options(actor), file(content), "list.csv");
    EXPECT_TRUE(done.ok()) << done.error().message;
    return std::move(done).value();
  }

  std::string report(const ImportJob& job) {
    std::string out;
    EXPECT_TRUE(write_report(*db_, job.id, [&](std::string_view piece) { out += piece; }).ok());
    return out;
  }
  std::vector<ReportRow> report_rows(const ImportJob& job) { return MUST(report_page(*db_, job.id, 0, 10'000)); }

  static Scope everything() {
    Caller caller;
    caller.division = "23";
    return Scope::of(caller, Reach::province);
  }
  std::vector<EnterpriseItem> find(const std::string& text, const std::string& division = "") {
    EnterpriseFilter filter;
    filter.text = text;
    filter.division = division;
    filter.size = kMaxPageSize;
    return MUST(list_enterprises(*db_, division_pack().divisions(), everything(), filter)).items;
  }
  EnterpriseDossier dossier(const std::string& name) {
    const auto found = find(name);
    EXPECT_EQ(found.size(), 1u) << name;
    return *MUST(find_enterprise(*db_, division_pack().divisions(), everything(), found.at(0).id));
  }
  std::vector<core::journal::Entry> entries_of(const std::string& enterprise) {
    return MUST(store::load_entries(*db_, "enterprise/" + enterprise));
  }

  std::filesystem::path folder_;
  std::unique_ptr<store::Connection> db_;
  std::int64_t clock_ms_ = 1'780'272'000'000;
  std::size_t batch_rows_ = 1000;
};

}  // namespace xiezhi::app::ledger
