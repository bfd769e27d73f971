// The application: commands in, views out. HTTP and the command line both stand on it.
#pragma once

#include <memory>
#include <string>

#include "app/account_database.h"
#include "app/account_session.h"
#include "app/live_pack.h"
#include "app/query/figures.h"
#include "app/readers.h"
#include "app/sequencer.h"
#include "app/view/benchmark_views.h"
#include "app/view/desk_views.h"
#include "app/view/regulation_views.h"
#include "app/view/views.h"
#include "app/writer.h"

namespace xiezhi::app {

struct ServiceOptions {
  std::string database;  ///< address as store::open takes it; the schema is brought up to date
  std::string data;      ///< folder of the signing key and blobs
  std::string law_pack;  ///< bytes of the law pack
  Clock clock;           ///< the server's clock
};

class Service {
 public:
  /// An error is a sentence for the operator.
  static base::Result<std::unique_ptr<Service>, std::string> open(ServiceOptions options);

  void submit(const Caller& caller, std::string name, CommandRequest request, ReplyHandler done);
  /// The same, waiting for the answer.
  CommandReply execute(const Caller& caller, std::string name, CommandRequest request);

  /// The officer as the read tables have him now; nothing when unknown or no longer in service.
  store::DbResult<std::optional<Caller>> find_caller(const std::string& officer);

  QueryResult<ledger::EnterprisePage> list_enterprises(const Scope& scope, const ledger::EnterpriseFilter& filter);
  /// The same for whoever goes through the whole list.
  store::DbResult<ledger::EnterprisePage> ledger_page(const Scope& scope, const ledger::EnterpriseFilter& filter);
  QueryResult<DossierView> dossier(const Scope& scope, const std::string& id);
  QueryResult<InspectionPage> list_inspections(const FileQuery& query);
  QueryResult<InspectionView> inspection(const std::string& id);
  QueryResult<CasePage> list_cases(const FileQuery& query);
  QueryResult<CaseView> casefile(const std::string& id);
  QueryResult<NextView> next(const Caller& caller, const NextQuery& query);
  QueryResult<TaskPage> tasks(const Caller& caller, const TaskQuery& query);
  QueryResult<OfficerList> officers(const OfficerQuery& query);
  QueryResult<BodyList> bodies();
  QueryResult<ViolationList> violations(const ViolationQuery& query);
  QueryResult<DivisionList> divisions();
  QueryResult<FigureList> figures(const Caller& caller, const FigureQuery& query);
  QueryResult<HistoryView> history(const StreamQuery& query);
  QueryResult<OverviewView> overview(const OverviewQuery& query);
  QueryResult<WorkView> workbench(const Caller& caller, const WorkQuery& query);
  QueryResult<LoadView> load_of_bodies(const Caller& caller, const LoadQuery& query);
  QueryResult<FiguresView> figures_by_place(const FiguresQuery& query);
  /// Begins to count what `figures_by_place` gives, so that nobody has to wait for it.
  void warm_figures() { figures_cube_.warm(now()); }
  QueryResult<PulseView> pulse(const PulseQuery& query);
  QueryResult<StatesView> states(const Caller& caller, const StatesQuery& query);
  QueryResult<SystemView> system(const SystemQuery& query);
  /// Public keys of the journal, hex, the oldest first.
  QueryResult<std::vector<std::string>> journal_keys();
  QueryResult<RemarkList> remarks(const StreamQuery& query);
  /// Adds a remark. It is refused when the stream is not within the scope, or the text is empty or too long.
  QueryResult<RemarkRow> remark(const Caller& caller, const Scope& scope, const std::string& stream,
                                const std::string& text);
  /// What the caller has kept under a name: the desk's own text, empty when nothing was.
  QueryResult<KeptView> kept(const Caller& caller, const std::string& name);
  QueryResult<KeptView> keep(const Caller& caller, const std::string& name, const std::string& value);

  QueryResult<BenchmarkList> benchmarks(const BenchmarkQuery& query);
  QueryResult<BenchmarkView> benchmark(const std::string& id);
  /// What is to be said of a text as the next version of a table; not found outside the scope.
  QueryResult<BenchmarkCheck> check_benchmark(const Scope& scope, const std::string& id, const std::string& dmn);
  /// Every fine of the law in force that may be graded, with the region's table that does.
  QueryResult<GradedFineList> graded_fines(const std::string& region);
  QueryResult<RegulationList> regulations(const RegulationQuery& query);
  QueryResult<RegulationView> regulation(const std::string& id);
  /// The same of entries that are being written. A list outside the scope is not found.
  QueryResult<RegulationCheck> check_regulation(const Scope& scope, const std::string& id,
                                                const core::law::ListContent& content);

  /// The pack that the server was started with: everything but benchmarks and lists that were published since.
  [[nodiscard]] const core::law::Pack& pack() const { return pack_; }
  /// The law with what was published, as of now.
  QueryResult<HeldLawPtr> law();
  /// The same as an open connection sees it.
  store::DbResult<HeldLawPtr> law_in(store::Connection& connection);
  [[nodiscard]] const ServiceOptions& options() const { return options_; }
  /// Something was committed beside the writer (an import): wakes the sequencer.
  void committed() { sequencer_->notify(); }

 private:
  Service(ServiceOptions options, core::law::Pack pack);

  /// A stream's state as it stands.
  store::DbResult<core::engine::Loaded> load(store::Connection& connection, const std::string& stream);
  /// What the enterprise's own stream and its inspections say beside the read tables.
  store::DbStatus add_holdings(store::Connection& connection, const std::string& id, DossierView& view);
  /// Names of officers, bodies and enterprises by their streams' ids.
  store::DbResult<std::map<std::string, std::string>> names(store::Connection& connection,
                                                            const std::vector<std::string>& streams);
  base::Instant now() const { return options_.clock(); }
  /// What the officer may do on a stream, of a case with the party in focus; streams that the answer needs are loaded
  /// into the world.
  store::DbResult<core::engine::Next> next_in(store::Connection& connection, core::engine::World& world,
                                              const std::string& stream, const std::string& officer,
                                              const std::string& focus);
  /// A row of task_list or work_own as it stands to the caller; its stream is in the world.
  store::DbResult<WorkRow> work_row(store::Connection& connection, core::engine::World& world, const Caller& caller,
                                    const store::Row& row);
  store::DbStatus add_remarks(store::Connection& connection, const PulseQuery& query, PulseView& view);
  /// Says of rows how many remarks their files have.
  store::DbStatus count_remarks(store::Connection& connection, const Caller& caller, std::vector<WorkRow>& rows);
  /// Whether the stream exists within the scope.
  store::DbResult<bool> visible(store::Connection& connection, const Scope& scope, const std::string& stream);

  ServiceOptions options_;
  core::law::Pack pack_;
  LivePack live_;
  StreamCache cache_;
  Readers readers_;
  AccountDatabase beside_;  ///< writes what is no part of the journal
  Figures figures_cube_;
  base::Instant started_at_;
  std::unique_ptr<Sequencer> sequencer_;
  std::unique_ptr<Writer> writer_;  // after the sequencer, so that it stops first
};

}  // namespace xiezhi::app
