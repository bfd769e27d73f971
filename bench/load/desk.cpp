#include "desk.h"

#include <chrono>
#include <cinttypes>
#include <fstream>

#include "base/json.h"
#include "base/text.h"

namespace xiezhi::bench {
namespace {

constexpr int kFindingsOfInspection = 10;
constexpr std::int64_t kVersionOnSite = 3;

std::vector<std::string> fields_of(const std::string& line) {
  std::vector<std::string> out;
  for (const std::string_view field : base::split(line, '\t')) out.emplace_back(field);
  return out;
}

std::string text_of(const base::Json& json, std::string_view field) {
  const base::Json* found = json.find(field);
  return found == nullptr ? std::string() : found->text();
}

base::Json parsed(const Answer& answer, const std::string& what) {
  if (answer.status != 200) die(what + ": " + std::to_string(answer.status) + " " + answer.body);
  auto json = base::Json::parse(answer.body);
  if (!json.ok()) die(what + ": not JSON");
  return std::move(json).value();
}

/// Where the characters of a text begin, and its end.
std::vector<std::size_t> boundaries(const std::string& text) {
  std::vector<std::size_t> out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if ((static_cast<unsigned char>(text[i]) & 0xC0) != 0x80) out.push_back(i);
  }
  out.push_back(text.size());
  return out;
}

}  // namespace

const char* name_of(Operation operation) {
  switch (operation) {
    case Operation::dossier: return "dossier";
    case Operation::tasks: return "tasks";
    case Operation::finding: return "finding";
    case Operation::search1: return "search1";
    case Operation::search2: return "search2";
    case Operation::search3: return "search3";
    case Operation::initials: return "initials";
    case Operation::filter: return "filter";
    case Operation::figures: return "figures";
  }
  die("no such operation");
}

Ledger read_ledger(const std::string& file) {
  std::ifstream in(file);
  Ledger out;
  std::string line;
  while (std::getline(in, line)) {
    const auto fields = fields_of(line);
    if (fields.size() != 3) die(file + ": " + line);
    out[fields[0]].push_back({fields[1], fields[2]});
    out["23"].push_back({fields[1], fields[2]});
  }
  if (out.empty()) die("no enterprises in " + file);
  return out;
}

std::vector<Account> read_accounts(const std::string& file) {
  std::ifstream in(file);
  std::vector<Account> out;
  std::string line;
  while (std::getline(in, line)) {
    const auto fields = fields_of(line);
    if (fields.size() != 3) die(file + ": " + line);
    out.push_back({fields[0], fields[1], fields[2]});
  }
  if (out.empty()) die("no accounts in " + file);
  return out;
}

Desk::Desk(std::uint16_t port, const Account& account, const Ledger& ledger, std::uint64_t seed)
    : client_(port),
      account_division_(account.division),
      enterprises_(ledger.find(account.division)->second),
      random_(seed) {
  const std::string body = R"({"name":")" + account.name + R"(","password":")" + account.password + R"("})";
  const Answer answer = client_.exchange(request_text("POST", "/api/session", {}, body));
  const base::Json session = parsed(answer, "login of " + account.name);
  const auto cookie = answer.head.find("xiezhi_session=");
  if (cookie == std::string::npos) die("login: no cookie");
  head_ = "Cookie: " + answer.head.substr(cookie, answer.head.find(';', cookie) - cookie) + "\r\n";
  csrf_head_ = head_ + "X-CSRF-Token: " + text_of(session, "csrf_token") + "\r\n";
}

void Desk::find_inspections() {
  std::string cursor;
  do {
    const std::string target =
        "/api/inspections?status=on_site&size=200" + (cursor.empty() ? std::string() : "&cursor=" + escaped(cursor));
    const base::Json page = parsed(client_.exchange(request_text("GET", target, head_, {})), "inspections");
    for (const base::Json& row : *page.find("rows")->array()) {
      if (row.find("version")->integer().value_or(0) != kVersionOnSite) continue;
      inspections_.push_back({text_of(row, "id"), kVersionOnSite, 0});
    }
    cursor = text_of(page, "next_cursor");
  } while (!cursor.empty());
  if (inspections_.empty()) die("no inspection without findings is left: prepare again");
}

std::string Desk::uuid() {
  const auto now = std::chrono::system_clock::now().time_since_epoch();
  const auto ms = static_cast<std::uint64_t>(std::chrono::duration_cast<std::chrono::milliseconds>(now).count());
  const std::uint64_t a = random_();
  const std::uint64_t b = random_();
  char text[40];
  std::snprintf(text, sizeof text, "%08" PRIx64 "-%04" PRIx64 "-7%03" PRIx64 "-%04" PRIx64 "-%012" PRIx64,
                ms >> 16 & 0xFFFFFFFFU, ms & 0xFFFFU, a & 0xFFFU, 0x8000U | (a >> 12 & 0x3FFFU), b & 0xFFFFFFFFFFFFU);
  return text;
}

std::string Desk::finding() {
  while (current_ < inspections_.size() && inspections_[current_].findings == kFindingsOfInspection) ++current_;
  if (current_ == inspections_.size()) die("all inspections are full of findings: prepare more of them");
  const Inspection& inspection = inspections_[current_];
  const std::string body =
      R"({"command_id":")" + uuid() + R"(","expected_version":)" + std::to_string(inspection.version) +
      R"(,"payload":{"description":"现场检查时，作业人员未按规定佩戴和使用劳动防护用品，且无人制止。","evidence":[],"id":")" +
      uuid() + R"(","major_hazard":false,"place":"一号车间东侧装卸平台"},"stream":"inspection/)" + inspection.id +
      R"("})";
  return request_text("POST", "/api/command/RecordFinding", csrf_head_, body);
}

std::string Desk::part_of_a_name(std::size_t characters) {
  const std::string& name = pick(enterprises_).name;
  const auto places = boundaries(name);
  const std::size_t first = static_cast<std::size_t>(random_()) % (places.size() - characters);
  return name.substr(places[first], places[first + characters] - places[first]);
}

/// Two letters of what firms call themselves and two of their trade.
std::string Desk::some_initials() {
  constexpr std::string_view kLetters = "abcdfghjklmnqrstwxy";
  static const std::vector<std::string> kTrades = {"my", "sy", "ly", "jz", "jx", "mc", "sm", "wl",
                                                   "ny", "ks", "yh", "wx", "js", "sp", "rq", "sn"};
  return std::string() + pick(kLetters) + pick(kLetters) + pick(kTrades);
}

/// An industry alone or with something that few, many or no enterprises are.
std::string Desk::some_filter() {
  static const std::vector<std::string> kIndustries = {"B", "C", "F", "06", "25", "13", "4710", "3411", "5942", "4511"};
  static const std::vector<std::string> kMore = {"", "&status=operating", "&status=revoked", "&grade=a"};
  return "industry=" + pick(kIndustries) + pick(kMore);
}

/// The whole of one's area, or a part of it that the drill-down leads to.
std::string Desk::some_place() {
  static const std::vector<std::string> kParts = {"", "?division=2301", "?division=2306", "?division=230102"};
  return account_division_ == "23" ? pick(kParts) : "";
}

void Desk::start(Operation operation) {
  operation_ = operation;
  const auto get = [&](const std::string& target) { client_.send(request_text("GET", target, head_, {})); };
  const auto search = [&](std::size_t count) { get("/api/enterprises?text=" + escaped(part_of_a_name(count))); };
  switch (operation) {
    case Operation::dossier: return get("/api/enterprises/" + pick(enterprises_).id);
    case Operation::tasks: return get("/api/tasks");
    case Operation::finding: return client_.send(finding());
    case Operation::search1: return search(1);
    case Operation::search2: return search(2);
    case Operation::search3: return search(3);
    case Operation::initials: return get("/api/enterprises?text=" + some_initials());
    case Operation::filter: return get("/api/enterprises?" + some_filter());
    case Operation::figures: return get("/api/overview/places" + some_place());
  }
}

bool Desk::finish() {
  const auto answer = client_.receive();
  if (!answer) return false;
  accepted_ = answer->status == 200;
  if (!accepted_) std::fprintf(stderr, "%s: %d %s\n", name_of(operation_), answer->status, answer->body.c_str());
  if (operation_ != Operation::finding) return true;
  Inspection& inspection = inspections_[current_];
  if (accepted_) {
    ++inspection.version;
    ++inspection.findings;
  } else {
    inspection.findings = kFindingsOfInspection;  // whatever it was, go on elsewhere
  }
  return true;
}

}  // namespace xiezhi::bench
