#include "app/benchmark_file.h"

#include "dmnfile/model_reader.h"
#include "dmnfile/model_writer.h"

namespace xiezhi::app {

base::Result<core::dmn::Model, DraftProblem> read_draft(const std::string& dmn) {
  if (dmn.size() > kLargestDraft) {
    return base::Err{DraftProblem{0, "longer than " + std::to_string(kLargestDraft) + " bytes"}};
  }
  auto file = dmnfile::read_file("draft.dmn", dmn);
  if (!file.ok()) return base::Err{DraftProblem{file.error().line, file.error().message}};
  auto model = dmnfile::read_model({std::move(file).value()}, 0);
  if (!model.ok()) return base::Err{DraftProblem{model.error().line, model.error().message}};
  return std::move(model).value();
}

base::Result<std::string, std::string> write_draft(const core::law::Benchmark& table) {
  static const std::map<std::string, std::string> kLabels = {{"tier", "裁量档次"},
                                                             {"from_percent", "幅度下限（%）"},
                                                             {"to_percent", "幅度上限（%）"},
                                                             {"from_yuan", "罚款下限（元）"},
                                                             {"to_yuan", "罚款上限（元）"}};
  return dmnfile::write_model(table.model, kLabels);
}

}  // namespace xiezhi::app
