// 当事人: who answers in a case. A unit or a natural person, with or without an enterprise in the ledger.
#pragma once

#include <boost/describe.hpp>
#include <optional>
#include <string>

#include "core/rule/decision.h"

namespace xiezhi::core::dossier {

enum class PartyKind : std::uint8_t { unit, person };
BOOST_DESCRIBE_ENUM(PartyKind, unit, person)

/// A party as a case's events keep it. A person's name and number are personal data and stand as commitments.
struct Party {
  std::string id;  ///< within its case
  PartyKind kind = PartyKind::unit;
  std::optional<std::string> name;         ///< of a unit
  std::optional<std::string> credit_code;  ///< of a unit that has one
  std::optional<std::string> enterprise;   ///< id in the ledger
  std::optional<std::string> site;         ///< the place of the act, when it is a site of that enterprise
  std::optional<rule::Commitment> person_name;
  std::optional<rule::Commitment> id_number;
};
BOOST_DESCRIBE_STRUCT(Party, (), (id, kind, name, credit_code, enterprise, site, person_name, id_number))

}  // namespace xiezhi::core::dossier
