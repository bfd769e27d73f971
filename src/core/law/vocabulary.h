// The words by which a violation is found: how inspectors say it, and what their words stand for. No rule of law reads
// them; they rank, and a person chooses.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "base/codec.h"
#include "base/date.h"

namespace xiezhi::core::law {

/// Words that show what a text is about. A violation of these instruments is the likelier with them, and with
/// `needed` the less likely without.
struct Topic {
  std::string name;                      ///< 有限空间
  std::vector<std::string> instruments;  ///< ids of instruments, or of violations
  std::vector<std::string> words;
  bool needed = false;
  /// Longer words in which a word says nothing of the topic: 事故隐患 is no 事故.
  std::optional<std::vector<std::string>> except{};
};
BOOST_DESCRIBE_STRUCT(Topic, (), (name, instruments, words, needed, except))

/// What the department does not punish but hands over: to the police as a crime or as a breach of public security
/// (行政执法机关移送涉嫌犯罪案件的规定 第三条; 行政处罚法 第二十七条).
struct Offence {
  std::string id;                  ///< permanent, "crl.134-1.3"
  std::string title;               ///< in Chinese, worded by the project
  std::vector<std::string> basis;  ///< as cited: 刑法 第一百三十四条之一第三项
  std::vector<std::string> phrases;
  base::Date from;
  std::optional<base::Date> until;
};
BOOST_DESCRIBE_STRUCT(Offence, (), (id, title, basis, phrases, from, until))

struct Vocabulary {
  std::map<std::string, std::vector<std::string>> phrases;  ///< of each violation, besides its title
  std::vector<std::vector<std::string>> synonyms;           ///< groups of words that stand for one thing
  std::vector<std::string> noise;                           ///< words that tell violations apart nowhere
  std::vector<Topic> topics;
  /// Violations that are the same conduct under several instruments or versions: shown as one, with all their places.
  std::vector<std::vector<std::string>> kin;
  std::vector<Offence> offences;
};
BOOST_DESCRIBE_STRUCT(Vocabulary, (), (phrases, synonyms, noise, topics, kin, offences))

}  // namespace xiezhi::core::law
