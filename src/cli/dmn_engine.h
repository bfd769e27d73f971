// What evaluates decision models for `xiezhi dmn tck`: the core linked in, or core.wasm under Node.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "core/dmn/program.h"

namespace xiezhi::cli {

struct DmnAnswer {
  core::feel::Value value;
  std::string note;  ///< why it is null, or the error
};

class DmnEngine {
 public:
  virtual ~DmnEngine() = default;
  /// Takes a model for the calls that follow; gives the problems in it.
  virtual std::vector<std::string> load(core::dmn::Model model) = 0;
  virtual DmnAnswer evaluate(const std::string& node, const core::dmn::Inputs& inputs) = 0;
};

class NativeDmn final : public DmnEngine {
 public:
  explicit NativeDmn(std::shared_ptr<const core::feel::ZoneTable> zones);
  std::vector<std::string> load(core::dmn::Model model) override;
  DmnAnswer evaluate(const std::string& node, const core::dmn::Inputs& inputs) override;

 private:
  std::shared_ptr<const core::feel::ZoneTable> zones_;
  core::feel::World world_;
  std::optional<core::dmn::Program> program_;
};

/// Gathers requests and answers null, until answer_all() has had them answered; then gives those answers in order.
class WasmDmn final : public DmnEngine {
 public:
  WasmDmn(const std::string& zone_text, std::shared_ptr<const core::feel::ZoneTable> zones);
  std::vector<std::string> load(core::dmn::Model model) override;
  DmnAnswer evaluate(const std::string& node, const core::dmn::Inputs& inputs) override;
  /// Runs the module over what was gathered; false when it cannot be run or does not answer everything.
  bool answer_all();

 private:
  std::shared_ptr<const core::feel::ZoneTable> zones_;
  std::vector<std::string> requests_;
  std::vector<std::string> answers_;
  std::size_t next_ = 1;  ///< the first answer is that to the zones
};

}  // namespace xiezhi::cli
