// Commands on the versions of a discretion benchmark, and the events they yield.
//
// The events carry tables as the law pack writes them (law::Benchmark, dmn::Model): whatever is added to those structs
// is optional, so that every entry stays readable.
#pragma once

#include "core/benchmark/state.h"
#include "core/rule/command.h"

namespace xiezhi::core::benchmark {

struct OpenBenchmarkDraft {
  static constexpr std::string_view kName = "OpenBenchmarkDraft";
  using State = Series;
  std::string body;
  std::string reason;
};
BOOST_DESCRIBE_STRUCT(OpenBenchmarkDraft, (), (body, reason))
XIEZHI_COMMAND(OpenBenchmarkDraft);

/// A table that the region does not have yet. It begins with the model of another, bound to no fine.
struct CreateBenchmark {
  static constexpr std::string_view kName = "CreateBenchmark";
  using State = Series;
  std::string body;
  std::string title;
  std::string like;  ///< id of the table whose model it begins with
  std::string reason;
};
BOOST_DESCRIBE_STRUCT(CreateBenchmark, (), (body, title, like, reason))
XIEZHI_COMMAND(CreateBenchmark);

/// What the table is called and which fines it grades.
struct BindBenchmark {
  static constexpr std::string_view kName = "BindBenchmark";
  using State = Series;
  std::string title;
  std::vector<law::BenchmarkUse> uses;
};
BOOST_DESCRIBE_STRUCT(BindBenchmark, (), (title, uses))
XIEZHI_COMMAND(BindBenchmark);

struct SaveBenchmarkDraft {
  static constexpr std::string_view kName = "SaveBenchmarkDraft";
  using State = Series;
  std::string dmn;                  ///< the DMN file
  std::optional<dmn::Model> model;  ///< what the file says; the host reads it, whatever the client sent
};
BOOST_DESCRIBE_STRUCT(SaveBenchmarkDraft, (), (dmn, model))
XIEZHI_COMMAND(SaveBenchmarkDraft);

struct SubmitBenchmarkDraft {
  static constexpr std::string_view kName = "SubmitBenchmarkDraft";
  using State = Series;
};
BOOST_DESCRIBE_STRUCT(SubmitBenchmarkDraft, (), ())
XIEZHI_COMMAND(SubmitBenchmarkDraft);

struct ReturnBenchmarkDraft {
  static constexpr std::string_view kName = "ReturnBenchmarkDraft";
  using State = Series;
  std::string reason;
};
BOOST_DESCRIBE_STRUCT(ReturnBenchmarkDraft, (), (reason))
XIEZHI_COMMAND(ReturnBenchmarkDraft);

struct WithdrawBenchmarkDraft {
  static constexpr std::string_view kName = "WithdrawBenchmarkDraft";
  using State = Series;
  std::string reason;
};
BOOST_DESCRIBE_STRUCT(WithdrawBenchmarkDraft, (), (reason))
XIEZHI_COMMAND(WithdrawBenchmarkDraft);

struct ApproveBenchmarkDraft {
  static constexpr std::string_view kName = "ApproveBenchmarkDraft";
  using State = Series;
  std::string opinion;
};
BOOST_DESCRIBE_STRUCT(ApproveBenchmarkDraft, (), (opinion))
XIEZHI_COMMAND(ApproveBenchmarkDraft);

struct PublishBenchmark {
  static constexpr std::string_view kName = "PublishBenchmark";
  using State = Series;
  base::Date effective_on;   ///< first day on which it applies
  std::string published_in;  ///< where the public finds it: document number, site
};
BOOST_DESCRIBE_STRUCT(PublishBenchmark, (), (effective_on, published_in))
XIEZHI_COMMAND(PublishBenchmark);

// Events -------------------------------------------------------------------------------------------------------------

struct BenchmarkDraftOpened {
  static constexpr std::string_view kType = "benchmark_draft_opened.1";
  using State = Series;
  std::string id;
  std::string region;
  std::string body;
  std::string reason;
  law::Benchmark table;  ///< the version it begins as
};
BOOST_DESCRIBE_STRUCT(BenchmarkDraftOpened, (), (id, region, body, reason, table))

struct BenchmarkDraftBound {
  static constexpr std::string_view kType = "benchmark_draft_bound.1";
  using State = Series;
  std::string title;
  std::vector<law::BenchmarkUse> uses;
};
BOOST_DESCRIBE_STRUCT(BenchmarkDraftBound, (), (title, uses))

struct BenchmarkDraftSaved {
  static constexpr std::string_view kType = "benchmark_draft_saved.1";
  using State = Series;
  std::string dmn;
  dmn::Model model;
  std::string digest;
};
BOOST_DESCRIBE_STRUCT(BenchmarkDraftSaved, (), (dmn, model, digest))

struct BenchmarkDraftSubmitted {
  static constexpr std::string_view kType = "benchmark_draft_submitted.1";
  using State = Series;
  std::string digest;
};
BOOST_DESCRIBE_STRUCT(BenchmarkDraftSubmitted, (), (digest))

struct BenchmarkDraftReturned {
  static constexpr std::string_view kType = "benchmark_draft_returned.1";
  using State = Series;
  std::string reason;
};
BOOST_DESCRIBE_STRUCT(BenchmarkDraftReturned, (), (reason))

struct BenchmarkDraftWithdrawn {
  static constexpr std::string_view kType = "benchmark_draft_withdrawn.1";
  using State = Series;
  std::string reason;
};
BOOST_DESCRIBE_STRUCT(BenchmarkDraftWithdrawn, (), (reason))

struct BenchmarkDraftApproved {
  static constexpr std::string_view kType = "benchmark_draft_approved.1";
  using State = Series;
  std::string digest;
  std::string opinion;
};
BOOST_DESCRIBE_STRUCT(BenchmarkDraftApproved, (), (digest, opinion))

struct BenchmarkPublished {
  static constexpr std::string_view kType = "benchmark_published.1";
  using State = Series;
  law::Benchmark table;  ///< the version itself, with its day
  std::string digest;
  std::string published_in;
};
BOOST_DESCRIBE_STRUCT(BenchmarkPublished, (), (table, digest, published_in))

void evolve(Series& series, const BenchmarkDraftOpened& event, const rule::Meta& meta);
void evolve(Series& series, const BenchmarkDraftBound& event, const rule::Meta& meta);
void evolve(Series& series, const BenchmarkDraftSaved& event, const rule::Meta& meta);
void evolve(Series& series, const BenchmarkDraftSubmitted& event, const rule::Meta& meta);
void evolve(Series& series, const BenchmarkDraftReturned& event, const rule::Meta& meta);
void evolve(Series& series, const BenchmarkDraftWithdrawn& event, const rule::Meta& meta);
void evolve(Series& series, const BenchmarkDraftApproved& event, const rule::Meta& meta);
void evolve(Series& series, const BenchmarkPublished& event, const rule::Meta& meta);

}  // namespace xiezhi::core::benchmark
