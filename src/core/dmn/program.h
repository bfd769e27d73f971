// A model ready to be evaluated: its expressions parsed, its tables indexed, its references checked.
#pragma once

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/result.h"
#include "core/dmn/model.h"
#include "core/feel/evaluation.h"

namespace xiezhi::core::dmn {

/// What is wrong with one place of a model; the rest of it works. A decision with a problem is null.
struct Problem {
  std::string file;
  std::string node;     ///< name of the decision or knowledge model
  std::string place;    ///< "expression", "rule 3, input 2", "entry Fee", …
  std::string message;  ///< with line and column inside the place, and what was expected
};
BOOST_DESCRIBE_STRUCT(Problem, (), (file, node, place, message))

/// Inputs by name of the input data or decision.
using Inputs = std::vector<std::pair<std::string, feel::Value>>;

struct Outcome {
  feel::Value value;
  std::vector<feel::Hits> hits;    ///< the rules that held, in order of evaluation
  std::vector<std::string> notes;  ///< why something is null
};

struct EvaluationError {
  std::string code;  ///< permanent: dmn.unknown_node, dmn.limit
  std::string message;
};

class Program {
 public:
  /// An error is a model that is none: indexes that name nothing, or requirements in a circle.
  static base::Result<Program, std::string> compile(Model model,
                                                    std::shared_ptr<const feel::ZoneTable> zones = nullptr);

  [[nodiscard]] const std::vector<Problem>& problems() const;
  [[nodiscard]] const Model& model() const;
  /// Position of the node of that name in the model itself, else in what it imports.
  [[nodiscard]] std::optional<std::uint32_t> find(std::string_view name) const;

  struct Data;
  [[nodiscard]] const std::shared_ptr<const Data>& data() const { return data_; }

 private:
  std::shared_ptr<const Data> data_;
};

/// Evaluates a decision; of a decision service its output; of a business knowledge model a call with the inputs as its
/// arguments. Inputs that are not given are null; one with a decision's name stands for that decision.
base::Result<Outcome, EvaluationError> evaluate(const Program& program, std::string_view name, const Inputs& inputs,
                                                const feel::World& world = {});

}  // namespace xiezhi::core::dmn
