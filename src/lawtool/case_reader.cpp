#include "lawtool/case_reader.h"

#include "base/text.h"
#include "core/engine/engine.h"

namespace xiezhi::lawtool {
namespace {

using base::Unit;

/// The first word, and what follows it.
std::pair<std::string_view, std::string_view> first_word(std::string_view text) {
  text = base::trim(text);
  const std::size_t end = std::min(text.find(' '), text.size());
  return {text.substr(0, end), base::trim(text.substr(end))};
}

/// Whether all brackets opened outside of strings are closed.
bool complete(std::string_view text) {
  int depth = 0;
  bool quoted = false;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (quoted && text[i] == '\\') {
      ++i;
    } else if (text[i] == '"') {
      quoted = !quoted;
    } else if (!quoted && (text[i] == '{' || text[i] == '[')) {
      ++depth;
    } else if (!quoted && (text[i] == '}' || text[i] == ']')) {
      --depth;
    }
  }
  return depth <= 0 && !quoted;
}

}  // namespace

CaseReader::CaseReader(std::string file, std::string_view text, CaseLibrary& library)
    : file_(std::move(file)), lines_(base::split(text, '\n')), library_(library) {}

bool CaseReader::indented() const { return !done() && (line().starts_with("  ") || base::trim(line()).empty()); }

void CaseReader::skip_blank() {
  while (!done() && (base::trim(line()).empty() || base::trim(line()).starts_with('#'))) ++at_;
}

base::Err<CaseError> CaseReader::error(std::string message) const {
  return base::Err{CaseError{file_, at_ + 1, std::move(message)}};
}

std::optional<CaseError> CaseReader::fixtures() {
  for (skip_blank(); !done(); skip_blank()) {
    const auto [word, rest] = first_word(line());
    if (word == "fixture") {
      const std::string name(rest);
      if (name.empty() || library_.fixtures.contains(name)) return error("a fixture needs a name of its own").value;
      ++at_;
      Situation situation;
      std::vector<CaseStep> steps;
      if (auto read = block(situation, steps); !read.ok()) return read.error();
      library_.fixtures.emplace(name, std::move(steps));
    } else if (word == "payload") {
      const auto [name, text] = first_word(rest);
      if (name.empty() || library_.payloads.contains(name)) return error("a payload needs a name of its own").value;
      auto value = json(std::string(text));
      if (!value.ok()) return value.error();
      library_.payloads.emplace(std::string(name), std::move(value).value());
    } else {
      return error("expected \"fixture\" or \"payload\"").value;
    }
  }
  return std::nullopt;
}

base::Result<std::vector<LawCase>, CaseError> CaseReader::cases() {
  std::vector<LawCase> out;
  Situation given;
  for (skip_blank(); !done(); skip_blank()) {
    const auto [word, rest] = first_word(line());
    if (indented()) return error("this line belongs to nothing");
    if (word == "case") {
      if (rest.empty() || !library_.titles.insert(std::string(rest)).second)
        return error("a case needs a title of its own");
      out.push_back({file_, at_ + 1, std::string(rest), {}, {}, {}});
      given = {};
      ++at_;
    } else if (out.empty()) {
      return error("expected \"case\"");
    } else if (word == "law" && out.back().given.empty() && !rest.empty()) {
      out.back().law.emplace_back(rest);
      ++at_;
    } else if (word == "given" && out.back().acts.empty() && out.back().given.empty()) {
      ++at_;
      TRY(block(given, out.back().given));
    } else if (word == "when" && rest.empty() && !out.back().law.empty()) {
      ++at_;
      TRY(act(out.back(), given));
    } else {
      return error("expected \"case\", \"law\", \"given\" or \"when\", in this order");
    }
  }
  return out;
}

CaseReader::Status CaseReader::block(Situation& situation, std::vector<CaseStep>& steps) {
  for (skip_blank(); indented(); skip_blank()) {
    const auto [word, rest] = first_word(line());
    if (word == "use") {
      TRY(use(rest, situation, steps));
    } else if (word == "at" || word == "by" || word == "recorded" || word == "reason") {
      TRY(set(word, rest, situation));
    } else {
      steps.push_back(TRY(command(word, rest, situation)));
    }
  }
  return Unit{};
}

CaseReader::Status CaseReader::use(std::string_view name, Situation& situation, std::vector<CaseStep>& steps) {
  const auto found = library_.fixtures.find(name);
  if (found == library_.fixtures.end()) return error("no fixture " + std::string(name) + " before this place");
  steps.insert(steps.end(), found->second.begin(), found->second.end());
  if (!steps.empty()) {
    situation.at = steps.back().occurred_at;
    situation.actor = steps.back().actor;
  }
  ++at_;
  return Unit{};
}

CaseReader::Status CaseReader::set(std::string_view word, std::string_view rest, Situation& situation) {
  const auto [first, others] = first_word(rest);
  if (word == "by") {
    if (first.empty() || !others.empty()) return error("expected \"by OFFICER\"");
    situation.actor = first;
  } else if (word == "reason") {
    if (others.empty()) return error("expected \"reason CODE WORDS\"");
    situation.reasons[std::string(first)] = others;
  } else {
    const auto instant = base::Instant::parse_local(first);
    if (!instant) return error("expected a time such as 2026-09-30T10:00");
    (word == "at" ? situation.at : situation.recorded) = instant;
    const auto [by, actor] = first_word(others);
    if (!others.empty() && (word != "at" || by != "by" || actor.empty()))
      return error("expected \"at TIME by OFFICER\"");
    if (!others.empty()) situation.actor = actor;
  }
  ++at_;
  return Unit{};
}

base::Result<CaseStep, CaseError> CaseReader::command(std::string_view name, std::string_view rest,
                                                      Situation& situation) {
  if (!core::engine::known_command(name)) return error("no command " + std::string(name));
  if (!situation.at || situation.actor.empty()) return error("a command needs \"at TIME by OFFICER\" before it");
  const auto [stream, after_stream] = first_word(rest);
  CaseStep step{at_ + 1,
                *situation.at,
                situation.recorded.value_or(*situation.at),
                situation.actor,
                situation.reasons,
                std::string(name),
                std::string(stream),
                {}};
  if (stream.find('/') == std::string_view::npos) return error("expected a stream such as case/c1");
  situation.recorded.reset();
  situation.reasons.clear();
  auto [word, text] = first_word(after_stream);
  base::Json payload{base::Json::Object{}};
  if (word == "like") {
    const auto [template_name, patch] = first_word(text);
    const auto found = library_.payloads.find(template_name);
    if (found == library_.payloads.end()) return error("no payload " + std::string(template_name));
    payload = found->second;
    text = patch;
  } else {
    text = after_stream;
  }
  if (text.empty()) {
    ++at_;
  } else {
    payload = patched(payload, TRY(json(std::string(text))));
  }
  step.payload = std::move(payload);
  return step;
}

base::Result<base::Json, CaseError> CaseReader::json(std::string text) {
  const std::size_t first = at_++;
  while (!complete(text) && !done()) text += "\n" + std::string(lines_[at_++]);
  auto value = base::Json::parse(text);
  if (value.ok() && value->object() != nullptr) return *value;
  at_ = first;
  return error(value.ok() ? "a payload is a JSON object" : value.error().message);
}

CaseReader::Status CaseReader::act(LawCase& law_case, const Situation& given) {
  Situation situation = given;
  std::vector<CaseStep> steps;
  TRY(block(situation, steps));
  if (steps.size() != 1) return error("\"when\" holds exactly one command");
  if (done() || first_word(line()).first != "then") return error("expected \"then\"");
  law_case.acts.push_back({std::move(steps.front()), expectation()});
  const std::string word(first_word(law_case.acts.back().expected.lines.front()).first);
  if (word != "accepted" && word != "refused" && word != "malformed" && word != "?") {
    return error("expected \"then accepted\", \"refused\", \"malformed\" or \"?\" above");
  }
  return Unit{};
}

Expectation CaseReader::expectation() {
  Expectation out;
  out.line = at_ + 1;
  out.lines.emplace_back(first_word(line()).second);
  for (++at_; indented() && !base::trim(line()).empty(); ++at_) out.lines.emplace_back(base::trim(line()));
  out.end_line = at_ + 1;
  return out;
}

}  // namespace xiezhi::lawtool
