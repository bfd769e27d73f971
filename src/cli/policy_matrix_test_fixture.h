// Every route × {nobody, own county, other county, superior city, administrators and registrars near and far}, over the
// demonstration data. A route that is added without a line here fails the test.
#pragma once

#include <set>

#include "cli/product_test_fixture.h"

namespace xiezhi::cli {

/// What a route's file is: it decides who may see it.
enum class Sees : std::uint8_t {
  everybody,   ///< also nobody
  officers,    ///< whoever is signed in
  place,       ///< the county itself and its superiors
  own_body,    ///< commands on a file: the body that keeps it
  registrars,  ///< who has the duty; rows are their own
  administrators,
  benchmark_makers,  ///< legal staff and heads of the province
};

struct Asked {
  std::string target;
  Sees sees = Sees::officers;
};

class PolicyMatrix : public ProductTest<PolicyMatrix> {
 protected:
  /// How to ask each read route, for a file of 道里区.
  [[nodiscard]] std::map<std::string, Asked> reads() const {
    const std::string stream = "stream=inspection/" + product->inspection;
    return {
        {"/api/health", {"/api/health", Sees::everybody}},
        {"/api/openapi.json", {"/api/openapi.json", Sees::everybody}},
        {"/api/journal/consistency", {"/api/journal/consistency?from_size=1", Sees::everybody}},
        {"/api/journal/keys", {"/api/journal/keys", Sees::everybody}},
        {"/api/session", {"/api/session"}},
        {"/api/tasks", {"/api/tasks"}},
        {"/api/overview", {"/api/overview"}},
        {"/api/overview/places", {"/api/overview/places"}},
        {"/api/workbench", {"/api/workbench"}},
        {"/api/load", {"/api/load"}},
        {"/api/pulse", {"/api/pulse?since=0"}},
        {"/api/states", {"/api/states?streams=inspection/" + product->inspection, Sees::place}},
        {"/api/remarks", {"/api/remarks?" + stream, Sees::place}},
        {"/api/kept/{name}", {"/api/kept/ledger-filters"}},
        {"/api/system", {"/api/system", Sees::administrators}},
        {"/api/system/jobs", {"/api/system/jobs", Sees::administrators}},
        {"/api/accounts", {"/api/accounts", Sees::administrators}},
        {"/api/law/pack", {"/api/law/pack"}},
        {"/api/benchmarks", {"/api/benchmarks"}},
        {"/api/benchmark-fines", {"/api/benchmark-fines"}},
        {"/api/benchmarks/{id}", {"/api/benchmarks/hlj.training", Sees::benchmark_makers}},
        {"/api/regulations", {"/api/regulations"}},
        {"/api/regulations/{id}", {"/api/regulations/23.leniency", Sees::benchmark_makers}},
        {"/api/enterprises", {"/api/enterprises"}},
        {"/api/inspections", {"/api/inspections"}},
        {"/api/cases", {"/api/cases"}},
        {"/api/officers", {"/api/officers"}},
        {"/api/bodies", {"/api/bodies"}},
        {"/api/divisions", {"/api/divisions"}},
        {"/api/violations", {"/api/violations"}},
        {"/api/checklists", {"/api/checklists?industry=C3391"}},
        {"/api/figures", {"/api/figures?keys=hearing.request_days"}},
        {"/api/law/match", {"/api/law/match?text=%E8%AD%A6%E7%A4%BA%E6%A0%87%E5%BF%97"}},
        {"/api/law/article", {"/api/law/article?instrument=work_safety_law_2021&article=99"}},
        {"/api/enterprises/{id}", {"/api/enterprises/" + product->enterprise, Sees::place}},
        {"/api/enterprises/{id}/documents", {"/api/enterprises/" + product->enterprise + "/documents", Sees::place}},
        {"/api/inspections/{id}", {"/api/inspections/" + product->inspection, Sees::place}},
        {"/api/cases/{id}", {"/api/cases/" + product->casefile, Sees::place}},
        {"/api/inspections/{id}/documents", {"/api/inspections/" + product->inspection + "/documents", Sees::place}},
        {"/api/inspections/{id}/documents/{kind}", {product->inspection_document, Sees::place}},
        {"/api/cases/{id}/documents", {"/api/cases/" + product->casefile + "/documents", Sees::place}},
        {"/api/cases/{id}/documents/{kind}", {product->case_document, Sees::place}},
        {"/api/next", {"/api/next?" + stream, Sees::place}},
        {"/api/journal", {"/api/journal?" + stream, Sees::place}},
        {"/api/journal/inclusion", {"/api/journal/inclusion?version=1&" + stream, Sees::place}},
        {"/api/ledger/imports", {"/api/ledger/imports", Sees::registrars}},
        {"/api/ledger/imports/{id}", {"/api/ledger/imports/none", Sees::registrars}},
        {"/api/ledger/imports/{id}/preview", {"/api/ledger/imports/none/preview", Sees::registrars}},
        {"/api/ledger/imports/{id}/rows", {"/api/ledger/imports/none/rows", Sees::registrars}},
        {"/api/ledger/imports/{id}/report", {"/api/ledger/imports/none/report", Sees::registrars}},
        {"/api/ledger/exports/{id}", {"/api/ledger/exports/none"}},
        {"/api/ledger/exports/{id}/file", {"/api/ledger/exports/none/file"}},
        {"/api/blobs/{hash}", {"/api/blobs/" + std::string(64, '0')}},
        {"/api/blobs/{hash}/received", {"/api/blobs/" + std::string(64, '0') + "/received"}}};
  }
  static bool among(const std::string& person, const std::set<std::string>& people) { return people.contains(person); }
  static bool may_see(const std::string& person, Sees sees) {
    switch (sees) {
      case Sees::everybody: return true;
      case Sees::officers: return person != "nobody";
      case Sees::place: return person != "nobody" && !person.starts_with("nangang-");
      case Sees::own_body: return person == "daoli-officer";
      case Sees::registrars: return person.ends_with("-registrar");
      case Sees::benchmark_makers: return person == "province-reviewer";
      case Sees::administrators: return person.ends_with("-admin");
    }
    VERIFY_NOT_REACHED();
  }
  /// Gives a command whose payload no command takes, so that it is never accepted: 403, or 400 to whom may give it.
  int tried(const std::string& person, const std::string& command, const std::string& stream, std::int64_t version) {
    return product->give(person, command, stream, version, R"({"nonsense":1})").status;
  }
};

}  // namespace xiezhi::cli
